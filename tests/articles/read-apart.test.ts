import { describe, expect, it } from "vitest";
import { readApart } from "../../src/articles/read-apart.ts";
import { type Limit, TooMuch } from "../../src/articles/too-much.ts";
import { bombPdf, longPage } from "../support/hostile-files.ts";

const LIMITS = { seconds: 10, megabytes: 250 };
const read = (name: string, bytes: Uint8Array, limits = LIMITS) => readApart({ name, bytes }, limits);
const note = (text: string) => Buffer.from(`# Tides\n\n${text}`);

describe("a file that takes too much costs that file", () => {
  it.each<[string, string, Uint8Array, number, Limit, RegExp]>([
    ["processor time", "long.html", longPage(60_000), 1, "time", /more than 1 s of processor time/],
    ["memory", "bomb.pdf", bombPdf(400), 10, "memory", /more than 250 MB of memory/],
  ])("%s", async (_, name, bytes, seconds, limit, reason) => {
    const failure = await read(name, bytes, { ...LIMITS, seconds }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TooMuch);
    expect(failure).toMatchObject({ limit, message: expect.stringMatching(reason) });
    expect(await read("next.md", note("The sea is calm."))).toMatchObject({ title: "Tides" });
  });

  it("hands on the reasons of the parsers, also of many files that are asked for at once", async () => {
    const asked = [read("a.md", note("One.")), read("b.exe", note("Two.")), read("c.md", note("Three."))];
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    await expect(asked[1]).rejects.toThrow("not an article format (.exe)");
  });
});
