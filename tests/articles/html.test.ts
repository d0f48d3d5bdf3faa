import { describe, expect, it } from "vitest";
import { parseHtml } from "../../src/articles/html.ts";
import { parseFile } from "../../src/articles/parse.ts";

const SAID =
  "<p>The mill at Oren turns for nine hours a day, and its wheel was built in 1822.</p><p>It grinds 450 kilos of wheat, and three people work in it.</p>";
const page = (inside: string, head = "<title>The mill</title>") =>
  `<!DOCTYPE html><html><head>${head}</head><body>${inside}</body></html>`;
const textOf = (html: string) => parseHtml(html).markdown;
const article = (inside: string) => textOf(page(`<article><h1>The mill</h1>${SAID}${inside}</article>`));

describe("a page is read however it was saved", () => {
  it.each<readonly [string, string]>([
    [
      "without a head",
      `<html><meta charset=utf-8><title>The mill</title><body><article>${SAID}</article></body></html>`,
    ],
    ["without html and body", `<!DOCTYPE html><meta charset=utf-8><title>The mill</title><article>${SAID}</article>`],
    ["without a body", `<html><title>The mill</title><article>${SAID}</article></html>`],
    ["as a fragment", `<h1>The mill</h1>${SAID}`],
    ["as a fragment in a box", `<div><h1>The mill</h1>${SAID}</div>`],
    [
      "with two bodies",
      `<html><head><title>The mill</title></head><body></body><body><article>${SAID}</article></body></html>`,
    ],
    [
      "with a shadow tree",
      page(`<main><x-a><template shadowrootmode="open"><div>${SAID}</div></template></x-a></main>`),
    ],
    [
      "with a comment before all",
      `<!-- saved --><html><!-- x --><head><title>The mill</title></head><body>${SAID}</body></html>`,
    ],
  ])("%s", (_, html) => {
    const parsed = parseHtml(html);
    expect(parsed.title).toBe("The mill");
    expect(parsed.markdown).toContain("built in 1822");
    expect(parsed.markdown).toContain("three people work");
  });

  it.each(["display:none", "visibility: hidden; opacity: 0", "opacity:0"])(
    "when its body is hidden until a script ran: %s",
    (style) => {
      expect(
        textOf(
          page(
            `<div id="page"><h1>The mill</h1><div id="js_content" style="${style}">${SAID}</div></div><p>阅读原文 赞 在看</p>`,
          ),
        ),
      ).toMatch(/1822[\s\S]*three people work in it\.$/);
      expect(textOf(page(`<main style="${style}"><h1>The mill</h1>${SAID}</main><p>Menu</p>`))).toContain("1822");
      expect(
        textOf(`<html><head><title>The mill</title></head><body style="${style}">${SAID}</body></html>`),
      ).toContain("1822");
    },
  );

  it.each(["hidden", 'aria-hidden="true"'])("when its body is marked %s", (mark) => {
    expect(textOf(page(`<div id="js_content" ${mark}>${SAID}</div>`))).toContain("1822");
  });

  it("with its pictures inside, whose bytes are no text", async () => {
    const bytes = "QUJD".repeat(30_000);
    const html = page(`<article><h1>The mill</h1>${SAID}<img src="data:image/png;base64,${bytes}"></article>`);
    expect((await parseFile("a.html", Buffer.from(html))).markdown).not.toContain("QUJDQUJD");
    const svg = `data:image/svg+xml;utf8,<svg><text transform="translate(1)">${"x".repeat(9_000)}</text></svg>`;
    for (const uri of [`data:image/png;base64,${bytes}`, `data:image/png;charset=utf-8;base64,${bytes}`, svg]) {
      const text = `# Pit\n\nThe pit is deep.\n\n![scan](${uri})\n\nIt was dug in 1742.`;
      const { markdown } = await parseFile("a.md", Buffer.from(text));
      expect(markdown.length).toBeLessThan(200);
      expect(markdown).toContain("1742");
    }
  });
});

