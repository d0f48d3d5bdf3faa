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

  it("says that nothing fits", async () => {
    const { server, hears } = await stage();
    server.sendText("/summary nothing at all");
    expect((await hears(OWNER, 1))[0]?.text).toBe(say("summary-not-found", { about: "nothing at all" }));
  });
});
