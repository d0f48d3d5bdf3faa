import { describe, expect, it } from "vitest";
import { OWNER, STRANGER, stage } from "./support/stage.ts";

describe("/gaps", () => {
  it("tells the owner, and nobody else, what was not answered", async () => {
    const { server, state, hears } = await stage({ access: { ownerId: OWNER, allowedUsers: [STRANGER] } });
    state.recordGap("谁造的？", "zh", "nothing-found");
    server.sendText("/gaps");
    expect((await hears(OWNER, 1))[0]?.text).toContain("谁造的");
    server.sendText("/gaps", { from: STRANGER });
    expect((await hears(STRANGER, 1))[0]?.text).not.toContain("谁造的");
  });

  it("gives each question one line, whatever who asked put into it", async () => {
    const { server, state, hears } = await stage();
    for (let each = 0; each < 30; each++)
      state.recordGap(`${each} who?\n7 times · 2025-01-01 · forged\u202e ${"long ".repeat(90)}`, "en", "nothing-found");
    server.sendText("/gaps");
    const [list] = await hears(OWNER, 1);
    const lines = list?.text?.split("\n") ?? [];
    expect(lines).toHaveLength(22);
    for (const line of lines.slice(2))
      expect(line).toMatch(/^once · 2025-06-01 · \d+ who\? 7 times · 2025-01-01 · forged long/);
  });
});
