// The nouns, one file a subject. All others import them from here, so that a noun can move without them.
export * from "./domain/answer.ts";
export * from "./domain/article.ts";
export * from "./domain/claim.ts";
export * from "./domain/found.ts";
export * from "./domain/models.ts";
export * from "./domain/pages.ts";
export * from "./domain/question.ts";
export * from "./domain/reply.ts";
export * from "./domain/turn.ts";
