import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { serve } from "./serve.ts";
import { type ProxyOptions, type TestProxy, tunnel } from "./test-proxy.ts";

/** CONNECT for tunnels and requests in absolute form (RFC 9110 9.3.6, RFC 9112 3.2.2), with Basic credentials. */
export async function startHttpProxy({ routes, credentials }: ProxyOptions): Promise<TestProxy> {
  const seen: string[] = [];
  const wanted = credentials === undefined ? null : Buffer.from(`${credentials.user}:${credentials.password}`);
  const isAllowed = ({ headers }: IncomingMessage) =>
    wanted === null || headers["proxy-authorization"] === `Basic ${wanted.toString("base64")}`;

  const server = createServer((incoming, reply) => {
    const url = new URL(incoming.url ?? "");
    seen.push(`${incoming.method} ${url.origin}`);
    const port = routes[`${url.hostname}:${url.port || 80}`];
    if (!isAllowed(incoming)) refuse(reply, 407);
    else if (port === undefined) refuse(reply, 502);
    else forward(incoming, reply, url, port);
  });
  server.on("connect", (incoming: IncomingMessage, client: Socket) => {
    seen.push(`CONNECT ${incoming.url}`);
    const port = routes[incoming.url ?? ""];
    if (!isAllowed(incoming)) client.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    else if (port === undefined) client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    else tunnel(client, port, () => client.write("HTTP/1.1 200 Connection established\r\n\r\n"));
  });
  return { ...(await serve(server)), seen };
}

function refuse(reply: ServerResponse, status: number): void {
  reply.writeHead(status, { "proxy-authenticate": "Basic" }).end();
}

function forward(incoming: IncomingMessage, reply: ServerResponse, url: URL, port: number): void {
  const { "proxy-authorization": _, ...headers } = incoming.headers;
  const { method } = incoming;
  const onward = request(
    { port, host: "127.0.0.1", path: `${url.pathname}${url.search}`, method, headers },
    (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    },
  );
  onward.on("error", () => reply.destroy());
  reply.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
