import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModelClaim } from "../../src/answering/model-claim.ts";
import { objectsIn } from "../../src/answering/model-json.ts";
import { ClaimParser } from "../../src/answering/parse-claims.ts";
import { parseVerdicts } from "../../src/answering/parse-verdicts.ts";

const read = (reply: string, cut = reply.length || 1, ending: "whole" | "cut" = "whole") => {
  const parser = new ClaimParser();
  const claims: ModelClaim[] = [];
  for (let at = 0; at < reply.length; at += cut) claims.push(...parser.push(reply.slice(at, at + cut)));
  claims.push(...parser.end(ending));
  return { claims, outcome: parser.outcome, shape: parser.shape };
};

const K = "k7f.3";
const S = "换灯花了三百六十万元。";
const good = JSON.stringify({ claims: [{ cites: [K], text: S }], missing: "" });
const draft = JSON.stringify({ claims: [{ cites: ["k7f.9"], text: "Moon cheese." }], missing: "the price" });
const one = [{ cites: [K], text: S }];

const FORMS: readonly (readonly [name: string, reply: string, text?: string])[] = [
  ["a fence behind words", `Here is the JSON:\n\n\`\`\`json\n${good}\n\`\`\`\nHope it helps!`],
  ["single quotes", `{'claims': [{'cites': ['${K}'], 'text': '${S}'}], 'missing': ''}`],
  [
    "an apostrophe between single quotes",
    `{'claims': [{'cites': ['${K}'], 'text': 'It's done, isn't it.'}]}`,
    "It's done, isn't it.",
  ],
  ["curly quotes", `{“claims”: [{“cites”: [“${K}”], “text”: “${S}”}]}`],
  ["trailing commas", `{"claims":[{"cites":["${K}",],"text":"${S}",},],"missing":"",}`],
  ["a raw line end in a text", `{"claims":[{"cites":["${K}"],"text":"换灯花了\n三百六十万元。"}],"missing":""}`],
  ["a raw line end between words", `{"claims":[{"cites":["${K}"],"text":"It is\r\n  done."}]}`, "It is done."],
  ["marks within a text", `{"claims":[{"cites":["${K}"],"text":"据称"换灯花了钱"如此"}]}`, '据称"换灯花了钱"如此'],
  [
    "marks and a comma within a text",
    `{"claims":[{"cites":["${K}"],"text":"He said "no", then left."}]}`,
    'He said "no", then left.',
  ],
  ["names without marks", `{claims:[{cites:["${K}"],text:"${S}"}],missing:""}`],
  ["Python", `{'claims': [{'cites': ['${K}'], 'text': '${S}', 'startsParagraph': False}], 'missing': None}`],
  ["a comment", `{"claims":[{"cites":["${K}"],"text":"${S}"}], // it's "done"\n"missing":""}`],
  [
    "escapes that JSON does not know",
    `{"claims":[{"cites":["${K}"],"text":"50\\% isn\\'t much."}]}`,
    "50% isn't much.",
  ],
  ["text before keys", JSON.stringify({ missing: "", claims: [{ text: S, cites: [K] }] }, null, 2)],
  ["other names", JSON.stringify({ answer: [{ citations: [K], claim: S }] })],
  ["keys in objects", JSON.stringify({ claims: [{ cites: [{ key: K, quote: "x" }], text: S }] })],
  ["keys in brackets", JSON.stringify({ claims: [{ cites: [`[${K}]`], text: S }] })],
  ["a list at the top", JSON.stringify([{ cites: [K], text: S }])],
  ["an object a line", `{"cites":["${K}"],"text":"${S}"}\n`],
  ["bold letters", JSON.stringify({ claims: [{ cites: [K], text: "换灯花了**三百六十万元**。" }] })],
  [
    "a figure as a formula",
    JSON.stringify({ claims: [{ cites: [K], text: "It cost $360$ crowns." }] }),
    "It cost 360 crowns.",
  ],
  ["a label", JSON.stringify({ claims: [{ cites: [K], text: `答：${S}` }] })],
  ["plain words with a label", `Answer: It is done. [${K}]`, "It is done."],
  ["plain words with a bold label, and sources", `**Answer:** It is done. [${K}]\n\nSources: [${K}]`, "It is done."],
  ["plain words in Chinese, and sources", `答案：${S}[${K}]\n\n来源：［${K}］`],
  ["plain words under a heading", `### 换灯费用\n\n- 换灯花了**三百六十万元**。 [${K}]\n`],
  ["thinking", `<think>\nDraft: ${draft}\n</think>\n\n${good}`],
  ["thinking that never began", `Okay, they ask. Draft: ${draft} Hmm.\n</think>\n\n${good}`],
  ["thinking behind a word", `Sure!\n<think>\nmaybe ${draft}\n</think>\n\n${good}`],
  ["thinking twice", `<think>${draft}</think>\n<think>${draft}</think>${good}`],
  ["thinking in plain words", `The user wants a fact: Moon cheese [k7f.9]. No.\n</think>\n\n${S} [${K}]`],
  ...["thinking", "reasoning", "thought", "reflection", "seed:think", "longcat_think"].map(
    (name) => [`thinking as <${name}>`, `<${name}>${draft}</${name}>${good}`] as const,
  ),
  ["thinking as ◁think▷", `◁think▷${draft}◁/think▷${good}`],
  ["thinking as [THINK]", `[THINK]${draft}[/THINK]${good}`],
  ["thinking as <|START_THINKING|>", `<|START_THINKING|>${draft}<|END_THINKING|>${good}`],
  [
    "thinking in channels",
    `<|channel|>analysis<|message|>${draft}<|end|><|start|>assistant<|channel|>final <|constrain|>json<|message|>${good}`,
  ],
  ["thinking in channels without their marks", `analysisThey ask: ${draft}assistantfinal${good}`],
  ["an empty thought", `<think>\n\n</think>\n\n${good}`],
];

