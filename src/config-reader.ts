import type { Variable } from "./config-variables.ts";
import { type Exception, parseException } from "./proxies/exceptions.ts";
import { type ProxyServer, parseProxyServer } from "./proxies/proxy-server.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

const TOKEN = /^\d{3,}:[\w-]{20,}$/;

/** Reads single variables and collects their problems; a wrong value reads as unset. */
export class Reader {
  readonly #env: Environment;
  readonly problems: string[] = [];

  constructor(env: Environment) {
    this.#env = env;
  }

  text(name: Variable): string | null {
    const value = this.#env[name]?.trim();
    return value === undefined || value === "" ? null : value;
  }

  /** Proxy variables are often set in lower case; that spelling wins. */
  #spelling(name: Variable): string {
    const lower = name.toLowerCase();
    return (this.#env[lower]?.trim() ?? "") === "" ? name : lower;
  }

  proxy(name: Variable): ProxyServer | null {
    const variable = this.#spelling(name);
    const value = this.#env[variable]?.trim() ?? "";
    const server = value === "" ? null : parseProxyServer(value, variable);
    // The value may contain a password, so the message does not repeat it.
    if (value !== "" && server === null)
      this.problem(
        variable,
        "is not a proxy that can be used: write it like http://127.0.0.1:7890 or socks5://user:password@host:1080 (characters such as @ / # in the password as %40 %2F %23), or remove it",
      );
    return server;
  }

  exceptions(name: Variable): readonly Exception[] {
    const variable = this.#spelling(name);
    const entries = (this.#env[variable] ?? "").split(/[,，\s]+/).filter((entry) => entry !== "");
    const parsed = entries.map((entry) => ({ entry, exception: parseException(entry) }));
    const wrong = parsed.filter(({ exception }) => exception === null).map(({ entry }) => entry);
    if (wrong.length > 0)
      this.problem(
        variable,
        `holds "${wrong.join('", "')}": use hosts, addresses or networks such as example.com, 192.168.0.0/16, separated by commas, or *`,
      );
    return parsed.flatMap(({ exception }) => exception ?? []);
  }

  problem(name: string, whatToDo: string): void {
    const line = `${name} ${whatToDo}.`;
    if (!this.problems.includes(line)) this.problems.push(line);
  }

  token(name: Variable): string | null {
    const value = this.text(name);
    if (value !== null && !TOKEN.test(value))
      this.problem(
        name,
        `does not look like a bot token (digits, a colon, then 20 or more characters; it has ${value.length}): copy it from @BotFather`,
      );
    return value;
  }

  url(name: Variable): string | null {
    const value = this.text(name);
    if (value === null) return null;
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/(?<!\/)\/+$/, "");
    this.problem(name, `is "${value}", not an http(s) address such as https://api.example.com/v1`);
    return null;
  }

  integer(name: Variable, least: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = Number(value);
    if (Number.isSafeInteger(number) && number >= least) return number;
    this.problem(name, `is "${value}", not a whole number of at least ${least}`);
    return null;
  }

  /** An IANA name, such as Europe/Berlin. */
  timeZone(name: Variable): string | null {
    const value = this.text(name);
    if (value === null) return null;
    try {
      return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
    } catch {
      this.problem(name, `is "${value}", not a time zone such as Asia/Shanghai or Europe/Berlin`);
      return null;
    }
  }

  onOff(name: Variable): "on" | "off" {
    return this.oneOf(name, ["off", "on"]);
  }

  /** The first is the default. */
  oneOf<T extends string>(name: Variable, [usual, ...others]: readonly [T, ...T[]]): T {
    const value = this.text(name)?.toLowerCase() ?? usual;
    const known = [usual, ...others].find((one) => one === value);
    if (known !== undefined) return known;
    this.problem(name, `is "${value}": use ${[usual, ...others].sort().join(" or ")}`);
    return usual;
  }

  users(name: Variable): readonly number[] | "everyone" {
    const value = this.text(name);
    if (value === null) return [];
    if (value === "*") return "everyone";
    const parts = value.split(/[,，\s]+/).filter((part) => part !== "");
    const wrong = parts.filter((part) => !/^[1-9]\d{0,15}$/.test(part));
    if (wrong.length > 0)
      this.problem(name, `holds "${wrong.join('", "')}": use numeric user ids separated by commas, or * for everyone`);
    return parts.filter((part) => !wrong.includes(part)).map(Number);
  }
}
