import { expect, it } from "vitest";
import { parsePdf } from "../../src/articles/pdf.ts";

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

it("says so when there is no text layer", async () => {
  await expect(parsePdf(pdfOf([[]]))).rejects.toThrow(/no text layer/);
});
