import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { harmless } from "../../src/text/harmless.ts";
import { detectEntities } from "../../tools/telegram-server/detect.ts";

describe("a model's words on their way to a person", () => {
  it.each([
    ["plain.\nSecond line.\r\n\tThird.", "plain. Second line. Third."],
    ["The ferry sank. https://evil.example/x?y=1", "The ferry sank."],
    ["轮渡沉没，见https://evil.example/a。", "轮渡沉没，见。"],
    ["see www.evil.example now", "see now"],
    ["join t.me/joinchat/abc today", "join today"],
    ["[click me](https://evil.example) now", "click me now"],
    ["[a](tg://resolve?domain=x(1)) b", "a b"],
    ["Booking.com raised its prices", "Booking․com raised its prices"],
    ["ask @evil_bot now", "ask ＠evil_bot now"],
    ["write to ann@mail.example", "write to ann＠mail․example"],
    ["send /start now", "send ／start now"],
    ["news about #bitcoin", "news about bitcoin"],
    ["buy $AAPL", "buy ＄AAPL"],
    ["at 10.0.0.1 it runs", "at 10․0․0․1 it runs"],
    ["**Bold** and `code` and <b>tag</b>", "Bold and code and tag"],
    ["<<b>script>alert(1)</script>", "alert(1)"],
    ["*soft* and _soft_", "soft and soft"],
    ["# Heading", "Heading"],
    ["- item", "item"],
    ["240\u202e passengers\u2066", "240 passengers"],
    ["hid\u{e0041}\u{e0042}den", "hidden"],
    ["zero\u200bwidth\u2060 and\ufeff soft\u00adhyphen", "zerowidth and softhyphen"],
    ["bell\u0007\u001b[31m red", "bell [31m red"],
    ["h\u200bttps://evil.example", ""],
    ["ht**tps://evil.example", ""],
    ["lone \ud800 half", "lone \ufffd half"],
  ])("%j becomes %j", (text, plain) => {
    expect(harmless(text)).toBe(plain);
  });

  it.each([
    "2023年营收为120亿元，同比增长15%（约合 US$16.5 亿）。",
    "The car does 0-100 km/h in 3.5 s; C# and C++ are languages, R&D costs < 5%.",
    "他说：“和/或都可以”，即 A/B 测试。",
    "It rose 5 * 3 times, a_b stays, −12 % and 7‰ too.",
    "U.S. sales grew to $5 million, i.e. 3.14 times.",
    "甲、乙[1]两项",
  ])("%j stays as it is", (text) => {
    expect(harmless(text)).toBe(text);
  });

  it.each(["<a", "[", "[a](", "a.", "# ", "- ", "#", "<!--", "**", "*a", "h", "「"])(
    "%j, thousands of times over, holds nothing up",
    (unit) => {
      for (const text of [unit.repeat(20_000), `${unit.repeat(2_000)}x${">)](b)".repeat(2_000)}`]) {
        const before = process.cpuUsage();
        const plain = harmless(text);
        expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
        expect(harmless(plain)).toBe(plain);
      }
    },
  );

  it("whatever it was, is one line without anything to press or anything unseen, and stays as it is when done again", () => {
    const nasty = fc.constantFrom(
      ..."@/#$.<>[]()*_`~|:!-\n\u2028\u202e\u200b\u{e0041}\u0000\ufe0f",
      "http",
      "https://",
      "www.",
      "t.me/",
      "evil.com",
      "/start",
      "@bot_name",
      "[x](",
      "<b>",
      "中文",
      " ",
      "a",
      "B",
      "7",
    );
    const text = fc.array(fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 24 });
    fc.assert(
      fc.property(text, (parts) => {
        const plain = harmless(parts.join(""));
        expect(detectEntities(plain)).toEqual([]);
        expect(plain).not.toMatch(/:\/\/|www\.|@|[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(plain).not.toMatch(/[\p{L}\p{N}]\.[\p{L}]{2}|\*\*|<\/?[a-z][^<>]*>|`/u);
        expect(harmless(plain)).toBe(plain);
      }),
      { numRuns: 2_000 },
    );
  });
});
