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

  it.each<[name: string, reply: string, claims: readonly (readonly [cites: string, text: string])[]]>([
    [
      "keys before the text",
      "[k7f.3] It landed.\n[k7f.4] It came back.",
      [
        ["k7f.3", "It landed."],
        ["k7f.4", "It came back."],
      ],
    ],
    ["keys on a line of their own", "It landed.\n[k7f.3]", [["k7f.3", "It landed."]]],
    ["keys in round brackets", "它着陆了（k7f.3，k7f.4）。", [["k7f.3 k7f.4", "它着陆了"]]],
    ["full-width keys", "它着陆了【ｋ７ｆ．３、k7f.4】。", [["k7f.3 k7f.4", "它着陆了"]]],
    ["several brackets behind one text", "It landed [k7f.3][b2c.1].", [["k7f.3 b2c.1", "It landed"]]],
    [
      "a figure that opens a line",
      "2020年着陆［k7f.3］。\n15,000 came [k7f.4]",
      [
        ["k7f.3", "2020年着陆"],
        ["k7f.4", "15,000 came"],
      ],
    ],
    ["a decimal that opens a line", "3.5万人到场［k7f.3］。", [["k7f.3", "3.5万人到场"]]],
    [
      "a list",
      "1) It landed [k7f.3]\n2、它返回了［k7f.4］",
      [
        ["k7f.3", "It landed"],
        ["k7f.4", "它返回了"],
      ],
    ],
    ["a key that the end cut", "It landed [k7f.3, k7f.1", [["k7f.3", "It landed"]]],
    ["only a cut key", "It landed [k7f.1", []],
    ["a bracket that is no key", "他说（见图1.2）它着陆了［k7f.3］。", [["k7f.3", "他说（见图1.2）它着陆了"]]],
    ["longer words with a key inside", "It landed [xk7f.3] [k7f.3333]", []],
    [
      "JSON with full-width structure",
      '{"claims"：【{"cites":【"k7f.3"，"k7f.4"】，"text"："它，着陆【了】。"}】，"missing"："价格"}',
      [["k7f.3 k7f.4", "它，着陆【了】。"]],
    ],
    ["keys within the text", '{"cites":[],"text":"It landed. [k7f.3]"}', [["k7f.3", "It landed."]]],
    ["keys twice", '{"cites":["k7f.3"],"text":"它着陆了【k7f.3】"}', [["k7f.3", "它着陆了"]]],
    ["cites as one string", '{"cites":"k7f.3、k7f.4","text":"A."}', [["k7f.3 k7f.4", "A."]]],
    [
      "thinking with a draft in it",
      '<think>{"cites":["k7f.9"],"text":"Perhaps."}</think>{"cites":["k7f.3"],"text":"A."}',
      [["k7f.3", "A."]],
    ],
    ["thinking without end", '<think>{"cites":["k7f.9"],"text":"Perhaps."}', []],
    ["thinking before plain text", "<think>It says [k7f.9].</think>\nIt landed [k7f.3].", [["k7f.3", "It landed"]]],
    ["a stray quotation mark on another line", 'I see {a "half.\n{"cites":["k7f.3"],"text":"A."}', [["k7f.3", "A."]]],
    ["a stray quotation mark on the same line", 'I see {a "half. {"cites":["k7f.3"],"text":"A."}', [["k7f.3", "A."]]],
    ["no claims, and a key in what is missing", '{"claims":[],"missing":"nothing but [k7f.3]"}', []],
    ["spaces before JSON", `${" ".repeat(70_000)}{"cites":["k7f.3"],"text":"A."}`, [["k7f.3", "A."]]],
    ["spaces only", " \n\t".repeat(30_000), []],
    ["long reasoning before", `${"Let me see. ".repeat(2_000)}\n{"cites":["k7f.3"],"text":"A."}`, [["k7f.3", "A."]]],
  ])("reads %s", (_, reply, expected) => {
    expect(read(reply).claims.map(({ cites, text }) => [cites.join(" "), text])).toEqual(expected);
  });

  const key = fc.stringMatching(/^[a-z][2-9][a-z]\.[1-9]$/);
  const claim = fc.record({
    cites: fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => [...new Set(keys)]),
    text: fc.string({ unit: "grapheme", minLength: 1 }),
  });
  const dresses = [
    (body: string) => body,
    (body: string) => `\n  \`\`\`json\n${body}\n\`\`\``,
    (body: string) => `<think>Is it {"cites":["a2a.1"],"text":"no"}?</think>${body}`,
    (body: string) => `想一想：{k7f}……\n\n${body}`,
    (body: string) => `${" ".repeat(999)}${body}`,
  ];

  it("reads back what was written, in every dress, wherever the stream is cut", () => {
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 4 }),
        fc.constantFrom(...dresses),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (claims, dress, pretty, cut) => {
          const safe = claims.map(({ cites, text }) => ({
            cites,
            text:
              text
                .replace(/[[(（［【〔]/g, "")
                .replace(/^[\s.…]*$/, "")
                .trim() || "A.",
          }));
          const reply = dress(JSON.stringify({ claims: safe, missing: "" }, null, pretty ? 2 : 0));
          expect(read(reply, cut).claims).toEqual(safe);
        },
      ),
    );
  });

  it("reads the same from any text, wherever the stream is cut", () => {
    const piece = fc.constantFrom(
      "[k7f.3]",
      "【k7f.4，",
      "】",
      "<think>",
      "</think>",
      '{"cites":["k7f.3"],"text":"A."}',
      '"',
      "{",
      "}",
      "\\",
      "\n",
      "它着陆了。",
      " It ",
      "2020",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.integer({ min: 1, max: 9 }), (pieces, cut) => {
        const reply = pieces.join("");
        expect(read(reply, cut)).toEqual(read(reply));
      }),
      { numRuns: 400 },
    );
  });

  it("cut anywhere, gives a beginning of what the whole gives", () => {
    const whole = read(json).claims;
    for (let end = 0; end <= json.length; end++) {
      const { claims } = read(json.slice(0, end));
      expect(claims).toEqual(whole.slice(0, claims.length));
    }
  });
});
