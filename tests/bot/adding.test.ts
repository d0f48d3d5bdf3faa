import type { Message, MessageOrigin } from "grammy/types";
import { describe, expect, it } from "vitest";
import { readAddingButton } from "../../src/bot/adding/buttons.ts";
import { undoAdding } from "../../src/bot/adding/undo.ts";
import { AppError } from "../../src/errors.ts";
import { added, FakeAdditions } from "./support/fake-additions.ts";
import { card } from "./support/fake-library.ts";
import { button, GROUP, OWNER, STRANGER, type StageOptions, stage } from "./support/stage.ts";

const BEN = 43;
const HIDDEN: MessageOrigin = { type: "hidden_user", date: 1_715_432_820, sender_user_name: "Somebody" };
const document = (name: string, bytes: Uint8Array = Buffer.from("# T\n\nText.")) => ({ name, mimeType: "", bytes });

async function addingStage(options: StageOptions = {}) {
  const additions = new FakeAdditions();
  const access = { ownerId: OWNER, allowedUsers: [BEN] };
  return { additions, ...(await stage({ access, ...options, additions })) };
}

describe("the news of an added article", () => {
  it("tells size, what was left out, digest and questions", async () => {
    const { server, hears } = await addingStage();
    server.sendDocument(document("bridge.md"));
    const [news] = await hears(OWNER, 1);
    expect(news?.text).toBe(
      [
        "Added · 3,120 words · 14 pictures left out",
        "bridge",
        "Harbour Notes · 2024-05-11",
        "",
        "• Digest of bridge.",
        "",
        "You could ask:",
        "1. Question 1 of bridge?",
        "2. Question 2 of bridge?",
        "3. Question 3 of bridge?",
      ].join("\n"),
    );
    expect(news?.reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text))).toEqual([
      ["1", "2", "3"],
      ["Undo"],
    ]);
  });

  it("is Chinese to who uses Telegram in Chinese, and tells of a paywall and of a copy", async () => {
    const { server, additions, hears } = await addingStage();
    const article = added("桥", { language: "zh", paywall: true, repeats: "旧桥", piecesRemoved: 3 });
    additions.outcome = () => ({ kind: "added", article });
    server.sendDocument(document("桥.md"), { languageCode: "zh-hans" });
    const [news] = await hears(OWNER, 1);
    expect(news?.text).toContain("已收录 · 3,120 字 · 去掉 14 张图 · 去掉 3 段非正文\n桥\n");
    expect(news?.text).toContain("原文在付费墙处截断\n与《旧桥》几乎逐字相同");
  });

  it("asks a suggested question when its button is pressed, after a restart too", async () => {
    const { server, library, hears, restart } = await addingStage();
    server.sendDocument(document("bridge.md"));
    const [news] = await hears(OWNER, 1);
    await restart();
    server.pressButton(OWNER, news?.message_id ?? 0, button(news, "2"));
    const replies = await hears(OWNER, 3);
    expect(replies[1]?.text).toBe("❓ Question 2 of bridge?");
    expect(library.asked.map(({ text }) => text)).toEqual(["Question 2 of bridge?"]);
  });

  it("is one message for several; what is sent later gets its own", async () => {
    const { server, additions, hears } = await addingStage();
    for (const name of ["a.md", "b.txt", "c.html", "d.pdf", "e.zip"]) server.sendDocument(document(name));
    const [news] = await hears(OWNER, 1);
    expect(additions.runs).toEqual([["a", "b", "c", "d"]]);
    expect(news?.text).toMatch(/^4 articles added/);
    expect(news?.text).toContain("“e.zip” was not added");
    expect(news?.text?.match(/^\d\. /gm)).toHaveLength(3);
    server.sendDocument(document("f.md"));
    expect((await hears(OWNER, 2))[1]?.text).toMatch(/^Added/);
  });

  it("is sent once for the same document twice in one go, and two people's at once stay apart", async () => {
    const { server, hears } = await addingStage();
    server.sendDocument(document("a.md"));
    server.sendDocument(document("a.md"));
    server.sendDocument(document("b.md"), { from: BEN });
    expect((await hears(OWNER, 1))[0]?.text).toMatch(/^Added .*\na\n/);
    expect((await hears(BEN, 1))[0]?.text).toMatch(/^Added .*\nb\n/);
  });

  it("is followed by the answer to what was asked under the document", async () => {
    const { server, library, hears } = await addingStage();
    server.sendDocument(document("a.md"), { caption: "When was the lamp lit?" });
    expect((await hears(OWNER, 2))[1]?.text).toContain("The lamp was lit in 1931.");
    expect(library.asked.map(({ text }) => text)).toEqual(["When was the lamp lit?"]);
  });
});

