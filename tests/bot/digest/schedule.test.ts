import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latestDue, readSchedule } from "../../../src/bot/digest/schedule.ts";

describe("when a digest is wanted", () => {
  it.each([
    ["周一 9:00", 1, "9:00"],
    ["每周日 20:30", 0, "20:30"],
    ["星期天 晚上8点半", 0, "20:30"],
    ["每天 8点", null, "8:00"],
    ["每天8:30", null, "8:30"],
    ["周五", 5, "9:00"],
    ["周三 下午3点15分", 3, "15:15"],
    ["周六　９：０５", 6, "9:05"],
    ["Monday 9:00", 1, "9:00"],
    ["every Friday at 6 pm", 5, "18:00"],
    ["daily 12 am", null, "0:00"],
    ["Thu 7:45", 4, "7:45"],
    ["every day 12 pm", null, "12:00"],
  ])("%s", (words, weekday, time) => {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    expect(readSchedule(words)).toEqual({ weekday, minute: hour * 60 + minute });
  });

  it.each(["", "9:00", "周八 9:00", "周一 25:00", "周一 9:75", "Monday night fever", "每天 天天", "off"])(
    "is not said by %j",
    (words) => expect(readSchedule(words)).toBeNull(),
  );

  it("is due at most a week back, never ahead, at its minute", () => {
    const schedules = fc.record({
      weekday: fc.option(fc.integer({ min: 0, max: 6 })),
      minute: fc.integer({ min: 0, max: 1439 }),
    });
    const moments = fc.date({ min: new Date("2024-01-01"), max: new Date("2026-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(schedules, moments, (schedule, now) => {
        const due = latestDue(schedule, now, "Asia/Shanghai");
        const back = now.getTime() - due.getTime();
        expect(back).toBeGreaterThanOrEqual(0);
        expect(back).toBeLessThan((schedule.weekday === null ? 1 : 7) * 86_400_000);
        const local = new Date(due.getTime() + 8 * 3_600_000);
        expect(local.getUTCHours() * 60 + local.getUTCMinutes()).toBe(schedule.minute);
        if (schedule.weekday !== null) expect(local.getUTCDay()).toBe(schedule.weekday);
      }),
    );
  });
});
