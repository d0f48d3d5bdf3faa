import { describe, expect, it } from "vitest";
import { joinBrokenWords } from "../../src/articles/broken-words.ts";
import { inCommonCharacters } from "../../src/articles/common-characters.ts";
import { parsePdf } from "../../src/articles/pdf.ts";
import { type PdfPiece, pageLines } from "../../src/articles/pdf-lines.ts";

/** A PDF of one text line a row, a page for each list; readers rebuild the cross-reference table that it lacks. */
function pdfOf(pages: readonly (readonly string[])[]): Uint8Array {
  const kids = pages.map((_, index) => `${10 + index * 2} 0 R`).join(" ");
  const objects = pages.flatMap((lines, index) => {
    const id = 10 + index * 2;
    const rows = lines.map((line) => `(${line}) Tj 0 -14 Td`).join(" ");
    const stream = `BT /F 11 Tf 50 750 Td ${rows} ET`;
    return [
      `${id} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${id + 1} 0 R/Resources<</Font<</F 3 0 R>>>>>> endobj`,
      `${id + 1} 0 obj <</Length ${stream.length}>> stream\n${stream}\nendstream endobj`,
    ];
  });
  const text = [
    "%PDF-1.4",
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
    `2 0 obj <</Type/Pages/Kids[${kids}]/Count ${pages.length}>> endobj`,
    "3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj",
    "4 0 obj <</Title(Tides)/Author(A. Sample)/CreationDate(D:20240312101500Z)>> endobj",
    ...objects,
    "trailer <</Root 1 0 R/Info 4 0 R>>",
    "%%EOF",
  ];
  return Buffer.from(text.join("\n"), "latin1");
}

it("reads title, author, day and text, and leaves running lines and page numbers out", async () => {
  const page = (number: number, lines: readonly string[]) => ["Sample Harbour Review", ...lines, String(number)];
  const parsed = await parsePdf(
    pdfOf([
      page(1, ["The tide rose by two metres during the night and", "fell again before noon."]),
      page(2, ["A second paragraph begins on the second page here."]),
      page(3, ["The last page ends it."]),
    ]),
  );
  expect(parsed).toMatchObject({ title: "Tides", author: "A. Sample", date: "2024-03-12", url: null });
  expect(parsed.markdown).toContain("during the night and\nfell again before noon.\n");
  expect(parsed.markdown).not.toMatch(/Review|^\d$/m);
  expect(parsed.outside).toEqual(["Sample Harbour Review", "1", "2", "3"]);
});

/** A PDF whose Chinese font is named and not embedded, with one of the standard's own character maps. */
function namedFontPdf(cmap: string, ordering: string, lines: readonly string[]): Uint8Array {
  const rows = lines.map((hex) => `<${hex}> Tj 0 -20 Td`).join(" ");
  const stream = `BT /F 14 Tf 50 750 Td ${rows} ET`;
  return Buffer.from(
    [
      "%PDF-1.4",
      "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
      "2 0 obj <</Type/Pages/Kids[5 0 R]/Count 1>> endobj",
      `3 0 obj <</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/${cmap}/DescendantFonts[4 0 R]>> endobj`,
      `4 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>> endobj`,
      "5 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 6 0 R/Resources<</Font<</F 3 0 R>>>>>> endobj",
      `6 0 obj <</Length ${stream.length}>> stream\n${stream}\nendstream endobj`,
      "7 0 obj <</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>> endobj",
      "trailer <</Root 1 0 R>>",
      "%%EOF",
    ].join("\n"),
    "latin1",
  );
}

const ucs2 = (text: string): string => Buffer.from(text, "utf16le").swap16().toString("hex");

it.each<readonly [string, string, readonly string[], string]>([
  [
    "UniGB-UCS2-H",
    "GB1",
    [ucs2("水库蓄水"), ucs2("清淤六十七万立方米，费用五千万元。")],
    "清淤六十七万立方米，费用五千万元。",
  ],
  ["GBK-EUC-H", "GB1", ["d6d0cec4", "d5e2cac7d6d0cec4a3acb6f8c7d2b2bbb6cca1a3"], "这是中文，而且不短。"],
  [
    "UniJIS-UCS2-H",
    "Japan1",
    [ucs2("灯台"), ucs2("灯台は高さ三十一メートルである。")],
    "灯台は高さ三十一メートルである。",
  ],
])("reads Chinese and Japanese fonts that are only named: %s", async (cmap, ordering, lines, expected) => {
  const parsed = await parsePdf(namedFontPdf(cmap, ordering, lines));
  expect(parsed.markdown).toContain(expected);
  expect(parsed.title).not.toBeNull();
});

