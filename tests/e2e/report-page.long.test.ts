import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium, launchChromium } from "../../scripts/chromium.ts";
import { loadCorpus } from "../../src/articles/load.ts";
import { reportPage } from "../../src/reporting/page.ts";
import { syntheticArticles } from "../../tools/evaluation/synthetic-articles.ts";

const chromium = findChromium();
const why = chromium === null ? " (skipped: no Chromium; install it or name it in CHROMIUM)" : "";
const SAMPLE = path.join(import.meta.dirname, "../../corpus/articles");
const MANY_PASSAGES = 18_000;

const ATTACK = `<script>document.title="bad"</script>"><img src=x onerror="document.title='bad'">`;
const HOSTILE = {
  // A file name cannot hold a slash.
  [`${ATTACK.replaceAll("/", "")}.md`]: `# ${ATTACK}

文章作者: ${ATTACK}
发布时间: 2024-03-05 08:30
原文链接: javascript:document.title='bad'

${ATTACK}

\`\`\`
</div></details><script>document.title="bad"</script>
\`\`\`

[press](javascript:document.title='bad') <a href="javascript:document.title='bad'">me</a> ![](javascript:bad())

Follow ${ATTACK}
`,
  "calm.md": "# A calm article\n\nIt has nothing to hide, and a few words more.\n",
};

describe.skipIf(chromium === null)(`the report page in a browser${why}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-page-"));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the report over a folder; `complaints` gathers console errors, exceptions, dialogs and requests. */
  async function open(corpus: string, viewport = { width: 1280, height: 900 }) {
    const file = path.join(folder, "report.html");
    writeFileSync(file, reportPage(await loadCorpus(corpus), { folder: "articles", madeAt: new Date() }));
    const page = await browser.newPage({ viewport });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("request", (request) => complaints.push(request.url()));
    const address = pathToFileURL(file).href;
    await page.goto(address);
    expect(complaints.splice(0)).toEqual([address]);
    return { page, complaints };
  }

  const visible = (page: Page) => page.locator("details.article:visible .title").allTextContents();
  const settled = (page: Page, count: number) =>
    expect.poll(() => page.locator("#shown").textContent(), { timeout: 30_000 }).toMatch(new RegExp(`^${count} `));

  it("opens over the sample corpus without a complaint or a request, and nothing is wider than a phone", async () => {
    const { page, complaints } = await open(SAMPLE, { width: 360, height: 740 });
    expect(await page.locator("details.article").count()).toBe(36);
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    expect(complaints).toEqual([]);
  });

  it("shows kept and removed side by side where there is room, one under the other where there is none", async () => {
    const { page } = await open(SAMPLE);
    const article = page.locator("details.article[data-tags~=is-byline]").first();
    await article.locator("summary").click();
    const box = async (name: string) => await article.locator(`.row .${name}`).first().boundingBox();
    const [kept, gone] = [await box("kept"), await box("gone")];
    expect(gone?.y).toBe(kept?.y);
    expect(gone?.x).toBeGreaterThan((kept?.x ?? 0) + (kept?.width ?? 0));
    await page.setViewportSize({ width: 390, height: 800 });
    expect((await box("gone"))?.y).toBeLessThan((await box("kept"))?.y ?? 0);
  });

  it("finds articles by words of title and text, full-width or not, and by what was done to them", async () => {
    const { page, complaints } = await open(SAMPLE);
    await page.fill("#search", "ＶＯＹＡＧＥＲ １");
    await expect.poll(() => page.locator("#shown").textContent()).not.toMatch(/^36 /);
    const found = await visible(page);
    expect(found).toContain("Voyager 1 is doing science again");
    expect(await page.locator(".jump li:visible").count()).toBe(found.length);
    await page.fill("#search", "no such words anywhere");
    await settled(page, 0);
    await page.fill("#search", "");
    await settled(page, 36);
    await page.selectOption("#show", "paywalled");
    await settled(page, 1);
    await page.selectOption("#show", "repost");
    await settled(page, 2);
    expect(complaints).toEqual([]);
  });

  it("orders by share removed and back, and jumps to an article, which opens", async () => {
    const { page } = await open(SAMPLE);
    const shares = () =>
      page.locator("details.article").evaluateAll((all) => all.map((each) => Number(each.getAttribute("data-share"))));
    const byDate = await shares();
    await page.selectOption("#order", "share");
    expect(await shares()).toEqual([...byDate].sort((a, b) => b - a));
    await page.selectOption("#order", "date");
    expect(await shares()).toEqual(byDate);
    await page.locator(".jump a").nth(20).click();
    await page.waitForSelector("#a21[open]");
    expect(await page.locator("#a21 .row .kept").first().isVisible()).toBe(true);
  });

  it("lets nothing hostile run, whether shown, opened or pressed", async () => {
    const corpus = path.join(folder, "hostile");
    mkdirSync(corpus);
    for (const [name, text] of Object.entries(HOSTILE)) writeFileSync(path.join(corpus, name), text);
    const { page, complaints } = await open(corpus);
    const title = await page.title();
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    // Tags in prose are taken out when the note is read; those of its code stay, as text.
    await page.fill("#search", "</details><script>");
    await settled(page, 1);
    expect(await page.locator("#a1").textContent()).toContain("<script>");
    expect(await page.locator("#a1 img, #a1 script, #a1 a").count()).toBe(0);
    await page.getByText("press", { exact: false }).first().click();
    expect(await page.title()).toBe(title);
    expect(complaints).toEqual([]);
  });

  it("even markup that got in could not run: the page's policy stops it", async () => {
    const { page } = await open(SAMPLE);
    const title = await page.title();
    const told = page.waitForEvent("console");
    await page.locator("main").evaluate((main, markup) => main.insertAdjacentHTML("beforeend", markup), ATTACK);
    expect((await told).text()).toMatch(/Content Security Policy/);
    expect(await page.title()).toBe(title);
  });

  it("holds 900 long articles", async () => {
    const corpus = path.join(folder, "many");
    mkdirSync(corpus);
    for (const { fileName, markdown } of syntheticArticles(MANY_PASSAGES))
      writeFileSync(path.join(corpus, fileName), markdown);
    const { page, complaints } = await open(corpus);
    expect(await page.locator("details.article").count()).toBe(900);
    await page.fill("#search", "no such words anywhere");
    await settled(page, 0);
    await page.fill("#search", "");
    await settled(page, 900);
    await page.locator(".jump a").nth(899).click();
    await page.waitForSelector("#a900[open]");
    expect(complaints).toEqual([]);
  });
});
