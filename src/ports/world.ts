/** A page of the web as it came, or why it did not. */
export type FetchedPage =
  | {
      readonly kind: "page";
      /** Where it was found in the end. */
      readonly url: string;
      /** Of one of the formats of articles. */
      readonly mediaType: string;
      readonly bytes: Uint8Array;
    }
  /** `address`: not on the public internet; `status`: the server has no page there; `type`: no format of articles. */
  | { readonly kind: "refused"; readonly reason: "address" | "status" | "type" | "too-large" | "unreachable" };

/** Never throws. */
export type PageFetcher = (url: string) => Promise<FetchedPage>;

export interface Clock {
  now(): Date;
}

/** What a look at a server before the start found. */
export interface ServerCheck {
  readonly server: "telegram" | "chat" | "judge" | "embeddings";
  /** `doubtful`: the program works without it; `failed`: it does not. */
  readonly outcome: "ready" | "doubtful" | "failed";
  /** Who answers, or what is wrong and what to do. */
  readonly text: string;
}

/** The web's fetch, of plain addresses; how it gets there is decided behind it. @throws AppError proxy */
export type Fetch = (url: string, init?: Omit<RequestInit, "dispatcher">) => Promise<Response>;

export interface Logger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}
