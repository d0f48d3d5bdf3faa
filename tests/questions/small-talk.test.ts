import { describe, expect, it } from "vitest";
import { smallTalkIn } from "../../src/questions/intents/small-talk.ts";

describe("laughter and moods", () => {
  it.each([
    "哈哈",
    "hhh",
    "hahaha",
    "23333",
    "666666",
    "哈哈哈笑死我了",
    "lol",
    "哈哈233哈",
    "心情好好",
    "今天心情不太好",
  ])("%s is a nod", (text) => {
    expect(smallTalkIn(text)).toBe("nod");
  });

  it.each(["h", "ha", "哈", "6", "233", "好", "上"])("two thousand times %s and a word hold nothing up", (unit) => {
    const before = process.cpuUsage();
    expect(smallTalkIn(`${unit.repeat(2_000)}x`)).toBeNull();
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500);
  });
});
