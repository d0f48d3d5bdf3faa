import { describe, expect, it } from "vitest";
import { declaredEncoding, decodeText } from "../../src/articles/decode.ts";
import { parseFile } from "../../src/articles/parse.ts";

const hex = (text: string): Uint8Array => Buffer.from(text.replace(/\s+/g, ""), "hex");
const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const utf16be = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();

const ZH = "北坡的茶园有四百亩，今年清明前采了一千二百斤茶。\n茶园的主人已经八十岁了。";
const CUT = Buffer.from(ZH).subarray(0, -4);
const HARMED = Buffer.from(ZH);
HARMED[20] = 0xff;

describe("a text without a declaration", () => {
  it.each<readonly [string, Uint8Array, string, number]>([
    ["UTF-8", Buffer.from(ZH), ZH, 0],
    ["UTF-16LE with a mark", Buffer.from(`\uFEFF${ZH}`, "utf16le"), ZH, 0],
    ["UTF-16LE without a mark", Buffer.from(ZH, "utf16le"), ZH, 0],
    ["UTF-16BE without a mark", utf16be(ZH), ZH, 0],
    [
      "UTF-16LE without a mark, one line",
      Buffer.from("茶园的主人已经八十岁了。", "utf16le"),
      "茶园的主人已经八十岁了。",
      0,
    ],
    ["UTF-16LE without a mark, English", Buffer.from("The mill.\nIt turns.", "utf16le"), "The mill.\nIt turns.", 0],
    ["GB18030", hex("d6d0cec40ad5e2cac7d6d0cec4a1a3"), "中文\n这是中文。", 0],
    [
      "Big5",
      hex("a5d5aff3aaba b4e4a4f4b9b7 a141 a67ea95ea4a4 a45da6b3 b0aab2b3a143"),
      new TextDecoder("big5").decode(hex("a5d5aff3aaba b4e4a4f4b9b7 a141 a67ea95ea4a4 a45da6b3 b0aab2b3a143")),
      0,
    ],
    [
      "Shift_JIS",
      hex("93f4918d82cc939490e082cd8d9582a281424170"),
      new TextDecoder("shift_jis").decode(hex("93f4918d82cc939490e082cd8d9582a281424170")),
      0,
    ],
    [
      "windows-1252",
      latin1("Le caf\xe9 ouvre \xe0 six heures, d\xe8s l'\xe9t\xe9."),
      "Le café ouvre à six heures, dès l'été.",
      0,
    ],
    ["UTF-8 cut in mid-character", CUT, `${ZH.slice(0, -2)}\uFFFD`, 1],
    ["UTF-8 with a bad byte", HARMED, `${ZH.slice(0, 6)}\uFFFD${ZH.slice(7)}`, 1],
  ])("%s", (_, bytes, text, damaged) => {
    const decoded = decodeText(bytes);
    expect(decoded.text.replace("\uFEFF", "")).toBe(text);
    expect(decoded.damaged).toBe(damaged);
  });
});

describe("a page is read as it declares", () => {
  const page = (head: string, body: Uint8Array) =>
    Buffer.concat([Buffer.from(`<html><head>${head}</head><body><p>`), body]);
  it.each<readonly [string, string, string]>([
    ["meta charset", '<meta charset="Big5">', "Big5"],
    ["http-equiv", '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">', "shift_jis"],
    ["no quotes", "<meta charset=euc-kr>", "euc-kr"],
    ["XML", '<?xml version="1.0" encoding="ISO-8859-2"?>', "ISO-8859-2"],
  ])("%s", (_, head, label) => expect(declaredEncoding(page(head, Buffer.of()))).toBe(label));

  it("unless its bytes are UTF-8, or the name is none", () => {
    expect(decodeText(Buffer.from(ZH), "gbk").text).toBe(ZH);
    expect(decodeText(hex("d5e2cac7d6d0cec4a1a3"), "no-such-thing").text).toBe("这是中文。");
    expect(declaredEncoding(page('<meta charset="utf-16">', Buffer.of()))).toBeNull();
  });

  it("and bytes of no encoding at all are refused", () => {
    expect(() => decodeText(Uint8Array.from({ length: 4_000 }, (_, index) => (index * 197) % 256))).toThrow(/binary/);
  });
});

it("says how many places are damaged", async () => {
  expect((await parseFile("a.txt", HARMED)).notes).toEqual(["damaged places, shown as \uFFFD: 1"]);
});
