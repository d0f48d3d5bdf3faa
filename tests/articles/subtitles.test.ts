import { expect, it } from "vitest";
import { parseFile } from "../../src/articles/parse.ts";

it.each<readonly [string, string, string, string]>([
  [
    "SubRip named .txt",
    "s.txt",
    "1\n00:00:00,000 --> 00:00:02,500\n今天说豆腐坊\n\n2\n00:00:03,000 --> 00:00:05,500\n坊里有五口缸\n",
    "今天说豆腐坊\n\n坊里有五口缸",
  ],
  [
    "SubRip",
    "s.srt",
    "7\n00:00:01,000 --> 00:00:02,000\n<i>The mill</i>\n{\\an8}turns at noon.\n",
    "The mill\n\nturns at noon.",
  ],
  [
    "WebVTT with notes, names and rolling lines",
    "s.vtt",
    "WEBVTT - talk\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:02.000 align:start\nThe mill turns\n\n00:02.000 --> 00:03.000\nThe mill turns\nat noon.",
    "The mill turns\n\nat noon.",
  ],
])("%s", async (_, name, text, markdown) => {
  expect(await parseFile(name, Buffer.from(text))).toMatchObject({ title: null, markdown });
});

it("a text that starts with a number, or names a time, is no subtitle", async () => {
  const text = "1\n\nThe ferry left at 00:10:00,000 --> so the log says.";
  expect((await parseFile("a.txt", Buffer.from(text))).markdown).toContain("The ferry");
});
