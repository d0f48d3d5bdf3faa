import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Message, MessageOrigin } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../src/adapters/system-clock.ts";
import { indexInChildProcess } from "../../src/adding/child-indexer.ts";
import { readAddingButton } from "../../src/bot/adding/buttons.ts";
import { undoAdding } from "../../src/bot/adding/undo.ts";
import { createBot } from "../../src/bot/create-bot.ts";
import { type RunningBot, runBot } from "../../src/bot/run-bot.ts";
import { type Config, loadConfig } from "../../src/config.ts";
import {
  indexCorpus,
  indexInThisProcess,
  type OpenLibrary,
  openLibrary,
  openModels,
  openState,
} from "../../src/wiring.ts";
import { type BotApiServer, startBotApiServer } from "../../tools/telegram-server/server.ts";
import { button } from "../bot/support/stage.ts";
import { bareEnv } from "../support/programs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ANN = 42;
const BEN = 43;
const PATIENCE_MS = 15_000;
/** A program that starts on a busy machine. */
const START_PATIENCE_MS = 60_000;
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const CHANNEL: MessageOrigin = {
  type: "channel",
  date: Date.parse("2024-05-11T13:07:00Z") / 1000,
  chat: { id: -1001, type: "channel", title: "Harbour Notes", username: "harbournotes" },
  message_id: 77,
};

const LIGHTHOUSE = `# The lighthouse at Vell

By Ada Holm

![](https://example.org/a.jpg)

The lighthouse at Vell was lit for the first time in 1931. Its lamp is seen from 24 kilometres away.

![](https://example.org/b.jpg)

## Why the lamp was moved

Storms broke the gallery in 1958, and the lamp was moved to the north tower. The old gallery was never built again.
`;
const SALT = `# 盐田的一百年

盐田村从1921年开始晒盐，第一年收盐三千担。村里最多时有四百户人家以晒盐为生。

![](https://example.org/c.jpg)

## 盐田为什么关闭

1987年盐田改建为港口，晒盐停止了。老盐工陈阿海把工具捐给了博物馆。
`;

let root: string;
let config: Config;
let telegram: BotApiServer;
let open: OpenLibrary;
let running: RunningBot;

beforeEach(async () => {
  root = temporaryFolder();
  const corpusDir = path.join(root, "corpus");
  mkdirSync(corpusDir);
  writeFileSync(path.join(corpusDir, "bridge.md"), "# The bridge that sang\n\nThe bridge at Orn was opened in 1899.\n");
  config = loadConfig({
    DATA_DIR: path.join(root, "data"),
    CORPUS_DIR: corpusDir,
    OWNER_ID: `${ANN}`,
    ALLOWED_USERS: `${BEN}`,
  });
  await indexCorpus(config, await openModels(config), corpusDir);
  telegram = await startBotApiServer();
  await start();
});
afterEach(async () => {
  await stop();
  const { violations } = telegram;
  await telegram.stop();
  expect(violations).toEqual([]);
});

/** In a process of its own, as the program does it, only where that is what is tested. */
async function start(index: typeof indexInChildProcess = indexInThisProcess): Promise<void> {
  open = openLibrary(config, await openModels(config), silent, index);
  const { library, additions, state } = open;
  const deps = { library, additions, state, clock: systemClock, logger: silent, access: config.access };
  running = await runBot(createBot(telegram.token, deps, { apiRoot: telegram.apiRoot, togetherMs: 300 }), deps);
}

async function stop(): Promise<void> {
  await running.stop();
  open.close();
}

const heard = (chat = ANN): Message[] => telegram.history(chat).filter((message) => message.from?.is_bot === true);
async function nextReply(act: () => void, chat = ANN): Promise<Message> {
  const before = heard(chat).length;
  act();
  await telegram.waitFor(() => heard(chat).length > before, PATIENCE_MS);
  const reply = heard(chat).at(before);
  if (reply === undefined) throw new Error("no reply");
  return reply;
}
const file = (name: string, content: string | Uint8Array, mimeType = "") => ({
  name,
  mimeType,
  bytes: typeof content === "string" ? Buffer.from(content) : Buffer.from(content),
});
const send = (name: string, content: string | Uint8Array, caption?: string) =>
  nextReply(() => void telegram.sendDocument(file(name, content), caption === undefined ? {} : { caption }));
