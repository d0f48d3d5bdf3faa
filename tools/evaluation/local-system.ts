import { type AskDeps, answerFrom, PASSAGES_RETRIEVED } from "../../src/answering/ask.ts";
import { retrieveInTurn } from "../../src/answering/retrieve-in-turn.ts";
import type { Question } from "../../src/domain.ts";
import type { IndexReport } from "../../src/indexing/build-index.ts";
import type { Snapshot } from "../../src/ports.ts";
import { withInherited } from "../../src/questions/inherit.ts";
import { readMessage } from "../../src/questions/read-message.ts";
import { shelfOf } from "../../src/questions/shelf.ts";
import { understand } from "../../src/questions/understand.ts";
import { distinctTerms } from "../../src/text/terms.ts";
import type { EvaluationQuestion, SystemUnderTest } from "./system.ts";

/** Deep enough for recall@10 over distinct articles and for 4,000 characters of evidence. */
const PASSAGES_MEASURED = 60;

/** What a measurement may also look into, beside the questions and answers. */
export interface LocalSystem extends SystemUnderTest {
  readonly deps: AskDeps;
  toQuestion(question: Pick<EvaluationQuestion, "text" | "asOf" | "history">): Question;
}

/** The bot's own retrieval and answering over an index made for the measurement. */
export function localSystem(
  snapshot: Snapshot,
  report: IndexReport,
  deps: Omit<AskDeps, "store" | "vectors">,
  close: () => void,
): LocalSystem {
  const { store, vectors, manifest } = snapshot;
  const askDeps: AskDeps = { ...deps, store, vectors };
  const cards = store.list(0, report.articles);
  const idOf = new Map(cards.map((card) => [card.sourcePath, card.id]));
  const newestDay = cards[0]?.publishedAt?.slice(0, 10) ?? manifest.createdAt.slice(0, 10);
  const toQuestion: LocalSystem["toQuestion"] = ({ text, asOf, history }) => {
    const options = { today: asOf ?? newestDay, shelf: shelfOf(store) };
    return understand(withInherited(readMessage(text, options), history, options), store, history).question;
  };
  return {
    deps: askDeps,
    toQuestion,
    models: { embedding: manifest.embedding.fingerprint, ...(deps.chat === null ? {} : { chat: deps.chat.name }) },
    versions: { ...manifest.versions },
    index: {
      articles: report.articles,
      passages: report.passages,
      seconds: report.seconds,
      fingerprint: manifest.corpusHash.slice(0, 16),
    },
    articleIdOf: (sourcePath) => idOf.get(sourcePath) ?? null,
    bodyOf: (id) => store.article(id)?.body ?? null,
    sourcePathOf: (id) => store.card(id)?.sourcePath ?? null,
    groupOf: (id) => store.card(id)?.repostOf ?? id,
    retrieve: (question) => retrieveInTurn(toQuestion(question), askDeps, PASSAGES_MEASURED),
    answer: (question, retrieval) =>
      answerFrom(
        toQuestion(question),
        { ...retrieval, passages: retrieval.passages.slice(0, PASSAGES_RETRIEVED) },
        askDeps,
      ),
    bm25(question, limit) {
      const hits = store.searchTerms(distinctTerms(question.text), limit);
      const passages = new Map(store.passages(hits.map((hit) => hit.id)).map((passage) => [passage.id, passage]));
      return hits.flatMap(({ id, score }) => {
        const passage = passages.get(id);
        const article = passage === undefined ? null : store.card(passage.articleId);
        return passage === undefined || article === null ? [] : [{ passage, article, score }];
      });
    },
    close,
  };
}
