import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { serve } from "./serve.ts";
import { type ProxyOptions, type TestProxy, tunnel } from "./test-proxy.ts";

const VERSION = 5;
const NO_LOGIN = 0;
const LOGIN = 2;
const HOST_UNREACHABLE = 4;

/** SOCKS 5 with CONNECT alone (RFC 1928), and with user name and password (RFC 1929). */
export async function startSocksProxy(options: ProxyOptions): Promise<TestProxy> {
  const seen: string[] = [];
  const server = createServer((client) => void talk(client, options, seen).catch(() => client.destroy()));
  return { ...(await serve(server)), seen };
}

async function talk(client: Socket, { routes, credentials }: ProxyOptions, seen: string[]): Promise<void> {
  const read = reader(client);
  const [, count = 0] = await read(2);
  const offered = await read(count);
  const method = credentials === undefined ? NO_LOGIN : LOGIN;
  if (!offered.includes(method)) return void client.end(Buffer.from([VERSION, 0xff]));
  client.write(Buffer.from([VERSION, method]));
  if (credentials !== undefined && !(await isLoggedIn(client, read, credentials))) return void client.end();
  const [, , , kind = 0] = await read(4);
  const target = `${await readHost(read, kind)}:${(await read(2)).readUInt16BE()}`;
  seen.push(`CONNECT ${target}`);
  const port = routes[target];
  if (port === undefined) client.end(answer(HOST_UNREACHABLE));
  else tunnel(client, port, () => client.write(answer(0)));
}

type Read = (bytes: number) => Promise<Buffer>;

async function isLoggedIn(client: Socket, read: Read, wanted: NonNullable<ProxyOptions["credentials"]>) {
  const [, userBytes = 0] = await read(2);
  const user = (await read(userBytes)).toString();
  const [passwordBytes = 0] = await read(1);
  const password = (await read(passwordBytes)).toString();
  const isRight = user === wanted.user && password === wanted.password;
  client.write(Buffer.from([1, isRight ? 0 : 1]));
  return isRight;
}

/** A name comes with its length; an IPv4 address is the only other kind that is understood here. */
async function readHost(read: Read, kind: number): Promise<string> {
  if (kind === 1) return (await read(4)).join(".");
  const [length = 0] = await read(1);
  return (await read(length)).toString();
}

const answer = (code: number) => Buffer.from([VERSION, code, 0, 1, 0, 0, 0, 0, 0, 0]);

/** Exactly as many bytes as are asked for; the rest stays in the socket. */
function reader(client: Socket): Read {
  return async (bytes) => {
    for (;;) {
      const chunk: Buffer | null = bytes === 0 ? Buffer.alloc(0) : client.read(bytes);
      if (chunk !== null) return chunk;
      await once(client, "readable");
    }
  };
}