describe("who may add", () => {
  const everyone = { access: { ownerId: OWNER, allowedUsers: "everyone" as const } };

  it.each([
    ["the owner", OWNER, {}, true],
    ["a person of the list", BEN, {}, true],
    ["the owner where everyone may ask", OWNER, everyone, true],
    ["a stranger where everyone may ask", STRANGER, everyone, false],
  ] as const)("%s", async (_, from, options, may) => {
    const { server, additions, hears } = await addingStage(options);
    server.sendDocument(document("a.md"), { from });
    const [reply] = await hears(from, 1);
    expect(reply?.text).toMatch(may ? /^Added/ : /^Only the owner/);
    expect(additions.kept).toHaveLength(may ? 1 : 0);
  });

  it("a stranger gets the line for strangers, and nothing is kept", async () => {
    const { server, additions, hears } = await addingStage();
    server.sendText("A post\nIts text.", { from: STRANGER, forwardOrigin: HIDDEN });
    expect((await hears(STRANGER, 1))[0]?.text).toContain(String(STRANGER));
    expect(additions.kept).toEqual([]);
  });

  it("in a group only a document that speaks to the bot is taken, and no forwarded post", async () => {
    const { server, additions, state, hears } = await addingStage();
    state.allow(GROUP, null);
    server.sendDocument(document("ignored.md"), { chat: GROUP });
    server.sendText("A post\nIts text.", { chat: GROUP, forwardOrigin: HIDDEN });
    server.sendDocument(document("taken.md"), { chat: GROUP, caption: "@footnote_bot" });
    const [news] = await hears(GROUP, 1);
    expect(news?.reply_to_message?.document?.file_name).toBe("taken.md");
    expect(additions.kept.map(({ name }) => name)).toEqual(["taken"]);
  });

  it("the bot's own answers, sent back to it, are no source", async () => {
    const { server, additions, hears } = await addingStage();
    const sender_user = { id: 1_000_001, is_bot: true, first_name: "Footnote" };
    server.sendText("The lamp was lit in 1931.", { forwardOrigin: { type: "user", date: 1, sender_user } });
    await hears(OWNER, 1);
    expect(additions.kept).toEqual([]);
  });
});

describe("undo", () => {
  it.each([
    ["who added it", BEN, /^Removed: bridge$/],
    ["the owner", OWNER, /^Removed: bridge$/],
    ["anybody else", STRANGER, null],
  ] as const)("by %s", async (_, by, reply) => {
    const { server, additions, state, hears, said, until } = await addingStage();
    state.allow(STRANGER, null);
    server.sendDocument(document("bridge.md"), { from: BEN, chat: GROUP, caption: "@footnote_bot" });
    const [news] = await hears(GROUP, 1);
    const query = server.pressButton(GROUP, news?.message_id ?? 0, button(news, "Undo"), by);
    if (reply === null) {
      const toast = await until(() => server.callbackAnswer(query));
      expect(toast).toEqual({
        text: "Only the person who added it and the bot's owner can undo this.",
        showAlert: true,
      });
      expect([additions.removed, said(GROUP).length]).toEqual([[], 1]);
    } else {
      expect((await hears(GROUP, 2))[1]?.text).toMatch(reply);
      expect(additions.removed).toEqual(["bridge"]);
      await until(() => said(GROUP)[0]?.reply_markup === undefined);
    }
  });
});

