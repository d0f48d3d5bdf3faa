import type { Api } from "grammy";
import type { Message } from "grammy/types";
import type { Additions, KeptFile, NewArticle, Refusal } from "../../adding/additions.ts";
import type { Extension } from "../../articles/formats.ts";
import type { StateStore } from "../../ports.ts";
import { shortened } from "../../text/shorten.ts";
import { readDocumentName } from "./document-name.ts";
import { download, LARGEST_BYTES } from "./download.ts";
import { type Post, postAsArticle } from "./forwarded-post.ts";
import { isForwardedLink, isUnclear } from "./unclear-forward.ts";

/** One message with something to add, kept or not. */
export type IncomingItem =
  | {
      readonly kind: "kept";
      readonly label: string;
      readonly album: string | null;
      readonly file: KeptFile;
      /** Number of this sending of the file. */
      readonly arrival: number;
    }
  | { readonly kind: "refused"; readonly label: string; readonly refusal: Refusal | "not-fetched" }
  /** A forwarded line that may be a question. */
  | { readonly kind: "unclear"; readonly label: string; readonly post: Post }
  /** A picture without words: of an album whose words are another message's, or alone. */
  | { readonly kind: "picture"; readonly album: string | null };

/** Where files are kept, and where it is noted that they came. */
export interface StoredFiles {
  readonly additions: Additions;
  readonly state: StateStore;
}

const LONGEST_LABEL_CHARS = 60;

/** Whether the message brings an article: a document, or anything that was forwarded from somewhere else. */
export function isAddition(message: Message | undefined, botId: number): boolean {
  if (message === undefined) return false;
  if (message.document !== undefined) return true;
  const { forward_origin: origin } = message;
  if (isForwardedLink(message)) return false;
  if (origin === undefined || message.chat.type !== "private") return false;
  return !(origin.type === "user" && origin.sender_user.id === botId);
}

/** Keeps what the message brings. @throws AppError adding when it cannot be written */
export async function keepItem(message: Message, api: Api, storedFiles: StoredFiles): Promise<IncomingItem> {
  const { document, forward_origin: origin } = message;
  const text = (message.text ?? message.caption ?? "").trim();
  if (document !== undefined) {
    const { name, extension } = readDocumentName(document.file_name, document.mime_type);
    const label = labelOf(document.file_name ?? name);
    if (extension !== null) return keepDocument({ ...document, name, label, extension }, api, storedFiles);
    if (origin === undefined || text === "") return { kind: "refused", label, refusal: "kind" };
  }
  const pictures = message.photo === undefined ? "none" : "one";
  if (origin !== undefined && /[\p{L}\p{N}]/u.test(text)) {
    const post = { text, origin, pictures } as const;
    const album = message.media_group_id ?? null;
    if (isUnclear(message) && album === null) return { kind: "unclear", label: labelOf(text), post };
    return keepPost(post, album, storedFiles);
  }
  if (pictures === "one") return { kind: "picture", album: message.media_group_id ?? null };
  return { kind: "refused", label: labelOf(text), refusal: text === "" ? "kind" : "empty" };
}

/** @throws AppError adding when it cannot be written */
export async function keepPost(
  post: Post,
  album: string | null,
  storedFiles: StoredFiles,
): Promise<IncomingItem & { readonly kind: "kept" }> {
  return { kind: "kept", label: labelOf(post.text), album, ...(await arrived(postAsArticle(post), storedFiles)) };
}

interface SentDocument {
  readonly file_id: string;
  readonly file_size?: number;
  readonly name: string;
  readonly label: string;
  readonly extension: Extension;
}

async function keepDocument(document: SentDocument, api: Api, storedFiles: StoredFiles): Promise<IncomingItem> {
  const { label, name, extension } = document;
  if ((document.file_size ?? 0) > LARGEST_BYTES) return { kind: "refused", label, refusal: "too-large" };
  const found = await download(api, document.file_id);
  if (found.kind === "too-large") return { kind: "refused", label, refusal: "too-large" };
  if (found.kind === "failed") return { kind: "refused", label, refusal: "not-fetched" };
  if (found.bytes.length === 0) return { kind: "refused", label, refusal: "empty" };
  return { kind: "kept", label, album: null, ...(await arrived({ name, extension, bytes: found.bytes }, storedFiles)) };
}

async function arrived(article: NewArticle, { additions, state }: StoredFiles) {
  const file = await additions.keep(article);
  return { file, arrival: state.recordArrival(file.file) };
}

/** How a reply names what it could not take. */
const labelOf = (text: string): string => shortened(text, LONGEST_LABEL_CHARS);

/** Pictures whose album has words in another message are part of that one; the others are told once. */
export function withoutAlbumPictures(
  items: readonly IncomingItem[],
): readonly Exclude<IncomingItem, { readonly kind: "picture" }>[] {
  const albums = new Set(items.flatMap((item) => (item.kind === "kept" ? (item.album ?? []) : [])));
  const isAlone = (item: IncomingItem) => item.kind === "picture" && !(item.album !== null && albums.has(item.album));
  const others = items.filter((item) => item.kind !== "picture");
  return items.some(isAlone) ? [...others, { kind: "refused", label: "", refusal: "pictures-only" }] : others;
}
