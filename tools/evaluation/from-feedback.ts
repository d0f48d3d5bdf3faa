import type { CitedArticle, CitedSentence, KeptReply, Vote } from "../../src/domain.ts";
import type { StoredVote } from "../../src/ports.ts";
import type { QuestionLine } from "./question-file.ts";

const PREFIX = "feedback";
/** What was sent to the bot lies in a folder of its own, which a set does not have. */
const FROM_CHAT = /^chat\//;

/**
 * A vote as a line of an evaluation set. What was cited is gold after 👍, and after 👎 "incomplete", for then it is a part.
 * Any other 👎 leaves the gold to be filled in by hand; what was cited off topic stands as distractor.
 */
export function questionLineOf({ id, vote, reply: { at, reply } }: StoredVote): QuestionLine {
  const verdict = verdictOf(vote, reply);
  const cited = sentencesOf(reply);
  const files = distinct(cited.map(({ article }) => fileOf(article)));
  return {
    id: `${PREFIX}-${id}`,
    lang: reply.language,
    kind: verdict === "unanswerable" ? "unanswerable" : PREFIX,
    question: reply.question,
    answers: verdict === "right" && reply.direct !== null ? [reply.direct.text] : [],
    answerable: verdict !== "unanswerable",
    ...(verdict === "right" || verdict === "partly"
      ? { gold_articles: files, gold_quotes: distinct(cited.map(({ text }) => text.trim())) }
      : { gold_articles: [] }),
    ...(vote.kind === "down" && vote.reason === "misread" && files.length > 0 ? { distractors: files } : {}),
    as_of: at.slice(0, 10),
    why: `${whyOf(vote, verdict, files)}${onlyNote(reply)}`,
  };
}

type Verdict = "right" | "partly" | "unanswerable" | "unknown";

function verdictOf(vote: Vote, { kind, only }: KeptReply): Verdict {
  const isRefusal = kind === "abstained";
  // A set asks all articles, of which only one was searched.
  if (isRefusal && only !== null) return "unknown";
  if (vote.kind === "up") return isRefusal ? "unanswerable" : "right";
  if (isRefusal) return vote.reason === "uncollected" ? "unanswerable" : "unknown";
  return vote.reason === "incomplete" ? "partly" : "unknown";
}

/** Opens with a word, by which the report of an evaluation tells unanswerable questions apart. */
function whyOf(vote: Vote, verdict: Verdict, files: readonly string[]): string {
  const said = `${PREFIX}: ${vote.kind === "up" ? "good" : (vote.reason ?? "bad")}`;
  if (verdict === "partly") return `${said}; add the gold that is missing`;
  if (verdict !== "unknown") return said;
  const cited = files.length === 0 ? "" : `; cited was ${files.join(", ")}`;
  return `${said}; fill in the gold${cited}`;
}

/** Such a question may make no sense without its article. */
function onlyNote({ only }: KeptReply): string {
  return only === null ? "" : `; asked of ${fileOf(only)} alone`;
}

const fileOf = ({ sourcePath }: CitedArticle): string => sourcePath.replace(FROM_CHAT, "");

const sentencesOf = ({ direct, claims }: KeptReply): readonly CitedSentence[] =>
  [...(direct === null ? [] : [direct]), ...claims].flatMap(({ sentences }) => sentences);

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== "");
