import type { AddressInfo, Server, Socket } from "node:net";

export interface Served {
  readonly port: number;
  stop(): Promise<void>;
}

/** Listens on this machine, and can be stopped with all that runs through it. */
export async function serve(server: Server): Promise<Served> {
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
  return { port: (server.address() as AddressInfo).port, stop };
}
