import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Document, File as TelegramFile } from "grammy/types";
import { badRequest } from "./failure.ts";
import type { Limits } from "./limits.ts";
import type { UploadedFile } from "./params.ts";

interface StoredFile extends UploadedFile {
  readonly path: string;
  readonly document: Document;
}

/** Files sent by either side, by `file_id` and by the path they are fetched from. */
export class Files {
  readonly #byId = new Map<string, StoredFile>();
  readonly #localFolder: string | null;

  /** `localFolder`: the bot's own one, as a server has it that runs with --local; null for one that does not. */
  constructor(localFolder: string | null) {
    this.#localFolder = localFolder;
  }

  add(file: UploadedFile): Document {
    const number = this.#byId.size + 1;
    const id = `file-${number}`;
    const document: Document = {
      file_id: id,
      file_unique_id: `unique-${number}`,
      file_name: file.name,
      mime_type: file.mimeType || "application/octet-stream",
      file_size: file.bytes.length,
    };
    this.#byId.set(id, { ...file, document, path: `documents/file_${number}${extensionOf(file.name)}` });
    return document;
  }

  /** A file that was sent before, to be sent again. @throws ApiFailure 400 */
  document(fileId: string): Document {
    return this.#stored(fileId, "wrong remote file identifier specified: Wrong character in the string").document;
  }

  /** #getfile: at most 20 MB; #using-a-local-bot-api-server: of any size, as an absolute path. @throws ApiFailure 400 */
  describe(fileId: string, limits: Limits): TelegramFile {
    const file = this.#stored(fileId, "invalid file_id");
    const { document, bytes } = file;
    if (this.#localFolder === null && bytes.length > limits.downloadBytes) throw badRequest("file is too big");
    const { file_id, file_unique_id } = document;
    const file_path = this.#localFolder === null ? file.path : writeBelow(this.#localFolder, file);
    return { file_id, file_unique_id, file_size: bytes.length, file_path };
  }

  /** The bytes under a path that getFile gave; undefined when there are none. */
  atPath(path: string): UploadedFile | undefined {
    return [...this.#byId.values()].find((file) => file.path === path);
  }

  /** The bytes of a document, for a look at what the bot sent. @throws ApiFailure 400 */
  content(fileId: string): UploadedFile {
    return this.#stored(fileId, "invalid file_id");
  }

  #stored(fileId: string, otherwise: string): StoredFile {
    const file = this.#byId.get(fileId);
    if (file === undefined) throw badRequest(otherwise);
    return file;
  }
}

function writeBelow(folder: string, file: StoredFile): string {
  const place = path.join(folder, file.path);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, file.bytes);
  return place;
}

const extensionOf = (name: string) => /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