it("says which pages hold no text, and counts each as a picture", async () => {
  const parsed = await parsePdf(
    pdfOf([["The tide rose by two metres in the night."], [], ["It fell again before noon."]]),
  );
  expect(parsed.notes).toEqual(["read only in part: pages without text, of 3: 1"]);
  expect(parsed.markdown).toContain("![](page-2)");
});

it("says which pages are broken, and reads the others", async () => {
  const whole = pdfOf([["The tide rose by two metres in the night."], ["Lost."], ["It fell again before noon."]]);
  const broken = Buffer.from(
    Buffer.from(whole).toString("latin1").replace("12 0 obj <</Type/Page/Parent", "12 0 obj [/Parent"),
    "latin1",
  );
  const parsed = await parsePdf(broken);
  expect(parsed.notes).toEqual([expect.stringMatching(/^read only in part: pages that are broken, of \d: 1$/)]);
  expect(parsed.markdown).toContain("The tide rose");
});

describe("lines of a page", () => {
  const piece = (x: number, y: number, str: string, more: Partial<PdfPiece> = {}): PdfPiece => ({
    x,
    y,
    str,
    width: str.length * 6,
    fontSize: 12,
    dir: "ltr",
    hasEOL: false,
    ...more,
  });
  const LEFT = [
    "the harbour was dredged in",
    "the year 1958 by two ships",
    "which came from the north",
    "and left in the same month",
  ];
  const RIGHT = [
    "a mast stands on the hills",
    "above it and was built in",
    "the year 1966 by the guard",
    "who live beneath its foot.",
  ];
  const across = (left: readonly string[], right: readonly string[]) =>
    left.flatMap((text, row) => [
      piece(60, 700 - row * 18, text),
      piece(320, 700 - row * 18, right[row] ?? "", { hasEOL: true }),
    ]);

  it("of two columns that are drawn across are read one after the other", () => {
    expect(pageLines(across(LEFT, RIGHT))).toEqual([...LEFT, ...RIGHT]);
  });

  it("that reach over both part what is above from what is below", () => {
    const band = (y: number) => across(LEFT, RIGHT).map((each) => ({ ...each, y: each.y - y }));
    const wide = piece(60, 600, "a line that reaches over both of the columns, as headings do on such pages", {
      hasEOL: true,
    });
    expect(pageLines([...band(0), wide, ...band(200)])).toEqual([...LEFT, ...RIGHT, wide.str, ...LEFT, ...RIGHT]);
  });

  it("of a table stay rows", () => {
    const rows = [
      ["Boat", "Price"],
      ["Raft", "8"],
      ["Ferry", "12"],
      ["Yacht", "40"],
    ];
    expect(
      pageLines(
        across(
          rows.map(([a = ""]) => a),
          rows.map(([, b = ""]) => b),
        ),
      ),
    ).toEqual(["Boat Price", "Raft 8", "Ferry 12", "Yacht 40"]);
  });

  it("read raised signs by what they mean", () => {
    const line = [
      piece(60, 700, "built in 1878"),
      piece(138, 705, "4", { fontSize: 7 }),
      piece(142, 700, " and 10"),
      piece(184, 705, "8", { fontSize: 7 }),
      piece(190, 700, " grains"),
    ];
    expect(pageLines(line)).toEqual(["built in 1878 and 10^8 grains"]);
  });
});

it.each<readonly [string, readonly string[], string]>([
  ["a word", ["the har-", "bour line"], "the harbour\nline"],
  [
    "a compound that stands elsewhere",
    ["a well-", "known man, well-known to all"],
    "a well-known\nman, well-known to all",
  ],
  ["a compound of two words", ["a salt-", "water pump", "salt and water"], "a salt-water\npump\nsalt and water"],
  ["a soft hyphen", ["the ship\u00ad", "ping line"], "the shipping\nline"],
  ["a name", ["XXL-", "JOB"], "XXL-\nJOB"],
  ["a dash", ["the end -", "of it"], "the end -\nof it"],
])("joins what a line end broke: %s", (_, lines, expected) => {
  expect(joinBrokenWords(lines).join("\n")).toBe(expected);
});

it.each([
  ["⼀⼤⾏业", "一大行业"],
  ["⻓⻢⻋⻔", "长马车门"],
  ["⺠⻄⻅⻰", "民西见龙"],
  ["ﬁnd ﬂow", "find flow"],
  ["金\uf90a", "金金"],
  ["一大 ⑧ ㎡", "一大 ⑧ ㎡"],
])("writes %s in common characters", (text, expected) => expect(inCommonCharacters(text)).toBe(expected));

it("says so when there is no text layer", async () => {
  await expect(parsePdf(pdfOf([[]]))).rejects.toThrow(/no text layer/);
});