const ask = (text: string) => nextReply(() => void telegram.sendText(text, { languageCode: "en" }));
const kept = () => {
  try {
    // A hidden one is still being written.
    return readdirSync(path.join(root, "data", "articles")).filter((name) => !name.startsWith("."));
  } catch {
    return [];
  }
};
const press = (message: Message, label: string, from = ANN) =>
  telegram.pressButton(message.chat.id, message.message_id, button(message, label), from);

describe("a document that is sent", () => {
  it("is added with size, what was left out, a digest and questions, and answers at once", async () => {
    await stop();
    await start(indexInChildProcess);
    const reply = await send("lighthouse.md", LIGHTHOUSE);
    expect(reply.text).toMatch(/^Added · \d+ words · 2 pictures left out/);
    expect(reply.text).toContain("The lighthouse at Vell\n");
    expect(reply.text).toMatch(/\n• .*1931/);
    expect(reply.text).toMatch(/You could ask:\n1\. What does the article say about why the lamp was moved\?\n2\. /);
    expect((await ask("When was the lighthouse at Vell lit?")).text).toContain("lit for the first time in 1931");
    const answer = await nextReply(() => void press(reply, "1"));
    expect(answer.text).toBe("❓ What does the article say about why the lamp was moved?");
    await telegram.waitFor(() => heard().some(({ text }) => text?.includes("Storms broke the gallery")), PATIENCE_MS);
  });

  it("is told of in Chinese, and found in Chinese", async () => {
    const reply = await nextReply(() => void telegram.sendDocument(file("盐田.md", SALT), { languageCode: "zh-hans" }));
    expect(reply.text).toMatch(/^已收录 · \d+ 字 · 去掉 1 张图/);
    expect(reply.text).toContain("1. 盐田为什么关闭？");
    expect((await ask("盐田村从哪一年开始晒盐？")).text).toContain("1921年开始晒盐");
  });

  it("is there already when it is sent again, under another name too", async () => {
    await send("lighthouse.md", LIGHTHOUSE);
    const again = await send("other.md", LIGHTHOUSE);
    expect(again.text).toMatch(/^Already in the collection: The lighthouse at Vell/);
    const reformatted = await send("third.md", LIGHTHOUSE.replaceAll("\n\n", "\n\n\n"));
    expect(reformatted.text).toMatch(/^Already in the collection: The lighthouse at Vell/);
    expect(kept()).toHaveLength(1);
    const summary = await nextReply(() => void press(reformatted, "Summarise it"));
    expect(summary.text).toContain("The lighthouse at Vell");
  });

  it("stays when it was sent again, also in other bytes, before the first sending is undone", async () => {
    const first = await send("lighthouse.md", LIGHTHOUSE);
    await send("other.md", LIGHTHOUSE.replaceAll("\n\n", "\n\n\n"));
    const undone = await nextReply(() => void press(first, "Undo"));
    expect(undone.text).toBe("Not removed, because it has been sent again since: The lighthouse at Vell");
    expect(kept()).toHaveLength(1);
  });

  it("is not removed by an old Undo after it was undone and sent again", async () => {
    const first = await send("lighthouse.md", LIGHTHOUSE);
    const mine = { kind: "undo-adding", files: kept(), titles: ["The lighthouse"], by: ANN };
    expect((await nextReply(() => void press(first, "Undo"))).text).toMatch(/^Removed: /);
    expect((await send("lighthouse.md", LIGHTHOUSE)).text).toMatch(/^Added/);
    const old = readAddingButton(open.state.keepButton(`${ANN}`, mine), ANN, open.state);
    const undone = old?.kind === "undo-adding" && (await undoAdding(old, open.additions, open.state));
    expect(undone).toEqual({ removed: [], sentAgain: ["The lighthouse"], outcome: "gone" });
    expect(kept()).toHaveLength(1);
  });

  it("is refused with its reason when it holds no article, and leaves nothing behind", async () => {
    const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ["empty.md", "", /no text in it/],
      ["blank.txt", " \n\n ", /no text in it/],
      ["pictures.md", "# P\n\n![](https://example.org/a.jpg)\n", /only pictures/],
      ["program.exe", "MZ", /I read \.md/],
      ["data.md", Uint8Array.of(0, 1, 2, 3, 0, 255), /not text in UTF-8/],
      ["latin.txt", Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0xff, 0xff), /not text in UTF-8/],
      [
        "check.html",
        "<html><body><h1>环境异常</h1><p>当前环境异常，完成验证后即可继续访问。</p></body></html>",
        /verification page/,
      ],
      ["nothing.html", "<html><body></body></html>", /no text in it/],
      ["broken.pdf", "%PDF-1.4 nothing", /damaged or locked/],
    ];
    for (const [name, content] of bad) telegram.sendDocument(file(name, content));
    // A busy machine may take them in more than one reply.
    const lines = await telegram.waitFor(() => {
      const told = heard().flatMap(({ text = "" }) => text.split("\n\n"));
      return told.length >= bad.length && told;
    }, PATIENCE_MS);
    for (const [name, , reason] of bad) expect(lines.find((line) => line.includes(`“${name}”`))).toMatch(reason);
    expect(lines).toHaveLength(bad.length);
    expect(kept()).toEqual([]);
  });

  it("several at once get one reply, the bad ones named; undo takes all of them away, after a restart too", async () => {
    const reply = await nextReply(() => {
      telegram.sendDocument(file("lighthouse.md", LIGHTHOUSE), { mediaGroupId: "g" });
      telegram.sendDocument(file("salt.md", SALT), { mediaGroupId: "g" });
      telegram.sendDocument(file("notes.docx", "x"), { mediaGroupId: "g" });
    });
    expect(reply.text).toMatch(/^2 articles added/);
    expect(reply.text).toContain("“notes.docx” was not added");
    expect(kept()).toHaveLength(2);
    await stop();
    await start();
    const undone = await nextReply(() => void press(reply, "Undo"));
    expect(undone.text).toMatch(/^Removed: /);
    expect(kept()).toEqual([]);
    expect((await ask("When was the lighthouse at Vell lit?")).text).not.toContain("1931");
    expect(heard()).toHaveLength(3);
  });

  it("in a group is taken when it mentions the bot, and can be undone by who sent it and by the owner alone", async () => {
    const group = -500;
    open.state.allow(group, null);
    telegram.sendDocument(file("other.md", SALT), { from: BEN, chat: group });
    const reply = await nextReply(
      () =>
        void telegram.sendDocument(file("lighthouse.md", LIGHTHOUSE), {
          from: BEN,
          chat: group,
          caption: "@footnote_bot",
        }),
      group,
    );
    expect(reply.text).toMatch(/^Added/);
    expect(kept()).toHaveLength(1);
    await nextReply(() => void press(reply, "Undo", ANN), group);
    expect(kept()).toEqual([]);
  });
});

