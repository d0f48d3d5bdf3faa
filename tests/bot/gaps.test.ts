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
});
