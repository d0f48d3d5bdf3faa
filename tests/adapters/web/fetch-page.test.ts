import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPageFetcher } from "../../../src/adapters/web/fetch-page.ts";
import { isPublicAddress } from "../../../src/adapters/web/public-address.ts";
import { parseFile } from "../../../src/articles/parse.ts";
import { pageAsArticle } from "../../../src/bot/adding/page-article.ts";

const PAGE =
  "<!doctype html><html><head><title>T</title><link rel=canonical href=https://other.example/></head><body><h1>The ferry</h1><p>It sails twice a week, in summer three times.</p></body></html>";
let port: number;
const seen: string[] = [];

const replies: Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>> = {
  "/page": (response) => response.setHeader("content-type", "text/html; charset=utf-8").end(PAGE),
  "/packed": (response) =>
    response.setHeader("content-type", "text/html").setHeader("content-encoding", "gzip").end(gzipSync(PAGE)),
  "/bomb": (response) =>
    response
      .setHeader("content-type", "text/html")
      .setHeader("content-encoding", "gzip")
      .end(gzipSync(Buffer.alloc(2_000_000))),
  "/large": (response) => response.setHeader("content-type", "text/plain").end(Buffer.alloc(60_000, "x")),
  "/endless": (response) => {
    response.setHeader("content-type", "text/html").write("<p>");
  },
  "/silent": () => {},
  "/picture": (response) => response.setHeader("content-type", "image/png").end("x"),
  "/typeless": (response) => response.end("x"),
  "/gone": (response) => response.setHeader("content-type", "text/html").writeHead(404).end(PAGE),
  "/away": (response) => response.writeHead(302, { location: "/page" }).end(),
  "/to-private": (response) => response.writeHead(302, { location: `http://127.0.0.2:${port}/page` }).end(),
  "/to-file": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/cut": (response) =>
    response
      .setHeader("content-type", "text/html")
      .setHeader("content-length", "100")
      .end("x", () => response.destroy()),
};
const server = createServer((request, response) => {
  const path = request.url ?? "";
  seen.push(path);
  const hop = /^\/hop(\d+)$/.exec(path);
  if (hop !== null) {
    const left = Number(hop[1]) - 1;
    response.writeHead(301, { location: left === 0 ? "/page" : `/hop${left}` }).end();
  } else replies[path]?.(response, request);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here = (address: string) => address === "127.0.0.1";
const fetchHere = createPageFetcher({ isAllowed: here, timeLimitMs: 300, largestBytes: 50_000 });
const at = (path: string, host = "127.0.0.1") => `http://${host}:${port}${path}`;

describe("fetching a page", () => {
  it.each(["/page", "/packed", "/away", "/hop5"])("reads %s", async (path) => {
    const page = await fetchHere(at(path));
    expect(page).toMatchObject({ kind: "page", mediaType: "text/html" });
    expect(page.kind === "page" && Buffer.from(page.bytes).toString()).toBe(PAGE);
  });

  it.each([
    ["/hop6", "unreachable"],
    ["/bomb", "too-large"],
    ["/large", "too-large"],
    ["/endless", "unreachable"],
    ["/silent", "unreachable"],
    ["/cut", "unreachable"],
    ["/picture", "type"],
    ["/typeless", "type"],
    ["/gone", "status"],
    ["/to-private", "address"],
    ["/to-file", "address"],
  ])("refuses %s: %s", async (path, reason) => {
    expect(await fetchHere(at(path))).toEqual({ kind: "refused", reason });
  });

  it.each([
    () => at("/page"),
    () => at("/page", "localhost"),
    () => `http://2130706433:${port}/page`,
    () => `http://0x7f.1:${port}/page`,
    () => `http://[::ffff:127.0.0.1]:${port}/page`,
    () => `http://[::1]:${port}/page`,
    () => "http://169.254.169.254/latest/meta-data",
    () => `http://user:secret@127.0.0.1:${port}/page`,
    () => "ftp://127.0.0.1/x",
    () => "file:///etc/passwd",
  ])("never reaches this machine: %s", async (link) => {
    const before = seen.length;
    expect(await createPageFetcher()(link())).toEqual({ kind: "refused", reason: "address" });
    expect(seen).toHaveLength(before);
  });

  it("refuses what is no address at all", async () => {
    expect(await fetchHere("https://")).toEqual({ kind: "refused", reason: "unreachable" });
  });
});

it.each([
  ["93.184.216.34", true],
  ["8.8.8.8", true],
  ["2606:4700::1111", true],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["172.31.255.255", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["0.0.0.0", false],
  ["255.255.255.255", false],
  ["224.0.0.1", false],
  ["::", false],
  ["::1", false],
  ["fe80::1", false],
  ["fd00::1", false],
  ["ff02::1", false],
  ["::ffff:8.8.8.8", false],
  ["64:ff9b::a00:1", false],
  ["2002:a00:1::", false],
  ["2001:db8::1", false],
  ["example.org", false],
])("the address %s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

describe("a fetched page as a file", () => {
  it.each([PAGE, "<html><body><p>The ferry sails twice a week, in summer three times.</p></body></html>"])(
    "bears the address it was found at, whatever it says of itself",
    async (html) => {
      const url = 'https://example.org/a%20b/the-ferry.html?x=1&y="2"';
      const { name, extension, bytes } = pageAsArticle({
        kind: "page",
        url,
        mediaType: "text/html",
        bytes: Buffer.from(html),
      });
      expect([name, extension]).toEqual(["example.org the-ferry", ".html"]);
      const parsed = await parseFile(`x${extension}`, bytes);
      expect(parsed.url).toBe(url);
      expect(parsed.markdown).toContain("twice a week");
    },
  );
});