const ROWS = FORMS.map(([name, reply, text = S]) => ({ name, reply, text }));

describe("the forms of a reply", () => {
  it.each(ROWS)("$name, cut anywhere", ({ reply, text }) => {
    const expected = one.map((claim) => ({ ...claim, text }));
    for (let cut = 1; cut <= reply.length; cut = cut < 40 ? cut + 1 : cut * 2)
      expect(read(reply, cut), `cut into ${cut}`).toMatchObject({ claims: expected, outcome: "claims" });
  });

  it.each(ROWS)("$name: nothing of it comes that the whole does not bring, wherever it breaks off", ({ reply }) => {
    const { claims: whole } = read(reply);
    for (let end = 0; end < reply.length; end++) {
      const { claims } = read(reply.slice(0, end), 3, "cut");
      expect(claims).toEqual(whole.slice(0, claims.length));
    }
  });

  it.each<[name: string, reply: string, outcome: string]>([
    ["no claims", '{"claims":[],"missing":""}', "none"],
    ["only what is missing", '{"claims":[],"missing":"the price"}', "none"],
    ["only what is missing, without a list", '{"missing":"the price"}', "none"],
    ["no claims behind thinking", `Hmm: ${draft}</think>{"claims":[]}`, "none"],
    ["nothing", "", "unusable"],
    ["an empty object", "{}", "unusable"],
    ["null", "null", "unusable"],
    ["words without keys", "The lamp cost 3.6 million, as the source says.", "unusable"],
    ["a refusal", "I'm sorry, but I can't help with that.", "unusable"],
    ["thinking without end", `<think>\nThe reader asks. ${draft}`, "unusable"],
    ["thinking without end behind a word", `Sure!\n<think>\n${draft}`, "unusable"],
    ["a call of a tool", '{"name":"search","arguments":{"query":"lamp"}}', "unusable"],
    ["dots in place of words", `{"claims":[{"cites":["${K}"],"text":"…"}],"missing":""}`, "none"],
    ["an error", '{"error":"out of memory"}', "unusable"],
    ["JSON that was cut", '{"claims":[', "unusable"],
    ["a page", "<html><body>502</body></html>", "unusable"],
  ])("%s is %s", (_, reply, outcome) => {
    for (const cut of [1, 4, 99]) expect(read(reply, cut)).toMatchObject({ claims: [], outcome });
  });

  it.each([
    ["whole", good, "closed"],
    ["begun", good.slice(0, -1), "open"],
    ["no JSON", `${S} [${K}]`, "none"],
  ])("tells JSON that is %s", (_, reply, shape) => {
    expect(read(reply).shape).toBe(shape);
  });

  it("takes no words for claims that were cut while they may be thinking", () => {
    expect(read(`The user wants a fact: Moon cheese [k7f.9]. No`, 5, "cut").claims).toEqual([]);
    expect(read(`Draft: ${draft} Hmm`, 5, "cut").claims).toEqual([]);
  });

  it("leaves the key of a passage to be settled, where no sentence is named", () => {
    expect(read(JSON.stringify({ claims: [{ cites: ["k7f"], text: S }] })).claims).toEqual([
      { cites: ["k7f"], text: S },
    ]);
  });

  it("hears where a paragraph begins, in JSON and in plain words", () => {
    const json = [
      { cites: [K], startsParagraph: true, text: "A." },
      { cites: [K], startsParagraph: false, text: "B." },
    ];
    expect(read(JSON.stringify({ claims: json })).claims).toEqual([
      { cites: [K], text: "A.", startsParagraph: true },
      { cites: [K], text: "B." },
    ]);
    expect(read(`A. [${K}]\nB. [${K}]\n\nC. [${K}]\n\n- D. [${K}]`).claims.map((each) => each.startsParagraph)).toEqual(
      [undefined, undefined, true, undefined],
    );
  });
});

