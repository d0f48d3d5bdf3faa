import { rmSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLocalPath } from "../../src/bot/adding/local-path.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { FakeAdditions } from "./support/fake-additions.ts";
import { OWNER, type StageOptions, stage } from "./support/stage.ts";

type Way = NonNullable<StageOptions["way"]>;

async function localStage(wayOver: (filesFolder: string) => Way = () => ({})) {
  const filesFolder = temporaryFolder();
  const additions = new FakeAdditions();
  const api = { filesFolder, limits: { downloadBytes: 5 } };
  return { filesFolder, additions, ...(await stage({ api, additions, way: wayOver(filesFolder) })) };
}

/** For the bot the files are gone as soon as it knows their path, as if they lay on another machine's disk. */
const elsewhere = (filesFolder: string): Way => ({
  fetch: async (url, init) => {
    const reply = await fetch(url, init);
    if (url.endsWith("/getFile")) rmSync(filesFolder, { recursive: true });
    return reply;
  },
});
const bytes = Buffer.from("# 桥\n\n一篇文章。");

describe("a Bot API server of one's own that runs with --local", () => {
  it("hands over a file of any size by its path on the disk", async () => {
    const { server, filesFolder, additions, hears } = await localStage();
    server.sendDocument({ name: "桥.md", mimeType: "", bytes });
    expect((await hears(OWNER, 1))[0]?.text).toMatch(/^Added/);
    expect(additions.kept.map((kept) => Buffer.from(kept.bytes).toString())).toEqual([bytes.toString()]);
    const [file] = server.calls.filter(({ method }) => method === "getFile");
    expect(file?.response).toMatchObject({
      result: { file_path: path.join(filesFolder, server.token, "documents", "file_1.md") },
    });
  });

  it("on another machine is asked over HTTP, for what lies beneath the bot's folder", async () => {
    const { server, additions, hears } = await localStage(elsewhere);
    server.sendDocument({ name: "a.md", mimeType: "", bytes });
    await hears(OWNER, 1);
    expect(additions.kept.map((kept) => Buffer.from(kept.bytes).toString())).toEqual([bytes.toString()]);
  });
});

describe("the path of such a file", () => {
  const TOKEN = "123456:ABC-def";

  it.each([
    ["documents/file_1.md", null],
    ["/var/lib/telegram-bot-api/123456:ABC-def/documents/file 1.md", "documents/file 1.md"],
    ["/data/123456/documents/file_1.md", "documents/file_1.md"],
    ["C:\\bots\\123456~ABC-def\\documents\\file_1.md", "documents/file_1.md"],
    ["/etc/passwd", null],
    ["/home/ann/123456789/notes.md", null],
    ["/data/123456:ABC-def/../../etc/passwd", null],
    ["123456:ABC-def/documents/file_1.md", null],
  ])("%s lies beneath the bot's folder as %s", (filePath, relative) => {
    expect(readLocalPath(filePath, TOKEN)?.relative ?? null).toBe(relative);
  });

  it("is never one outside the bot's folder", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("..", "etc", "123456:ABC-def", ".", "")), (segments) => {
        const local = readLocalPath(`/${segments.join("/")}`, TOKEN);
        if (local !== null) expect(path.normalize(local.absolute)).toContain("/123456:ABC-def");
      }),
    );
  });
});
