import type { Answer, Claim, Language, Searched, Summary } from "../domain.ts";
import { periodOf, type Say } from "./say.ts";

/** What a reply says of itself below its claims, a line each. */
export function notesOf(reply: Answer | Summary, say: Say): string[] {
  return allNotes(reply, say).filter((note) => note !== null);
}

function allNotes(reply: Answer | Summary, say: Say): (string | null)[] {
  switch (reply.kind) {
    case "answered":
      return [
        reply.gap === null ? null : say("gap", { what: reply.gap }),
        droppedNote(reply, say),
        reply.coverage === "cut" ? say("cut") : null,
      ];
    case "closest":
      return [
        reply.failure === null ? null : say(`error-${reply.failure}`),
        unknownNote(reply.unknownNames, say),
        languageNote(reply.claims, reply.language, say),
      ];
    case "abstained":
      return [unknownNote(reply.unknownNames, say)];
    case "written":
      return [droppedNote(reply, say)];
    case "extracted":
      return [languageNote(reply.claims, reply.language, say)];
  }
}

/** Whether all articles were asked, or one alone. */
export type Reach = "all" | "one";

/** What an answer says in place of claims. */
export function refusal({ reason, dropped }: Answer & { readonly kind: "abstained" }, reach: Reach, say: Say): string {
  if (reason === "no-claim-left") return say("no-claim-left", { count: dropped.length });
  return reach === "one" ? say("nothing-found-in-one") : say("nothing-found");
}

export function searchedLine(searched: Searched, say: Say): string {
  return say("searched", { articles: searched.articles, period: periodOf(searched, say) });
}

function droppedNote({ dropped }: Pick<Summary, "dropped">, say: Say): string | null {
  return dropped.length === 0 ? null : say("dropped", { count: dropped.length });
}

function unknownNote(names: readonly string[], say: Say): string | null {
  if (names.length === 0) return null;
  return say("unknown-names", { names: names.map((name) => say("quoted", { name })).join(say("name-separator")) });
}

function languageNote(claims: readonly Claim[], language: Language, say: Say): string | null {
  const foreign = claims.some((claim) => claim.citations.some(({ article }) => article.language !== language));
  return foreign ? say("other-language") : null;
}
