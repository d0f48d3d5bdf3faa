// What is outside, one file a kind. All others import it from here, so that a port can move without them.
export * from "./ports/access.ts";
export * from "./ports/index.ts";
export * from "./ports/models.ts";
export * from "./ports/replies.ts";
export * from "./ports/state.ts";
export * from "./ports/world.ts";
