import { describe, expect, it } from "vitest";
import { EXTENSIONS, extensionOf, extensionOfType, FORMATS, formatOf } from "../../src/articles/formats.ts";
import { parseFile } from "../../src/articles/parse.ts";

describe("the formats", () => {
  it("name each extension and each media type once", () => {
    const types = FORMATS.flatMap(({ mediaTypes }): readonly string[] => mediaTypes);
    expect(new Set(EXTENSIONS).size).toBe(EXTENSIONS.length);
    expect(new Set(types).size).toBe(types.length);
  });

  it.each([...EXTENSIONS])("know %s by its name, in any letters", (extension) => {
    expect(extensionOf(`An Article${extension.toUpperCase()}`)).toBe(extension);
    expect(formatOf(extension).extensions).toContain(extension);
  });

  it.each([
    ["text/html", ".html"],
    ["APPLICATION/PDF", ".pdf"],
    ["text/vtt", ".vtt"],
    ["application/zip", null],
    ["", null],
  ] as const)("know the media type %j as %s", (mediaType, extension) => {
    expect(extensionOfType(mediaType)).toBe(extension);
  });
});

describe("a file that is no article says why, for programs", () => {
  it.each([
    ["a.md", "", "empty"],
    ["a.txt", " \n ", "empty"],
    ["a.exe", "MZ", "kind"],
    ["a.md", "\0\u0001\u0002\u0003", "encoding"],
    ["a.html", "<html><body></body></html>", "empty"],
    ["a.pdf", "%PDF-1.4 broken", "damaged"],
  ] as const)("%s holding %j: %s", async (name, text, why) => {
    await expect(parseFile(name, Buffer.from(text))).rejects.toMatchObject({ why });
  });
});
