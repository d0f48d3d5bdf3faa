import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClaimParser } from "../../src/answering/parse-claims.ts";

const read = (reply: string, cut = reply.length) => {
  const parser = new ClaimParser();
  const claims = [];
  for (let i = 0; i < reply.length; i += cut) claims.push(...parser.push(reply.slice(i, i + cut)));
  claims.push(...parser.end());
  return { claims, missing: parser.missing };
};

const json = JSON.stringify({
  claims: [
    { cites: ["k7f.3"], text: 'He said "no" {twice}.' },
    { cites: ["k7f.4", "b2c.1"], text: "第二点，含 \\ 与 }。" },
  ],
  missing: "价格",
});

describe("ClaimParser", () => {
  it.each([
    ["plain JSON", json],
    ["a fence", `\`\`\`json\n${json}\n\`\`\``],
    ["reasoning before it", `Let me think {about k7f} it.\n\n${json}`],
    ["full-width brackets in keys", json.replace('"k7f.3"', '"【k7f.3】"')],
    ["upper-case keys", json.replace("k7f.3", "K7F.3")],
  ])("reads %s", (_, reply) => {
    const { claims, missing } = read(reply);
    expect(claims).toEqual([
      { cites: ["k7f.3"], text: 'He said "no" {twice}.' },
      { cites: ["k7f.4", "b2c.1"], text: "第二点，含 \\ 与 }。" },
    ]);
    expect(missing).toBe("价格");
  });

  it("reads the same wherever the stream is cut", () => {
    const whole = read(json);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: json.length }), (cut) => {
        expect(read(json, cut)).toEqual(whole);
      }),
    );
  });

  it("returns a claim as soon as it is complete", () => {
    const parser = new ClaimParser();
    expect(parser.push('{"claims":[{"cites":["k7f.3"],"text":"A."')).toEqual([]);
    expect(parser.push("},{")).toEqual([{ cites: ["k7f.3"], text: "A." }]);
  });

  it("keeps what is complete of a reply that breaks off", () => {
    expect(read('{"claims":[{"cites":["k7f.3"],"text":"A."},{"cites":["k7').claims).toEqual([
      { cites: ["k7f.3"], text: "A." },
    ]);
  });

  it.each([
    ["- The probe landed in 2020. [k7f.3]\n- It came back. [b2c.1, k7f.4]", 2],
    ["1. 探测器于2020年着陆［k7f.3］。\n2. 它返回了【b2c.1】【k7f.4】。", 2],
    ["I'm a cat. I'm a cat.", 0],
    ["   \n  ", 0],
    ["", 0],
  ])("reads plain text %j", (reply, count) => {
    const { claims } = read(reply);
    expect(claims).toHaveLength(count);
    if (count === 2) expect(claims.map((claim) => claim.cites)).toEqual([["k7f.3"], ["b2c.1", "k7f.4"]]);
  });

  it("never throws on any text", () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 7 }), (text, cut) => void read(text, cut)));
  });
});
