import type { AddressInfo, Server, Socket } from "node:net";
import { connect } from "node:net";

export interface ProxyOptions {
  /** Port of this machine behind each `host:port`; what is not named is refused as unreachable. */
  readonly routes: Readonly<Record<string, number>>;
  /** Asked for when set. */
  readonly credentials?: { readonly user: string; readonly password: string };
}

/** A real proxy on this machine, which notes who was asked for and resolves names by its own table. */
export interface TestProxy {
  readonly port: number;
  /** `CONNECT host:port` for tunnels, `METHOD http://host:port` for forwarded requests, in order. */
  readonly seen: readonly string[];
  stop(): Promise<void>;
}

/** Listens, and can be stopped with all that runs through it. */
export async function serve(server: Server, seen: readonly string[]): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { port: (server.address() as AddressInfo).port, seen, stop };
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