describe("what people do not see is not read", () => {
  it.each([
    '<p style="display:none">SECRET words</p>',
    '<div style="display: none !important"><p>SECRET</p></div>',
    "<p hidden>SECRET</p>",
    '<p style="visibility:hidden">SECRET</p>',
    '<p style="opacity:0">SECRET</p>',
    '<p style="font-size:0">SECRET</p>',
    '<p style="font-size:0px">SECRET</p>',
    '<p style="font-size:1px">SECRET</p>',
    '<p style="color:#fff">SECRET</p>',
    '<p style="color:white;background:white">SECRET</p>',
    '<div style="background-color:#102030"><p style="color:rgb(16, 32, 48)">SECRET</p></div>',
    '<p style="color:transparent">SECRET</p>',
    '<p style="position:absolute;left:-9999px">SECRET</p>',
    '<p style="text-indent:-9999px">SECRET</p>',
    '<p style="height:0;overflow:hidden">SECRET</p>',
    '<style>.x{display:none}</style><p class="x">SECRET</p>',
    '<style>@media screen{a{color:red}} .y{color:#fff}</style><p class="y">SECRET</p>',
    "<template><p>SECRET</p></template>",
    "<p><del>SECRET</del></p>",
    "<p><s>SECRET</s></p>",
    '<p><span style="text-decoration: line-through">SECRET</span></p>',
    "<!-- SECRET -->",
  ])("%s", (inside) => {
    const text = article(inside);
    expect(text).not.toContain("SECRET");
    expect(text).toContain("three people work");
  });

  it.each([
    '<section style="font-size:0"><section style="font-size:14px">SHOWN</section></section>',
    '<section style="background:#123"><p style="color:#fff">SHOWN</p></section>',
    '<section style="background-image:url(a.png)"><p style="color:#fff">SHOWN</p></section>',
    '<section style="background:linear-gradient(red,blue)"><p style="color:white">SHOWN</p></section>',
    "<style>@media print{.p{display:none}}</style><p class=p>SHOWN</p>",
    "<style>.q:hover{display:none}</style><p class=q>SHOWN</p>",
    '<p style="overflow:hidden;height:100px">SHOWN</p>',
    '<p style="opacity:0.9">SHOWN</p>',
    "<details><summary>More</summary><p>SHOWN</p></details>",
  ])("and what they see is: %s", (inside) => expect(article(inside)).toContain("SHOWN"));
});

describe("text reads as a reader takes it", () => {
  it.each<readonly [string, string]>([
    ["<dl><dt>Depth</dt><dd>4.2 metres</dd><dt>宽度</dt><dd>十九米</dd></dl>", "Depth: 4.2 metres\n\n宽度：十九米"],
    ["<p><ruby>灯台<rp>(</rp><rt>とうだい</rt><rp>)</rp></ruby>とは何か。</p>", "灯台とは何か。"],
    [
      '<p>It is <span class="katex"><span class="katex-mathml"><math><semantics><mi>C</mi><annotation encoding="application/x-tex">C = Q</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">C=Q</span></span> here.</p>',
      "It is C = Q here.",
    ],
    [
      '<p>It is <span class="mwe-math-element"><span style="display: none;"><math alttext="{\\displaystyle a=b}"><mi>a</mi><annotation encoding="application/x-tex">{\\displaystyle a=b}</annotation></math></span><img alt="{a=b}"></span>.</p>',
      "It is a=b.",
    ],
    ["<p>It is <math><mi>x</mi><mo>=</mo><mn>3</mn></math>.</p>", "It is x=3."],
    [
      '<p>约 10<sup>8</sup> 个；36<sup>2</sup> 万；1921<sup><a href="#n">3</a></sup> 年</p>',
      "约 10^8 个；36 万；1921 年",
    ],
    ['<p>The weir<sup class="reference"><a href="#c">[4]</a></sup> broke.</p>', "The weir broke."],
    ["<p>H<sub>2</sub>O in <b>35 km</b><sup>2</sup></p>", "H2O in **35 km**²"],
  ])("%s", (inside, expected) => expect(article(inside).replace(/\\(?=[=_])/g, "")).toContain(expected));
});

describe("tables", () => {
  it.each<readonly [string, string, string]>([
    ["a head", "<tr><th>Boat</th><th>Price</th></tr><tr><td>Raft</td><td>8</td></tr>", "Boat: Raft · Price: 8"],
    [
      "a head of cells",
      "<tr><td>船型</td><td>成人</td></tr><tr><td>木船</td><td>8元</td></tr>",
      "船型：木船 · 成人：8元",
    ],
    [
      "names at the left",
      "<tr><th>Depth</th><td>4 m</td></tr><tr><th>Width</th><td>19 m</td></tr>",
      "Depth: 4 m\n\nWidth: 19 m",
    ],
    [
      "cells over rows",
      "<tr><th>Day</th><th>Boat</th><th>Price</th></tr><tr><td rowspan=2>Monday</td><td>Raft</td><td>8</td></tr><tr><td>Ferry</td><td>9</td></tr>",
      "Day: Monday · Boat: Ferry · Price: 9",
    ],
    [
      "names on two levels",
      "<thead><tr><th rowspan=2>Boat</th><th colspan=2>2023</th></tr><tr><th>Price</th><th>Seats</th></tr></thead><tr><td>Raft</td><td>8</td><td>12</td></tr>",
      "Boat: Raft · 2023 Price: 8 · 2023 Seats: 12",
    ],
    [
      "no names",
      "<tr><td>alpha one</td><td>beta</td><td>gamma</td></tr><tr><td>delta</td><td>eps</td><td>zeta</td></tr>",
      "alpha one | beta | gamma",
    ],
    [
      "one column, for layout",
      "<tr><td><p>First part.</p></td></tr><tr><td><p>Second part.</p></td></tr>",
      "First part.\n\nSecond part.",
    ],
    [
      "a table within",
      "<tr><td>x</td><td><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr>",
      "A: 1 · B: 2",
    ],
  ])("with %s", (_, rows, expected) => expect(article(`<table>${rows}</table>`)).toContain(expected));
});

