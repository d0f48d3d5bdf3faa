import type { Tokens } from "../domain/models.ts";

export interface Embedder {
  /** Names the model and its version; vectors of different fingerprints must never meet. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /**
   * Unit vectors in the order of the texts; null where the text holds nothing the model knows (it has no direction).
   * @throws AppError model-*, embedding-dimensions
   */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly (Float32Array | null)[]>;
  embedQuery(text: string, signal?: AbortSignal): Promise<Float32Array | null>;
}

/** Scores single sentences at question time: hundreds a question, so it must be local and synchronous. */
export interface SentenceEncoder {
  /** Unit vector; null where it knows no word of the text. */
  encode(text: string): Float32Array | null;
  /** How much a word says by itself: about 0.3 for "the" and 的, 1 to 2 for common words, 2 to 3 for names; 0 for unknown ones. */
  weigh(word: string): number;
}

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** JSON schema of the reply; adapters fall back to plain text where the server has no structured output. */
  readonly schema: { readonly name: string; readonly body: Readonly<Record<string, unknown>> } | null;
  /** What the reply itself needs; the adapter may allow more, since many servers count what the model thinks as well. */
  readonly maxTokens: number;
  /** `more` where a reply was cut by its limit; absent means `usual`. */
  readonly room?: "usual" | "more" | undefined;
}

export type ChatEvent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "end"; readonly finish: Finish; readonly usage: Tokens | null };

/** `length`: the limit of its tokens ended the reply; `untold`: it ended in order, but the server did not say why. */
export type Finish = "stop" | "length" | "untold";

export interface ChatModel {
  readonly name: string;
  /** Text as it comes, then one `end`. @throws AppError model-*, also in mid-stream (model-cut). */
  stream(request: ChatRequest, signal?: AbortSignal): AsyncIterable<ChatEvent>;
}

export interface Entailment {
  readonly entailment: number;
  readonly neutral: number;
  readonly contradiction: number;
}

/** Whether one text follows from another; shares that add up to 1. */
export interface EntailmentModel {
  readonly name: string;
  /** In the order of the pairs. @throws AppError judge */
  read(pairs: readonly { readonly premise: string; readonly hypothesis: string }[]): Promise<readonly Entailment[]>;
}
