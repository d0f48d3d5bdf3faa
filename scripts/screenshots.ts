import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { loadCorpus } from "../src/articles/load.ts";
import { AppError, explain } from "../src/errors.ts";
import { reportPage } from "../src/reporting/page.ts";
import { findChromium, launchChromium } from "./chromium.ts";

/** The day is fixed so that an unchanged page gives an unchanged picture. */
const MADE_AT = new Date("2025-01-10T00:00:00Z");
const CORPUS = "corpus/articles";
const PICTURE = "docs/images/report.png";
/** Near the top of the list, with removals of several kinds. */
const SHOWN_ARTICLE = "details.article[data-tags~=is-byline][data-tags~=is-related]";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-screenshots-"));
try {
  const chromium = findChromium();
  if (chromium === null)
    throw new AppError("usage", "No Chromium was found. Install it (apt-get install chromium) or name it in CHROMIUM.");
  const page = path.join(folder, "report.html");
  writeFileSync(page, reportPage(await loadCorpus(CORPUS), { folder: CORPUS, madeAt: MADE_AT }));
  await shoot(chromium, page);
  console.log(`The report page of ${CORPUS} is in ${PICTURE}.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function shoot(chromium: string, file: string): Promise<void> {
  const browser = await launchChromium(chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1350 } });
    await page.goto(pathToFileURL(file).href);
    await page.locator(`${SHOWN_ARTICLE} > summary`).first().click();
    await page.evaluate("scrollTo(0, 0)");
    await page.screenshot({ path: PICTURE });
  } finally {
    await browser.close();
  }
}