describe("undo after the same was sent again", () => {
  const KEPT = /^Not removed, because it has been sent again since: a$/;
  const sends = async (it: Awaited<ReturnType<typeof addingStage>>, from: number) => {
    const before = it.said(from).length;
    it.server.sendDocument(document("a.md"), { from });
    return (await it.hears(from, before + 1))[before];
  };
  const undoes = async (it: Awaited<ReturnType<typeof addingStage>>, news: Message | undefined) => {
    const chat = news?.chat.id ?? 0;
    const before = it.said(chat).length;
    it.server.pressButton(chat, news?.message_id ?? 0, button(news, "Undo"), chat);
    return (await it.hears(chat, before + 1))[before]?.text;
  };

  it.each([
    ["by somebody else", OWNER],
    ["by the same person", BEN],
  ] as const)("%s leaves it, and the later Undo takes it back", async (_, again) => {
    const it = await addingStage();
    const first = await sends(it, BEN);
    const later = await sends(it, again);
    expect(await undoes(it, first)).toMatch(KEPT);
    expect(it.additions.removed).toEqual([]);
    expect(await undoes(it, later)).toBe("Removed: a");
  });

  it("in one go is one sending", async () => {
    const it = await addingStage();
    it.server.sendDocument(document("a.md"), { from: BEN });
    expect(await undoes(it, await sends(it, BEN))).toBe("Removed: a");
  });

  it("takes back the others of that sending", async () => {
    const it = await addingStage();
    it.server.sendDocument(document("b.md"), { from: BEN });
    const both = await sends(it, BEN);
    await sends(it, OWNER);
    expect(await undoes(it, both)).toBe("Removed: b\nNot removed, because it has been sent again since: a");
    expect(it.additions.removed).toEqual(["b"]);
  });

  it("works with the buttons of earlier programs while nobody sent it again", async () => {
    const it = await addingStage();
    await sends(it, BEN);
    const key = it.state.keepButton(`${BEN}`, { kind: "undo-adding", files: ["a", "z"], titles: ["A", "Z"], by: BEN });
    const old = readAddingButton(key, BEN, it.state);
    const undone = old?.kind === "undo-adding" && (await undoAdding(old, it.additions, it.state));
    expect(undone).toEqual({ removed: ["Z"], sentAgain: ["A"], outcome: "removed" });
    expect(it.additions.removed).toEqual(["z"]);
  });
});