describe("verdicts and questions are read by the same reader", () => {
  it.each([
    ["single quotes", "{'claim1': 'supported', 'claim2': 'not supported'}"],
    ["trailing commas", '{"claim1":"supported","claim2":"not supported",}'],
    [
      "thinking that never began",
      'Maybe {"claim1":"unsure"}, no\n</think>{"claim1":"supported","claim2":"not supported"}',
    ],
    ["thinking in other marks", '◁think▷{"claim1":"unsure"}◁/think▷{"claim1":"supported","claim2":"not supported"}'],
    ["objects", '[{"claim":1,"verdict":"supported"},{"claim":2,"verdict":"not supported"}]'],
  ])("%s", (_, reply) => {
    expect(parseVerdicts(reply, 2).map((reading) => reading?.verdict)).toEqual(["supported", "unsupported"]);
  });

  it.each([
    ["a list alone", '["Who?", "When?"]', [["Who?", "When?"]]],
    ["a list in an object", "{'questions': ['Who?', 'When?',]}", [{ questions: ["Who?", "When?"] }]],
  ])("%s", (_, reply, objects) => {
    expect(objectsIn(reply)).toEqual(objects);
  });
});

describe("any reply", () => {
  const piece = fc.constantFrom(
    '{"claims":[',
    '{"cites":["k7f.3"],"text":"A."}',
    "{'cites':['k7f.4'],'text':'B'}",
    '{"cites":["k7f.5"],"text":"',
    "“",
    "”",
    '"',
    "'",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    "，",
    ":",
    "\n",
    " x ",
    "[k7f.6]",
    "<think>",
    "</think>",
    "◁think▷",
    "◁/think▷",
    "<|channel|>final<|message|>",
    "```json\n",
  );
  const reply = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string({ maxLength: 5 })), { maxLength: 16 });

  it("gives the same claims wherever the stream is cut", () => {
    fc.assert(
      fc.property(reply, fc.integer({ min: 1, max: 9 }), (parts, cut) => {
        expect(read(parts.join(""), cut)).toEqual(read(parts.join("")));
      }),
      { numRuns: 500 },
    );
  });

  it("that breaks off gives a beginning of what it would have given", () => {
    fc.assert(
      fc.property(reply, fc.nat(120), (parts, end) => {
        const text = parts.join("");
        const { claims } = read(text.slice(0, end), 3, "cut");
        const live = read(text, 3, "cut").claims;
        expect(claims).toEqual(live.slice(0, claims.length));
      }),
      { numRuns: 500 },
    );
  });

  it("is read in good time, however it is made", () => {
    const startedMs = performance.now();
    for (const part of ["{", '{"a":', "[{", '{"a":"', "<think>", "</think>", '"', "{}", " ", "{'", "◁"])
      read(part.repeat(100_000 / part.length), 50);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });
});
