import { expect, it } from "vitest";
import type { Timeline } from "../../src/domain.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { cite, FakeLibrary, LIGHTHOUSE } from "./support/fake-library.ts";
import { button, OWNER, stage } from "./support/stage.ts";

const value = (asOf: string, text: string, isRumour = false) => ({
  asOf,
  text,
  amount: 1,
  unit: "USD",
  isRumour,
  citations: [cite(LIGHTHOUSE, `It was worth ${text}.`)],
});
const TIMELINE: Timeline = {
  language: "en",
  entity: "Oura",
  attribute: "valuation",
  values: [value("2023", "$1 billion"), value("2024-11", "$5 billion"), value("2024-11", "$6 billion", true)],
};

it("tells values over time in a line with sources, hearsay marked, those of one day side by side", async () => {
  const library = new FakeLibrary();
  library.timeline = async () => TIMELINE;
  const { server, hears } = await stage({ library });
  server.sendText("/timeline Oura valuation");
  const [told] = await hears(OWNER, 1);
  expect(told?.text?.split("\n")[0]).toBe(
    `Oura 2023 $1 billion [1] → 2024-11 $5 billion [1] / $6 billion${sayIn("en")("timeline-rumour")} [1]`,
  );
  expect(button(told, "1")).toBeTruthy();
});

it("says how to ask, and that nothing stands", async () => {
  const { server, hears } = await stage();
  server.sendText("/timeline");
  server.sendText("/timeline nothing");
  const texts = (await hears(OWNER, 2)).map(({ text }) => text);
  expect(texts).toEqual([sayIn("en")("timeline-how"), sayIn("en")("timeline-none", { words: "nothing" })]);
});
