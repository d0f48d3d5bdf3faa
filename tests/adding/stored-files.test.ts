import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepFile, removeFiles } from "../../src/adding/stored-files.ts";
import { storedName, tagOf, withoutTag } from "../../src/articles/stored-name.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SHA = "0123456789abcdef".repeat(4);
const article = (name: string, text = "Text.") => ({ name, extension: ".md" as const, bytes: Buffer.from(text) });

describe("the name of an added file", () => {
  it.each([
    ["2024-12-20-11-08-桥的故事", "2024-12-20-11-08-桥的故事"],
    ["../../etc/passwd", "etc-passwd"],
    ["..\\..\\windows\\win.ini", "windows-win-ini"],
    ["/etc/cron.d/x", "etc-cron-d-x"],
    [".bashrc", "bashrc"],
    ["..", "article"],
    ["", "article"],
    ["🎉🎉", "article"],
    ["a\u0000b\nc\u202Egpj", "a-b-c-gpj"],
    ["CON", "article-CON"],
    ["lpt1.txt", "lpt1-txt"],
    ["-rf", "rf"],
    ["$(reboot); `id` | tee", "reboot-id-tee"],
    ["~0123456789ab", "0123456789ab"],
  ])("%j becomes %s", (given, stem) => {
    expect(storedName(given, SHA, ".md")).toBe(`${stem}~0123456789ab.md`);
  });

  it("fits every file system, holds no sign with a meaning, and gives its stem and tag back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const stored = storedName(name, SHA, ".md");
        expect(Buffer.byteLength(stored)).toBeLessThan(200);
        expect(stored).toMatch(/^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*~0123456789ab\.md$/u);
        expect(tagOf(stored)).toBe("0123456789ab");
        expect(withoutTag(path.parse(stored).name)).not.toContain("~");
      }),
    );
  });
});

describe("stored files", () => {
  it("keeps each content once, whatever its name, and never overwrites", () => {
    const folder = path.join(temporaryFolder(), "articles");
    const first = keepFile(folder, article("bridge"));
    expect(keepFile(folder, article("other name"))).toEqual({ file: first.file, state: "there" });
    const second = keepFile(folder, article("bridge", "Another text."));
    expect(second.state).toBe("new");
    expect(readdirSync(folder).sort()).toEqual([first.file, second.file].sort());
    expect(readFileSync(path.join(folder, first.file), "utf8")).toBe("Text.");
  });

  it("removes what it kept, and nothing else", () => {
    const root = temporaryFolder();
    const folder = path.join(root, "articles");
    const { file } = keepFile(folder, article("bridge"));
    writeFileSync(path.join(folder, "own.md"), "The owner's.");
    writeFileSync(path.join(root, "outside~0123456789ab.md"), "Elsewhere.");
    expect(removeFiles(folder, ["../outside~0123456789ab.md", "own.md", "missing~0123456789ab.md"])).toBe(0);
    expect(removeFiles(folder, [file])).toBe(1);
    expect(removeFiles(folder, [file])).toBe(0);
    expect(readdirSync(folder)).toEqual(["own.md"]);
    expect(removeFiles(path.join(root, "nowhere"), [file])).toBe(0);
  });

  it("says where it cannot write", () => {
    const root = temporaryFolder();
    writeFileSync(path.join(root, "file"), "");
    expect(() => keepFile(path.join(root, "file"), article("bridge"))).toThrow(/cannot be written to .*file/);
  });
});
