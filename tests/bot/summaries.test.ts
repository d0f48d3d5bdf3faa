import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { FakeLibrary, LIGHTHOUSE } from "./support/fake-library.ts";
import { button, OWNER, stage } from "./support/stage.ts";

const say = sayIn("en");

describe("/summary", () => {
  it("takes words as a title, with the overview of related articles behind a button", async () => {
    const { server, library, hears } = await stage();
    server.sendText("/summary lighthouse");
    const [one] = await hears(OWNER, 1);
    expect(one?.text).toContain(LIGHTHOUSE.title);
    server.pressButton(OWNER, one?.message_id ?? 0, button(one, say("overview-button")));
    const overview = (await hears(OWNER, 2))[1];
    expect(overview?.text).toContain(say("overview", { read: 1, articles: 12 }));
    expect(library.overviews.map(({ text }) => text)).toEqual(["lighthouse"]);
    server.pressButton(
      OWNER,
      overview?.message_id ?? 0,
      button(overview, say("only-this-article", { title: LIGHTHOUSE.title })),
    );
    await hears(OWNER, 3);
    expect(library.summarized.at(-1)?.about).toEqual({ id: LIGHTHOUSE.id });
  });

  it.each(["last week", "news about lamps"])("tells of several articles: %s", async (words) => {
    const library = new FakeLibrary();
    const range = { from: "2025-05-19", to: "2025-05-25", mode: "filter" as const };
    const read = library.read.bind(library);
    library.read = async (request) => ({ ...(await read(request)), range: words === "last week" ? range : null });
    const { server, hears } = await stage({ library });
    server.sendText(`/summary ${words}`);
    expect((await hears(OWNER, 1))[0]?.text).toContain(say("overview", { read: 1, articles: 12 }));
    expect(library.summarized).toEqual([]);
  });

  it("is of the article that an answer cites first, where it replies to one", async () => {
    const { server, library, hears } = await stage();
    server.sendText("When was the lamp lit?");
    const [answer] = await hears(OWNER, 1);
    server.sendText("/summary", { replyTo: answer?.message_id ?? 0 });
    expect((await hears(OWNER, 2))[1]?.text).toContain(LIGHTHOUSE.title);
    expect(library.summarized.map(({ about }) => about)).toEqual([LIGHTHOUSE.url]);
  });

  it.each(["lighthouse", "news about lamps"])("can be stopped: %s", async (words) => {
    const library = new FakeLibrary();
    let begun = 0;
    const untilStopped = ({ signal }: { readonly signal?: AbortSignal | undefined }) => {
      begun++;
      return new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    };
    library.summarize = untilStopped;
    library.overview = untilStopped;
    const { server, hears, said, until } = await stage({ library });
    server.sendText(`/summary ${words}`);
    await until(() => begun > 0);
    server.sendText("/stop");
    expect((await hears(OWNER, 1))[0]?.text).toBe(say("stopped"));
    expect(said(OWNER)).toHaveLength(1);
  });

  it("says that nothing fits", async () => {
    const { server, hears } = await stage();
    server.sendText("/summary nothing at all");
    expect((await hears(OWNER, 1))[0]?.text).toBe(say("summary-not-found", { about: "nothing at all" }));
  });
});

describe("two questions in one message", () => {
  it.each([
    ["Who built it? And when was it finished?", ["Who built it?", "when was it finished?"]],
    ["多少钱，谁做的？", ["多少钱", "谁做的？"]],
  ])("%s: each gets its answer", async (text, questions) => {
    const { server, library, hears } = await stage();
    server.sendText(text);
    await hears(OWNER, 2);
    expect(library.asked.map((asked) => asked.text.replace(/^And /, ""))).toEqual(questions);
  });
});