describe("what was not replied to when the program was killed", () => {
  type Stage = Awaited<ReturnType<typeof addingStage>>;
  const killed = async (it: Stage, messages: readonly Message[], piece: unknown = null) => {
    await it.running().stop();
    for (const message of messages)
      it.state.keepPendingAddition(message.chat.id, message.message_id, { update: { update_id: 1, message }, piece });
    await it.restart();
  };
  const sentBy = (it: Stage, chat: number) => it.server.history(chat).filter(({ from }) => from?.id === chat);

  it("is answered together", async () => {
    const it = await addingStage();
    for (const name of ["a.md", "b.md"]) it.server.sendDocument(document(name));
    await it.hears(OWNER, 1);
    await killed(it, sentBy(it, OWNER));
    expect((await it.hears(OWNER, 2))[1]?.text).toMatch(/^2 articles added/);
    await it.running().stop();
    expect(it.state.pendingAdditions()).toEqual([]);
  });

  it("is not answered twice when Telegram hands it out again", async () => {
    const it = await addingStage();
    await it.running().stop();
    it.server.sendDocument(document("a.md"));
    await killed(it, sentBy(it, OWNER));
    await it.hears(OWNER, 1);
    it.server.sendDocument(document("b.md"));
    expect((await it.hears(OWNER, 2))[1]?.text).toMatch(/^Added .*\nb\n/);
    expect(it.additions.kept.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("is not downloaded again when it was kept", async () => {
    const it = await addingStage();
    it.server.sendDocument(document("a.md"));
    await it.hears(OWNER, 1);
    const file = { file: "a", state: "new" };
    await killed(it, sentBy(it, OWNER), { kind: "kept", label: "a.md", album: null, file, arrival: 1 });
    expect((await it.hears(OWNER, 2))[1]?.text).toMatch(/^Added .*\na\n/);
    expect(it.server.calls.filter(({ method }) => method === "getFile")).toHaveLength(1);
  });

  it.each([null, "text", {}, { update: { update_id: 1 }, piece: null }])(
    "is dropped when it is unreadable: %j",
    async (payload) => {
      const it = await addingStage();
      it.state.keepPendingAddition(OWNER, 1, payload);
      await it.restart();
      await it.running().stop();
      expect(it.state.pendingAdditions()).toEqual([]);
      expect(it.logged).toEqual([]);
    },
  );

  it("is nobody's any more who may not use the bot now", async () => {
    const it = await addingStage();
    it.server.sendDocument(document("a.md"), { from: BEN });
    await it.hears(BEN, 1);
    it.state.deny(BEN, null);
    await killed(it, sentBy(it, BEN));
    await it.running().stop();
    expect(it.state.pendingAdditions()).toEqual([]);
    expect(it.additions.kept).toHaveLength(1);
  });

  it("is forgotten once it is replied to, whatever it was", async () => {
    const it = await addingStage();
    it.server.sendDocument(document("a.zip"));
    await it.hears(OWNER, 1);
    await it.running().stop();
    expect(it.state.pendingAdditions()).toEqual([]);
  });
});

describe("when it does not work", () => {
  it("says that it was saved, and indexes at the press of a button", async () => {
    const { server, additions, hears, restart } = await addingStage();
    additions.failure = new AppError("index-busy", "Another run (process 1) is at work in /secret.");
    server.sendDocument(document("a.md"));
    const [saved] = await hears(OWNER, 1);
    expect(saved?.text).toMatch(/^Saved, but not searchable yet/);
    expect(saved?.text).not.toContain("/secret");
    await restart();
    additions.failure = null;
    server.pressButton(OWNER, saved?.message_id ?? 0, button(saved, "Index now"));
    expect((await hears(OWNER, 2))[1]?.text).toMatch(/^Added .*\na\n/);
  });

  it("tells of a file that is too large without fetching it", async () => {
    const { server, hears } = await addingStage();
    server.sendDocument(document("large.md", Buffer.alloc(20_000_001, "x")));
    expect((await hears(OWNER, 1))[0]?.text).toMatch(/“large.md” was not added: it is larger than 20 MB/);
    expect(server.calls.some(({ method }) => method === "getFile")).toBe(false);
  });

  it("tells of an album without words once", async () => {
    const { server, hears } = await addingStage();
    const album = { forwardOrigin: HIDDEN, mediaGroupId: "g" };
    for (let count = 0; count < 3; count++) server.sendPhoto(document("p.jpg"), album);
    expect((await hears(OWNER, 1))[0]?.text).toBe("Not added: it has only pictures, and I cannot read those.");
  });

  it("shows one hostile label as one line", async () => {
    const { server, hears } = await addingStage();
    server.sendDocument(document("a\n\u202Eexe.md.zip"));
    expect((await hears(OWNER, 1))[0]?.text).toMatch(/^“a exe\.md\.zip” was not added/);
  });
});

describe("a link alone", () => {
  it.each(["https://example.org/x", "www.example.org/x"])("is told what to send instead: %s", async (link) => {
    const { server, library, hears } = await addingStage();
    server.sendText(link);
    expect((await hears(OWNER, 1))[0]?.text).toMatch(/^I do not open links/);
    expect(library.asked).toEqual([]);
  });

  it.each([
    ["the owner", OWNER, /^Added .*\nexample.org ferry\n/],
    ["a person who may not add", STRANGER, /^I do not open links/],
  ] as const)("is opened where that is allowed, for %s", async (_, from, reply) => {
    const { server, additions, state, hears } = await addingStage({
      access: { ownerId: OWNER, allowedUsers: "everyone" },
    });
    expect(state.permission(STRANGER)).toBeNull();
    const bytes = Buffer.from("<p>It sails.</p>");
    additions.fetchPage = async (url) => ({ kind: "page", url, mediaType: "text/html", bytes });
    server.sendText("https://example.org/ferry.html", { from });
    expect((await hears(from, 1))[0]?.text).toMatch(reply);
  });

  it.each([
    ["address", /not lead to the public internet/],
    ["status", /no page at that address/],
    ["type", /neither a web page/],
    ["too-large", /larger than 5 MB/],
    ["unreachable", /did not answer in time/],
  ] as const)("that cannot be opened (%s) says why", async (reason, words) => {
    const { server, additions, hears } = await addingStage();
    additions.fetchPage = async () => ({ kind: "refused", reason });
    server.sendText("https://example.org/ferry.html");
    expect((await hears(OWNER, 1))[0]?.text).toMatch(words);
    expect(additions.kept).toEqual([]);
  });

  it("of an article that is here is offered its summary", async () => {
    const { server, additions, library, hears } = await addingStage();
    additions.known.set("http://example.org/lighthouse", card("lighthouse"));
    server.sendText("https://example.org/lighthouse#top");
    const [offer] = await hears(OWNER, 1);
    expect(offer?.text).toBe("This article is already here: “Title of lighthouse”.");
    server.pressButton(OWNER, offer?.message_id ?? 0, button(offer, "Summarise it"));
    await hears(OWNER, 2);
    expect(library.summarized[0]?.about).toEqual({ id: "lighthouse" });
  });

  it("with words around it is a question", async () => {
    const { server, library, hears } = await addingStage();
    server.sendText("What does https://example.org/x say?");
    await hears(OWNER, 1);
    expect(library.asked).toHaveLength(1);
  });
});
