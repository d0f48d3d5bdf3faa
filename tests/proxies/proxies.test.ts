import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { addressOf } from "../../src/proxies/proxy-server.ts";
import { proxyFor } from "../../src/proxies/route.ts";

const proxiesOf = (env: Record<string, string>) => loadConfig(env).proxies;
const wayTo = (url: string, env: Record<string, string>) => {
  const proxy = proxyFor(new URL(url), proxiesOf(env));
  return proxy === null ? "straight" : addressOf(proxy);
};
const P = "http://10.9.8.7:3128";

describe("which proxy leads where", () => {
  it.each([
    [{}, "https://api.telegram.org", "straight"],
    [{ HTTPS_PROXY: P }, "https://api.telegram.org", P],
    [{ HTTPS_PROXY: P }, "http://api.telegram.org", "straight"],
    [{ HTTP_PROXY: P }, "https://api.telegram.org", "straight"],
    [{ http_proxy: P }, "http://bots.example.com:8081", P],
    [{ https_proxy: P, HTTPS_PROXY: "http://other:1" }, "https://a.example", P],
    [{ https_proxy: "", HTTPS_PROXY: P }, "https://a.example", P],
    [{ all_proxy: P }, "https://a.example", P],
    [{ ALL_PROXY: P, HTTPS_PROXY: "socks5://h" }, "https://a.example", "socks5://h:1080"],
    [{ ALL_PROXY: "socks://127.0.0.1:7891/" }, "https://a.example", "socks5://127.0.0.1:7891"],
    [{ ALL_PROXY: "socks5h://[::1]" }, "https://a.example", "socks5://[::1]:1080"],
    [{ ALL_PROXY: "127.0.0.1:7890" }, "https://a.example", "http://127.0.0.1:7890"],
    [{ ALL_PROXY: "localhost:7890" }, "https://a.example", "http://localhost:7890"],
    [{ ALL_PROXY: "HTTPS://user:p%40ss@proxy.example" }, "https://a.example", "https://proxy.example:443"],
  ])("%j to %s: %s", (env, url, way) => {
    expect(wayTo(url, env as Record<string, string>)).toBe(way);
  });

  it.each([
    "http://localhost:11434",
    "http://LOCALHOST:11434",
    "http://ollama.localhost",
    "https://127.0.0.1",
    "http://127.1:8000",
    "http://[::1]:8000",
    "http://0.0.0.0:11434",
  ])("%s is this machine, to which no proxy leads", (url) => {
    expect(wayTo(url, { ALL_PROXY: P })).toBe("straight");
  });

  it.each([
    ["example.com", "https://example.com", "straight"],
    ["example.com", "https://api.example.com", "straight"],
    [".example.com", "https://api.example.com", "straight"],
    ["*.example.com", "https://api.example.com", "straight"],
    ["example.com", "https://badexample.com", P],
    ["EXAMPLE.com", "https://example.COM", "straight"],
    ["a.example, example.com", "https://example.com", "straight"],
    ["a.example,，b.example c.example", "https://c.example", "straight"],
    ["*", "https://example.com", "straight"],
    ["example.com:8443", "https://example.com", P],
    ["example.com:8443", "https://example.com:8443", "straight"],
    ["192.168.0.0/16", "http://192.168.3.4:8081", "straight"],
    ["192.168.0.0/16", "http://192.169.3.4:8081", P],
    ["192.168.0.0/16", "https://example.com", P],
    ["10.0.0.1", "http://10.0.0.1:8081", "straight"],
    ["0.0.1", "http://10.0.0.1:8081", P],
    ["fd00::/8", "http://[fd12::1]:8081", "straight"],
    ["[fd12::1]:8081", "http://[fd12::1]:8081", "straight"],
    ["fd12::1", "http://[fd12::1]:8081", "straight"],
  ])("NO_PROXY=%s to %s: %s", (exceptions, url, way) => {
    expect(wayTo(url, { ALL_PROXY: P, no_proxy: exceptions })).toBe(way);
  });
});

describe("what cannot be used", () => {
  it.each([
    [{ HTTPS_PROXY: "ftp://proxy:21" }, /^HTTPS_PROXY is not a proxy that can be used/],
    [{ HTTP_PROXY: "socks4://proxy:1080" }, /^HTTP_PROXY/],
    [{ https_proxy: "http://user:pa#secret-value@host:80" }, /^https_proxy is not a proxy/],
    [{ ALL_PROXY: "http://user:secret-value@:80" }, /^ALL_PROXY/],
    [{ ALL_PROXY: "two words" }, /^ALL_PROXY/],
    [{ NO_PROXY: "10.0.0.0/64" }, /^NO_PROXY holds "10\.0\.0\.0\/64"/],
    [{ NO_PROXY: "example.com/8, http://x" }, /^NO_PROXY holds "example\.com\/8", "http:\/\/x"/],
  ])("%j is told with its variable, and keeps the password", (env, words) => {
    expect(() => loadConfig(env)).toThrow(words);
    expect(() => loadConfig(env)).not.toThrow(/secret-value/);
  });

  it("any words at all are read, or refused as a problem of the configuration", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (proxy, exceptions) => {
        try {
          wayTo("https://example.com", { ALL_PROXY: proxy, NO_PROXY: exceptions });
        } catch (error) {
          expect(error).toMatchObject({ code: "config" });
        }
      }),
    );
  });
});