describe("a forwarded post", () => {
  it("is stored with its link, author and date, and cited with them", async () => {
    const text =
      "The ferry to Skarn\nThe ferry to Skarn carried 412 passengers on its first day.\nIt sails twice a week.";
    const reply = await nextReply(() => void telegram.sendText(text, { forwardOrigin: CHANNEL }));
    expect(reply.text).toContain("The ferry to Skarn\nHarbour Notes · 2024-05-11");
    const answer = await ask("How many passengers did the ferry to Skarn carry?");
    expect(answer.text).toContain("412 passengers");
    expect(JSON.stringify(answer.entities)).toContain("https://t.me/harbournotes/77");
    const link = await nextReply(() => void telegram.sendText("https://t.me/harbournotes/77"));
    expect(link.text).toContain("This article is already here: “The ferry to Skarn”.");
    const summary = await nextReply(() => void press(link, "Summarise it"));
    expect(summary.text).toContain("412 passengers");
  });

  it("of an album is one article: its words, and pictures that were not read", async () => {
    const photo = file("p.jpg", "jpg");
    const reply = await nextReply(() => {
      const album = { forwardOrigin: CHANNEL, mediaGroupId: "a" };
      telegram.sendPhoto(photo, { ...album, caption: "The ferry to Skarn carried 412 passengers on its first day." });
      telegram.sendPhoto(photo, album);
    });
    expect(reply.text).toMatch(/^Added · \d+ words · 1 picture left out/);
    expect(reply.text).not.toContain("not added");
    const bare = await nextReply(() => void telegram.sendPhoto(photo, { forwardOrigin: CHANNEL }));
    expect(bare.text).toMatch(/only pictures/);
  });
});

