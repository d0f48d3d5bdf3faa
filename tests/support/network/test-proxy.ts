import { connect, type Socket } from "node:net";
import type { Served } from "./serve.ts";

export interface ProxyOptions {
  /** Port of this machine behind each `host:port`; what is not named is refused as unreachable. */
  readonly routes: Readonly<Record<string, number>>;
  /** Asked for when set. */
  readonly credentials?: { readonly user: string; readonly password: string };
}

/** A real proxy on this machine, which notes who was asked for and resolves names by its own table. */
export interface TestProxy extends Served {
  /** `CONNECT host:port` for tunnels, `METHOD http://host:port` for forwarded requests, in order. */
  readonly seen: readonly string[];
}

/** Joins a client to a port of this machine once `greet` has told it so. */
export function tunnel(client: Socket, port: number, greet: () => void): void {
  const onward = connect(port, "127.0.0.1", () => {
    greet();
    client.pipe(onward).pipe(client);
  });
  onward.on("error", () => client.destroy());
  client.on("error", () => onward.destroy()).on("close", () => onward.destroy());
}
