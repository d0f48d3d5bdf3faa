import { readFile, stat } from "node:fs/promises";
import { type Api, GrammyError } from "grammy";
import { readLocalPath } from "./local-path.ts";

/** https://core.telegram.org/bots/api#getfile: 20 MB; a server of one's own hands out more, an article may not have more. */
export const LARGEST_BYTES = 20_000_000;
const TIME_LIMIT_MS = 120_000;

export type Download =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "too-large" }
  | { readonly kind: "failed" };

/** A file that a person sent, fetched the way the client of `api` fetches; nothing is thrown. */
export async function download(api: Api, fileId: string): Promise<Download> {
  try {
    const { file_path: filePath, file_size: size = 0 } = await api.getFile(fileId);
    if (size > LARGEST_BYTES) return { kind: "too-large" };
    if (filePath === undefined) return { kind: "failed" };
    const local = readLocalPath(filePath, api.token);
    if (local === null) return await fetchFile(api, filePath);
    return (await readHere(local.absolute)) ?? (await fetchFile(api, local.relative));
  } catch (error) {
    // The error itself holds the address, and with it the token.
    const isTooLarge = error instanceof GrammyError && /too big/i.test(error.description);
    return { kind: isTooLarge ? "too-large" : "failed" };
  }
}

/** null if the server's disk is not on this machine. */
async function readHere(file: string): Promise<Download | null> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return null;
  return size > LARGEST_BYTES ? { kind: "too-large" } : { kind: "bytes", bytes: await readFile(file) };
}

async function fetchFile(api: Api, filePath: string): Promise<Download> {
  const fetchFrom = api.options?.fetch ?? fetch;
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  const reply = await fetchFrom(addressOf(api, filePath), { ...api.options?.baseFetchConfig, signal });
  if (!reply.ok) return { kind: "failed" };
  return { kind: "bytes", bytes: new Uint8Array(await reply.arrayBuffer()) };
}

function addressOf({ options, token }: Api, filePath: string): string {
  const root = options?.apiRoot ?? "https://api.telegram.org";
  return `${root}/file/bot${token}/${filePath.split("/").map(encodeURIComponent).join("/")}`;
}
