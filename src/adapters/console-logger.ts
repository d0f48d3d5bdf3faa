import type { Logger } from "../ports.ts";

/** Bot tokens, keys, and the user and password of an address. */
const SECRETS = /(?<!\d)\d{3,}:[\w-]{20,}|\bsk-[\w-]{8,}\b|\bBearer\s+\S+|(?<=:\/\/)[^\s/@"]+(?=@)/g;

/** One line an event: time, level, message, fields as JSON. Keys and tokens never reach it. */
export function createConsoleLogger(stream: { write(text: string): unknown }, now: () => Date): Logger {
  const write = (level: string) => (message: string, fields?: Readonly<Record<string, unknown>>) => {
    const tail = fields === undefined ? "" : ` ${JSON.stringify(fields)}`;
    stream.write(
      `${`${now().toISOString()} ${level} ${message}${tail}`.replace(SECRETS, "[secret]").replace(/\n/g, "\\n")}\n`,
    );
  };
  return { info: write("info"), warn: write("warn"), error: write("error") };
}
