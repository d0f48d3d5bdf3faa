import type { Message, File as TelegramFile } from "grammy/types";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../tools/telegram-server/limits.ts";
import type { BotApiServer } from "../../tools/telegram-server/server.ts";
import { type Answer, call, result, start, urlOf } from "./support.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function upload(
  server: BotApiServer,
  content: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer<Message>> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ chat_id: "42", ...fields })) form.set(name, value);
  form.set("document", new File([content], "答案.md", { type: "text/markdown" }));
  const response = await fetch(urlOf(server, "sendDocument"), { method: "POST", body: form });
  return (await response.json()) as Answer<Message>;
}

describe("files", () => {
  it("has the published sizes (#getfile, #sending-files)", () => {
    expect([LIMITS.downloadBytes, LIMITS.uploadBytes]).toEqual([20 * 2 ** 20, 50 * 2 ** 20]);
  });

  it("keeps what the bot uploads, and sends it again by file_id (#sending-files)", async () => {
    const server = await start();
    server.sendText("hi");
    const sent = await upload(server, "# 答案", { caption: "for you" });
    expect(sent.result).toMatchObject({ caption: "for you", document: { file_name: "答案.md", file_size: 8 } });
    const fileId = sent.result?.document?.file_id ?? "";
    expect(new TextDecoder().decode(server.file(fileId).bytes)).toBe("# 答案");
    const again = await result<Message>(server, "sendDocument", { chat_id: 42, document: fileId });
    expect(again.document?.file_id).toBe(fileId);
    expect(server.violations).toEqual([]);
  });

  it("of the bot have no text to edit (#editmessagetext)", async () => {
    const server = await start();
    server.sendText("hi");
    const message_id = (await upload(server, "# 答案")).result?.message_id;
    expect(await call(server, "editMessageText", { chat_id: 42, message_id, text: "new" })).toMatchObject({
      error_code: 400,
      description: "Bad Request: there is no text in the message to edit",
    });
  });

  it("gives the bot what a person sends (#getfile)", async () => {
    const server = await start();
    const bytes = bytesOf("an article, 一篇文章");
    const { document } = server.sendDocument({ name: "a.txt", mimeType: "text/plain", bytes }, { caption: "keep it" });
    const file = await result<TelegramFile>(server, "getFile", { file_id: document?.file_id });
    expect(file.file_size).toBe(bytes.length);
    const response = await fetch(`${server.apiRoot}/file/bot${server.token}/${file.file_path}`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it("refuses sizes over the limits (#getfile, #sending-files)", async () => {
    const server = await start({ limits: { downloadBytes: 10, uploadBytes: 20 } });
    const file = { name: "a", mimeType: "", bytes: bytesOf("x".repeat(11)) };
    const { document } = server.sendDocument(file);
    expect(await call(server, "getFile", { file_id: document?.file_id })).toMatchObject({
      error_code: 400,
      description: "Bad Request: file is too big",
    });
    expect(await upload(server, "x".repeat(20))).toMatchObject({ ok: true });
    expect(await upload(server, "x".repeat(21))).toMatchObject({
      error_code: 413,
      description: "Request Entity Too Large",
    });
    expect(server.violations.map(({ method }) => method)).toEqual(["getFile", "sendDocument"]);
  });

  it.each<[string, string, Readonly<Record<string, string>>, string | undefined]>([
    ["an empty file", "", {}, "Bad Request: file must be non-empty"],
    [
      "an entity outside the caption",
      "x",
      { caption: "c", caption_entities: '[{"type":"bold","offset":0,"length":2}]' },
      "Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2",
    ],
  ])("takes or refuses %s (#senddocument)", async (_, content, fields, description) => {
    const server = await start();
    server.sendText("hi");
    expect((await upload(server, content, fields)).description).toBe(description);
  });
});