describe("facts of a page", () => {
  const facts = (head: string, inside = "") =>
    parseHtml(page(`<article><h1>The mill</h1>${inside}${SAID}</article>`, `<title>The mill – Paper</title>${head}`));
  it.each<readonly [string, string, string, object]>([
    [
      "JSON-LD",
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"x","datePublished":"2024-05-01T08:00:00Z","author":[{"name":"Mara"},{"name":"Ivar"}]}]}</script>',
      "",
      { date: "2024-05-01T08:00:00Z", author: "Mara, Ivar" },
    ],
    ["JSON-LD that is broken", '<script type="application/ld+json">{"datePublished":</script>', "", { date: null }],
    [
      "JSON-LD of a comment",
      '<script type="application/ld+json">{"@type":"Comment","datePublished":"2024-05-01"}</script>',
      "",
      { date: null },
    ],
    ["itemprop", "", '<span itemprop="datePublished" content="2024-05-02">yesterday</span>', { date: "2024-05-02" }],
    ["meta itemprop", '<meta itemprop="datePublished" content="20240503">', "", { date: "20240503" }],
    [
      "a comment's time",
      "",
      '<div class="comment"><time datetime="2020-01-01">x</time></div><time datetime="2024-05-04">x</time>',
      { date: "2024-05-04" },
    ],
    ["a comment's time alone", "", '<div class="comments"><time datetime="2020-01-01">x</time></div>', { date: null }],
    ["a line under the heading", "", "<div>Paper 2024-05-05 10:30</div>", { date: "2024-05-05 10:30" }],
    [
      "a meta tag that is no day",
      '<meta name="date" content="today">',
      '<time datetime="2024-05-06">x</time>',
      { date: "2024-05-06" },
    ],
  ])("%s", (_, head, inside, expected) =>
    expect(facts(head, inside)).toMatchObject({ ...expected, title: "The mill" }),
  );

  it.each<readonly [string, object]>([
    [
      'var ct = "1714521600"; var nickname = htmlDecode("河口"); var msg_title = \'旧\\x26粮仓\'.html(false);',
      { date: "1714521600", author: "河口", title: "旧&粮仓" },
    ],
    ['window.cgiData = { publish_time: "2024-05-01 08:00" };', { date: "2024-05-01 08:00" }],
    ["create_time: JsDecode('2024-05-01 09:00')", { date: null }],
    ["var oriCreateTime = '1714521600';", { date: "1714521600" }],
    [
      'var msg_link = "http://mp.weixin.qq.com/s?__biz=x\\x26amp;mid=1";',
      { url: "http://mp.weixin.qq.com/s?__biz=x&mid=1" },
    ],
  ])("WeChat's script: %s", (script, expected) => {
    const html = page(`<div id="js_content" style="visibility:hidden">${SAID}</div><script>${script}</script>`, "");
    expect(parseHtml(html)).toMatchObject({ ...expected, zone: "+08:00" });
  });

  it.each<readonly [string, string, string | null]>([
    [
      "<!--\n Page saved with SingleFile \n url: https://a.example/1 \n saved date: Tue May 07 2024 09:02:10 GMT+0800 (中国标准时间)\n-->",
      "https://a.example/1",
      "Tue May 07 2024 09:02:10 GMT+0800 (中国标准时间)",
    ],
    ["<!-- saved from url=(0021)https://a.example/2 -->", "https://a.example/2", null],
    [
      "<!-- Saved from https://a.example/3 at 2024-05-07T09:02:10Z using monolith v2.8.1 -->",
      "https://a.example/3",
      "2024-05-07T09:02:10Z",
    ],
  ])("the note of the program that saved it: %s", (note, url, date) => {
    expect(
      parseHtml(`<!DOCTYPE html> <html>${note}<meta charset=utf-8><title>The mill</title><body>${SAID}</body></html>`),
    ).toMatchObject({ url, date });
  });
});

it("a post of pictures is its text", () => {
  const html = page(
    '<div id="js_image_content"><img src="a.png"></div><script>var desc = "今天的集市来了四十个摊位。\\x0a下周还有。";</script>',
    '<meta property="og:title" content="集市">',
  );
  expect(parseHtml(html)).toMatchObject({ title: "集市", markdown: "今天的集市来了四十个摊位。\n\n下周还有。" });
});
