import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/domain.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { button, GROUP, OWNER, STRANGER, stage } from "./support/stage.ts";

const say = sayIn("en");
const ANN = 501;
const BEN = 502;
const NOT_FOUND: Answer = {
  kind: "abstained",
  language: "en",
  reason: "nothing-found",
  dropped: [],
  unknownNames: [],
  searched: { articles: 12, from: null, to: null },
  nearest: [],
  usage: null,
};

/** An answer in that chat, and what one sees and does under it. */
async function answerIn(chat: number, answer?: Answer) {
  const on = await stage();
  if (answer !== undefined) on.library.answer = async () => answer;
  on.server.sendText("/ask When was the lamp lit?", { chat, from: OWNER });
  const [message] = await on.hears(chat, 1);
  const id = message?.message_id ?? 0;
  const now = () => on.server.history(chat).find(({ message_id }) => message_id === id);
  const labels = () => now()?.reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text));
  const labelled = (start: string) =>
    labels()
      ?.flat()
      .find((text) => text.startsWith(start)) ?? start;
  return {
    ...on,
    id,
    labels,
    /** Presses the button whose label begins so, and gives what the press says. */
    async press(label: string, from = OWNER): Promise<string> {
      const query = on.server.pressButton(chat, id, button(now(), labelled(label)), from);
      const answered = await on.until(() => on.server.callbackAnswer(query));
      return answered.text;
    },
    shows: (rows: readonly (readonly string[])[]) =>
      on.until(() => JSON.stringify(labels()) === JSON.stringify(rows)).then(() => expect(labels()).toEqual(rows)),
    votes: () => on.state.votes(10).map(({ vote }) => vote),
  };
}

const SAVE = say("save-reply");
const REASONS = ["wrong", "misread", "incomplete"].map((reason) => say(`vote-${reason}`));

describe("a vote in private", () => {
  it("is shown, changed, given a reason, and taken back; also after a restart", async () => {
    const on = await answerIn(OWNER);
    expect(on.labels()).toEqual([["1"], [SAVE, "👍", "👎"]]);
    expect(await on.press("👍")).toBe(say("vote-up"));
    await on.shows([["1"], [SAVE, "👍 ✓", "👎"]]);
    await on.restart();
    expect(await on.press("👎")).toBe(say("vote-down"));
    await on.shows([["1"], [SAVE, "👍", "👎 ✓"], REASONS]);
    expect(on.votes()).toEqual([{ kind: "down", reason: null }]);
    const [wrong = "", ...others] = REASONS;
    expect(await on.press(wrong)).toBe(say("vote-noted", { reason: wrong }));
    await on.shows([["1"], [SAVE, "👍", "👎 ✓"], [`${wrong} ✓`, ...others]]);
    expect(on.votes()).toEqual([{ kind: "down", reason: "wrong" }]);
    expect(await on.press("👎")).toBe(say("vote-withdrawn"));
    await on.shows([["1"], [SAVE, "👍", "👎"]]);
    expect(on.votes()).toEqual([]);
  });

  it("on 'not found' offers other reasons", async () => {
    const on = await answerIn(OWNER, NOT_FOUND);
    await on.press("👎");
    const reasons = ["missed", "uncollected", "misread"].map((reason) => say(`vote-${reason}`));
    await on.shows([[SAVE, "👍", "👎 ✓"], reasons]);
  });

  it("counts when the message was deleted meanwhile", async () => {
    const on = await answerIn(OWNER);
    on.server.fault({
      method: "editMessageReplyMarkup",
      status: 400,
      description: "Bad Request: message to edit not found",
    });
    expect(await on.press("👍")).toBe(say("vote-up"));
    await on.until(() => on.server.calls.some(({ method }) => method === "editMessageReplyMarkup"));
    expect(on.votes()).toEqual([{ kind: "up" }]);
    expect(on.said(OWNER)).toHaveLength(1);
  });

  it("on a reply that is kept no more says so", async () => {
    const on = await answerIn(OWNER);
    for (let index = 0; index < 200; index++) {
      const reply = on.state.conversation(String(OWNER)).replies[0]?.reply;
      if (reply !== undefined) on.state.keepReply(String(OWNER), String(OWNER), reply);
    }
    expect(await on.press("👍")).toBe(say("reply-gone"));
    expect(on.votes()).toEqual([]);
  });
});

describe("votes in a group", () => {
  it("are one for each person, and counted", async () => {
    const on = await answerIn(GROUP);
    await on.press("👍", ANN);
    await on.shows([["1"], [SAVE, "👍 1", "👎"]]);
    await on.press("👍", BEN);
    await on.shows([["1"], [SAVE, "👍 2", "👎"]]);
    await on.press("👎", BEN);
    await on.shows([["1"], [SAVE, "👍 1", "👎 1"], REASONS]);
    await on.press(REASONS[2] ?? "", BEN);
    expect(on.votes()).toEqual([{ kind: "down", reason: "incomplete" }, { kind: "up" }]);
    await on.press("👍", ANN);
    await on.shows([["1"], [SAVE, "👍", "👎 1"], REASONS]);
    expect(on.votes()).toEqual([{ kind: "down", reason: "incomplete" }]);
  });

  it("of two who press at once are both shown", async () => {
    const on = await answerIn(GROUP);
    on.server.fault({ method: "editMessageReplyMarkup", delayMs: 150 });
    await Promise.all([on.press("👍", ANN), on.press("👍", BEN)]);
    await on.shows([["1"], [SAVE, "👍 2", "👎"]]);
  });

  it("of who may not use the bot do not count", async () => {
    const on = await answerIn(OWNER);
    await on.press("👍", STRANGER);
    expect(on.votes()).toEqual([]);
  });
});