describe("what was saved outlives", () => {
  const source = (name: string) => JSON.stringify(path.join(import.meta.dirname, "../../src", name));

  it("a kill between saving and indexing: the next start indexes it", async () => {
    await stop();
    const script = `
      import { keepFile } from ${source("adding/stored-files.ts")};
      import { addedFolder } from ${source("adding/folder.ts")};
      keepFile(addedFolder(${JSON.stringify(config.dataDir)}), { name: "lighthouse", extension: ".md", bytes: Buffer.from(${JSON.stringify(LIGHTHOUSE)}) });
      process.kill(process.pid, "SIGKILL");`;
    const { signal, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(signal, stderr).toBe("SIGKILL");
    await indexCorpus(config, await openModels(config), config.corpusDir);
    await start();
    expect((await ask("When was the lighthouse at Vell lit?")).text).toContain("1931");
  });

  const programOn = (server: BotApiServer) => {
    const env = bareEnv({
      DATA_DIR: config.dataDir,
      CORPUS_DIR: config.corpusDir,
      OWNER_ID: `${ANN}`,
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
    });
    const main = path.join(import.meta.dirname, "../../src/main.ts");
    const child = spawn(process.execPath, [main], { env, cwd: root, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("close", resolve));
    return {
      end: (signal: NodeJS.Signals) => {
        child.kill(signal);
        return ended;
      },
    };
  };
  const isNotedAsKept = (id: number): boolean => {
    const state = openState(config);
    const noted = JSON.stringify(state.pendingAddition(ANN, id));
    state.close();
    return noted?.includes('"kind":"kept"') === true;
  };
  const isDownloading = (server: BotApiServer) => server.calls.some(({ method }) => method === "getFile");

  it.each([
    ["after saving", (_server: BotApiServer, id: number) => isNotedAsKept(id)],
    ["while it downloads", isDownloading],
  ] as const)(
    "a kill of the whole program %s: the next one tells of it once, and answers from it",
    async (when, isDue) => {
      await stop();
      const server = await startBotApiServer({ token: "1000001:AAAAAAAAAAAAAAAAAAAAAAAA" });
      if (when === "while it downloads") server.fault({ method: "getFile", delayMs: 3_000 });
      const said = () => server.history(ANN).filter((message) => message.from?.is_bot === true);
      try {
        const first = programOn(server);
        const sent = server.sendDocument(file("lighthouse.md", LIGHTHOUSE));
        while (!isDue(server, sent.message_id) || server.pendingUpdates() > 0) await sleep(10);
        await first.end("SIGKILL");
        expect([said(), kept().length]).toEqual([[], when === "after saving" ? 1 : 0]);
        const second = programOn(server);
        const news = await server.waitFor(() => said()[0], START_PATIENCE_MS);
        await second.end("SIGTERM");
        expect(news.text).toMatch(/^Added · .*\nThe lighthouse at Vell\n/);
        expect(news.reply_to_message?.message_id).toBe(sent.message_id);
        expect(button(news, "Undo")).not.toBe("");
        const third = programOn(server);
        server.sendText("When was the lighthouse at Vell lit?", { languageCode: "en" });
        await server.waitFor(() => said()[1], START_PATIENCE_MS);
        await third.end("SIGTERM");
        expect(said().map(({ text }) => /^Added|lit for the first time in 1931/.exec(text ?? "")?.[0])).toEqual([
          "Added",
          "lit for the first time in 1931",
        ]);
        expect(server.violations).toEqual([]);
      } finally {
        await server.stop();
        await start();
      }
    },
    240_000,
  );

  it("another program's indexing: it waits for that to end", async () => {
    const holder = spawn(process.execPath, ["-e", "setTimeout(() => {}, 2500)"]);
    writeFileSync(path.join(config.dataDir, "index.lock"), String(holder.pid));
    const reply = await send("lighthouse.md", LIGHTHOUSE);
    expect(reply.text).toMatch(/^Added/);
    expect(holder.exitCode).toBe(0);
    expect(readFileSync(path.join(config.dataDir, "articles", kept()[0] ?? ""), "utf8")).toBe(LIGHTHOUSE);
  });
});

describe("a link alone", () => {
  it("is told what to send instead", async () => {
    expect((await nextReply(() => void telegram.sendText("https://example.org/some/page"))).text).toMatch(
      /Save the page/,
    );
  });
});
