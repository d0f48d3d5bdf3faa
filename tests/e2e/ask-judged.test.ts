import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { checkServers } from "../../src/start-checks.ts";
import { builtInModels, indexCorpus } from "../../src/wiring.ts";
import { type ModelRequest, type ModelServer, startModelServer } from "../support/model-server.ts";
import { keepExam } from "../support/passed-exam.ts";
import { bareEnv } from "../support/programs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const SENTENCE = "had the handle removed the next day";
const CLAIMS = ["The board had the handle removed the next day.", "The handle was removed on the next day."];
let model: ModelServer;

beforeAll(async () => {
  model = await startModelServer();
});
afterAll(() => model.stop());

const env = () => ({ OPENAI_BASE_URL: model.baseUrl, CHAT_MODEL: "model-a", JUDGE: "on", JUDGE_MODEL: "judge" });
const promptOf = ({ body }: ModelRequest) => body.messages?.at(-1)?.content ?? "";

it("ask --json tells the tokens of the judge apart, and how it ended", async () => {
  model.reply = (request) => {
    if (request.body.model === "judge") return '{"claim1":"supported","claim2":{"words":"","verdict":"supported"}}';
    const line =
      promptOf(request)
        .split("\n")
        .find((each) => each.startsWith("[") && each.includes(SENTENCE)) ?? "";
    const cites = [/^\[([^\]]+)\]/.exec(line)?.[1] ?? "none"];
    return JSON.stringify({ claims: CLAIMS.map((text) => ({ cites, text })), missing: "" });
  };
  const dataDir = temporaryFolder();
  const config = loadConfig({ DATA_DIR: dataDir, CORPUS_DIR: path.join(ROOT, "corpus", "articles") });
  await indexCorpus(config, builtInModels(), config.corpusDir);
  keepExam(config, "judge");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["scripts/ask.ts", "--json", "Who removed the handle of the Broad Street pump?"],
    { cwd: ROOT, env: bareEnv({ HOME: dataDir, DATA_DIR: dataDir, ...env() }) },
  );
  const answer = JSON.parse(stdout);
  expect(answer.claims.map(({ text }: { text: string }) => text)).toEqual(CLAIMS);
  expect(answer.judging).toEqual({ by: "judge", calls: ["answered"], unsure: 0 });
  expect(answer.usage).toEqual({
    chat: { promptTokens: 10, completionTokens: 5 },
    judge: { promptTokens: 10, completionTokens: 5 },
  });
});

it("a start says that the server does not have the judge, and goes on", async () => {
  const checks = await Promise.all(checkServers(loadConfig(env())));
  expect(checks).toEqual([
    { server: "chat", outcome: "ready", text: expect.stringContaining("model-a") },
    { server: "judge", outcome: "doubtful", text: expect.stringMatching(/"judge"\. It has: .*Set JUDGE_MODEL\./) },
  ]);
});
