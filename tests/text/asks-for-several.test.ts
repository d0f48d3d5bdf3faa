import { expect, it } from "vitest";
import { asksForSeveral } from "../../src/text/asks-for-several.ts";

it.each([
  ["大桥由哪些部分组成？", true],
  ["哪几个城市有地铁？", true],
  ["两家公司的营收分别是多少？", true],
  ["列出所有的卫星。", true],
  ["Which elements were found?", true],
  ["What are the parts of the bridge?", true],
  ["List the moons of Saturn.", true],
  ["What three parts does it have?", true],
  ["大桥是哪一年通车的？", false],
  ["谁主持建造了赵州桥？", false],
  ["Who removed the handle, and why?", false],
  ["Which bridge is the longest?", false],
  ["When was it opened?", false],
])("%s asks for several things: %s", (question, several) => {
  expect(asksForSeveral(question)).toBe(several);
});
