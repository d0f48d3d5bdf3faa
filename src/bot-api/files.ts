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

  /** #getfile: at most 20 MB. @throws ApiFailure 400 */
  describe(fileId: string, limits: Limits): TelegramFile {
    const { document, path, bytes } = this.#stored(fileId, "invalid file_id");
    if (bytes.length > limits.downloadBytes) throw badRequest("file is too big");
    const { file_id, file_unique_id } = document;
    return { file_id, file_unique_id, file_size: bytes.length, file_path: path };
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

const extensionOf = (name: string) => /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
