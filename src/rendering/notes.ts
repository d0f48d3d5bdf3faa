import type { AbstainReason, Answer, Claim, Language, Searched, Summary } from "../domain.ts";
import { languageOf } from "../text/language.ts";
import { missingNotes } from "./article-facts.ts";
import { periodOf, type Say } from "./say.ts";
import { verificationLine } from "./verification.ts";

/** What a reply says of itself below its claims, a line each. */
export function notesOf(reply: Answer | Summary, say: Say): string[] {
  return allNotes(reply, say).filter((note) => note !== null);
}

function allNotes(reply: Answer | Summary, say: Say): (string | null)[] {
  switch (reply.kind) {
    case "answered":
      return [
        verificationLine(reply.claims, reply.judging, say),
        openNote(reply.open, say),
        droppedNote(reply, say),
        reply.coverage === "cut" ? say("cut") : null,
      ];
    case "closest":
      return [
        reply.failure === null ? null : say(`error-${reply.failure}`),
        reply.fallen === undefined ? null : say("every-claim-failed", { count: reply.fallen.dropped.length }),
        unknownNote(reply.unknownNames, say),
        languageNote(reply.claims, reply.language, say),
      ];
    case "abstained":
      return [unknownNote(reply.unknownNames, say)];
    case "written":
      return [coverageNote(reply, say), verificationLine(reply.claims, reply.judging, say), droppedNote(reply, say)];
    case "extracted":
      return [coverageNote(reply, say), languageNote(reply.claims, reply.language, say)];
  }
}

/** Whether all articles were asked, or one alone. */
export type Reach = "all" | "one";

/** Else it is about the answer that was to be changed. */
export const isAboutArticles = (reason: AbstainReason): boolean =>
  reason !== "needs-model" && reason !== "no-such-point" && reason !== "no-such-language";

/** What an answer says in place of claims. */
export function refusal({ reason, dropped }: Answer & { readonly kind: "abstained" }, reach: Reach, say: Say): string {
  if (!isAboutArticles(reason)) return say(`change-${reason}`);
  if (reason === "no-claim-left") return say("no-claim-left", { count: dropped.length });
  return reach === "one" ? say("nothing-found-in-one") : say("nothing-found");
}

export function searchedLine(searched: Searched, say: Say): string {
  return say("searched", { articles: searched.articles, period: periodOf(searched, say) });
}

function droppedNote({ dropped }: Pick<Summary, "dropped">, say: Say): string | null {
  return dropped.length === 0 ? null : say("dropped", { count: dropped.length });
}

/** "12/12 段 · 3 张图未读": what of the article the summary can speak of. */
function coverageNote({ coverage, article }: Summary, say: Say): string | null {
  if (coverage === undefined) return null;
  const missing = missingNotes(article, say);
  const read = say("coverage", { read: coverage.read, of: coverage.of });
  return missing === "" ? read : `${read} · ${missing}`;
}

function unknownNote(names: readonly string[], say: Say): string | null {
  return names.length === 0 ? null : say("unknown-names", { names: inQuotes(names, say) });
}

/** In the words of the question: what a model says is missing was never checked. */
function openNote(words: readonly string[], say: Say): string | null {
  return words.length === 0 ? null : say("open-words", { words: inQuotes(words, say) });
}

function inQuotes(names: readonly string[], say: Say): string {
  return names.map((name) => say("quoted", { name })).join(say("name-separator"));
}

function languageNote(claims: readonly Claim[], language: Language, say: Say): string | null {
  const foreign = claims.some(({ text }) => languageOf(text) !== language);
  return foreign ? say("other-language") : null;
}
