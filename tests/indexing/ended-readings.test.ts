import { expect, it } from "vitest";
import { type LoadOptions, loadCorpus } from "../../src/articles/load.ts";
import { longPage } from "../support/hostile-files.ts";
import { aCorpus, countingEmbedder } from "./setup.ts";

const LIMITS = { seconds: 1, megabytes: 300 };
const TIME = { outcome: "skipped", limit: "time", reason: expect.stringMatching(/more than 1 s of processor time/) };

it("a file that took too much is named, stops nothing, and is not begun again until it changes", async () => {
  const corpus = aCorpus();
  corpus.write("long.html", longPage(60_000).toString());
  const begun: string[] = [];
  const load = (folder: string, options: LoadOptions = {}) => {
    const { ended } = options;
    const counted = ended && {
      recall: ended.recall,
      keep(...[extension, bytes, failure]: Parameters<typeof ended.keep>) {
        begun.push(`${extension} ${bytes.length}`);
        ended.keep(extension, bytes, failure);
      },
    };
    return loadCorpus(folder, { ...options, limits: LIMITS, ended: counted });
  };
  const build = () => corpus.build(countingEmbedder(), { load });

  for (const published of [true, false]) {
    const { files, ...report } = await build();
    expect(report).toMatchObject({ articles: 3, published });
    expect(files.find(({ path }) => path === "long.html")).toMatchObject(TIME);
  }
  expect(begun).toHaveLength(1);

  corpus.write("long.html", longPage(60_001).toString());
  expect((await build()).files).toContainEqual(expect.objectContaining(TIME));
  expect(begun).toHaveLength(2);

  corpus.write("long.html", longPage(3).toString());
  expect(await build()).toMatchObject({ articles: 4, published: true });
});
