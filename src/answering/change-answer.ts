import { checkContext } from "../checking/context.ts";
import type {
  AbstainReason,
  Answer,
  Change,
  Citation,
  Claim,
  Language,
  PassageId,
  Question,
  RetrievedPassage,
  Turn,
} from "../domain.ts";
import type { AskDeps, AskOptions } from "./ask.ts";
import { claimsFromModel } from "./claims-from-model.ts";
import { assignKeys, type KeyedPassage, keyTable } from "./keys.ts";
import { modelFailureOf } from "./outcomes.ts";
import { changeRequest } from "./prompt.ts";
import { unranked } from "./unranked.ts";

const SHORT_CLAIMS = 2;
const SENTENCES_AROUND = 4;

/**
 * The last answer in another form, from the same sources. A model sees only the cited sentences, and what it writes is
 * checked like any answer. Without a model, claims are left out, arranged, or shown with the sentences around them.
 */
export async function changeAnswer(
  change: Change,
  previous: Turn,
  question: Question,
  deps: AskDeps,
  options: AskOptions = {},
): Promise<Answer> {
  const { claims } = previous;
  if (change.kind === "translate" && change.to === "other") return refused("no-such-language", question.language, deps);
  const language = change.kind === "translate" && change.to !== "other" ? change.to : question.language;
  if (change.kind === "table") return arranged(claims, language, deps, "table");
  if (change.kind === "list") return arranged(claims, language, deps);
  const point = change.kind === "expand" ? claims.at(change.point < 0 ? change.point : change.point - 1) : undefined;
  if (change.kind === "expand" && point === undefined) return refused("no-such-point", language, deps);
  const isMore = point !== undefined || change.kind === "longer";
  const sources = isMore ? around(point ?? claims[0], deps) : citedOf(claims, deps);
  const written = await write(change, sources, previous, language, deps, options);
  if (written !== null) return written;
  if (isMore) return arranged(verbatim(sources), language, deps);
  if (change.kind === "shorter") return arranged(claims.slice(0, SHORT_CLAIMS), language, deps);
  return change.kind === "again" ? arranged(claims, language, deps) : refused("needs-model", language, deps);
}

/** null: no model is set, it failed, or nothing that it wrote passed the check. */
async function write(
  change: Change,
  sources: readonly KeyedPassage[],
  previous: Turn,
  language: Language,
  deps: AskDeps,
  options: AskOptions,
): Promise<Answer | null> {
  if (deps.chat === null || sources.length === 0) return null;
  const passages = sources.map(({ found }) => found);
  const context = checkContext(passages, previous.read, deps.encoder);
  try {
    const request = changeRequest(change, previous, language, sources);
    const reply = await claimsFromModel(deps.chat, request, keyTable(sources), context, {
      ...options,
      judge: deps.judge,
      speaksToQuestion: () => true,
    });
    if (reply.claims.length === 0) return null;
    const { claims, dropped, repaired, coverage, usage, judging } = reply;
    const searched = deps.store.facts();
    const layout = change.kind === "list" ? "list" : "text";
    return {
      kind: "answered",
      language,
      claims,
      dropped,
      repaired,
      open: [],
      layout,
      coverage,
      searched,
      usage,
      judging,
    };
  } catch (error) {
    if (modelFailureOf(error) === null || options.signal?.aborted === true) throw error;
    return null;
  }
}

function arranged(
  claims: readonly Claim[],
  language: Language,
  { store }: AskDeps,
  layout: "list" | "table" = "list",
): Answer {
  const searched = store.facts();
  const nothing = { dropped: [], repaired: 0, open: [], usage: null };
  return { kind: "answered", language, claims, coverage: "complete", searched, layout, ...nothing };
}

function refused(reason: AbstainReason, language: Language, { store }: AskDeps): Answer {
  const searched = store.facts();
  return { kind: "abstained", language, reason, dropped: [], unknownNames: [], searched, nearest: [], usage: null };
}

/** The cited sentences and nothing else, as a request shows them. */
function citedOf(claims: readonly Claim[], { store }: AskDeps): KeyedPassage[] {
  const cited = Map.groupBy(
    claims.flatMap(({ citations }) => citations),
    ({ passageId }) => passageId,
  );
  const keyed = assignKeys([...cited.keys()].flatMap((id) => found(id, cited.get(id)?.[0], store)));
  return keyed.map((one) => ({ ...one, sentences: distinct(cited.get(one.found.passage.id) ?? []) }));
}

const distinct = (citations: readonly Citation[]) => [
  ...new Map(citations.map(({ sentence }) => [sentence.ordinal, sentence])).values(),
];

function found(id: PassageId, citation: Citation | undefined, store: AskDeps["store"]): RetrievedPassage[] {
  return citation === undefined ? [] : store.passages([id]).map((passage) => unranked(passage, citation.article));
}

/** The sentences around the cited one. */
function around(claim: Claim | undefined, { store }: AskDeps): KeyedPassage[] {
  const first = claim?.citations[0];
  if (first === undefined) return [];
  const passages = store.passagesOf(first.article.id);
  const index = passages.findIndex(({ id }) => id === first.passageId);
  if (index < 0) return [];
  const near = passages.slice(index, index + 2);
  return assignKeys(near.map((passage) => unranked(passage, first.article))).map((one) =>
    one.found.passage.id === first.passageId
      ? { ...one, sentences: one.sentences.filter(({ ordinal }) => ordinal >= first.sentence.ordinal) }
      : one,
  );
}

function verbatim(sources: readonly KeyedPassage[]): Claim[] {
  const sentences = sources.flatMap(({ found: { article, passage }, sentences }) =>
    sentences.map((sentence) => ({ article, passageId: passage.id, sentence })),
  );
  return sentences
    .slice(0, SENTENCES_AROUND)
    .map((citation) => ({ text: citation.sentence.text, citations: [citation], mark: "verbatim" }));
}
