/** The published limits, each with the section of core.telegram.org/bots/api that states it. */
export interface Limits {
  /** UTF-16 units after trimming (#sendmessage). */
  readonly textUnits: number;
  /** UTF-8 bytes before anything is parsed; the server's own guard, not documented. */
  readonly rawTextBytes: number;
  /** More are dropped without a word, which is measured, not documented. */
  readonly entities: number;
  /** UTF-16 units (#senddocument). */
  readonly captionUnits: number;
  /** UTF-8 bytes (#inlinekeyboardbutton). */
  readonly callbackDataBytes: number;
  /** UTF-16 units (#copytextbutton). */
  readonly copyTextUnits: number;
  /** UTF-16 units (#answercallbackquery). */
  readonly callbackAnswerUnits: number;
  /** How long a press or an inline query waits for its answer; not published, what bots have measured. */
  readonly callbackWaitMs: number;
  readonly inlineWaitMs: number;
  /** Buttons of an inline keyboard and bytes of all its JSON; not published (tginfo/Telegram-Limits, issues 228 and 187). */
  readonly keyboardButtons: number;
  readonly keyboardBytes: number;
  /** UTF-16 units (#replyparameters). */
  readonly quoteUnits: number;
  /** Commands of one list, and symbols of one command and its description (#setmycommands, #botcommand). */
  readonly commands: number;
  readonly commandChars: number;
  readonly commandDescriptionChars: number;
  /** UTF-16 units (#setmydescription, #setmyshortdescription). */
  readonly descriptionUnits: number;
  readonly shortDescriptionUnits: number;
  /** Results of one answer, bytes of `next_offset` and of a result's id (#answerinlinequery, #inlinequeryresult). */
  readonly inlineResults: number;
  readonly inlineOffsetBytes: number;
  readonly inlineResultIdBytes: number;
  /** Characters of a button's `start_parameter` (#inlinequeryresultsbutton). */
  readonly startParameterUnits: number;
  /** UTF-16 units of a query (#inlinequery). */
  readonly inlineQueryUnits: number;
  /** Bytes a bot may fetch (#getfile) and send (#sending-files). */
  readonly downloadBytes: number;
  readonly uploadBytes: number;
  /** How long a draft stays (#sendmessagedraft). */
  readonly draftMs: number;
  /** How long a message can be deleted (#deletemessage), and edited as clients do. */
  readonly editableMs: number;
  /** Updates of one getUpdates, and its longest wait (#getupdates). */
  readonly updates: number;
  readonly pollSeconds: number;
  /** Characters of `secret_token` (#setwebhook). */
  readonly secretUnits: number;
}

const MEGABYTE = 1024 * 1024;

export const LIMITS: Limits = {
  textUnits: 4096,
  rawTextBytes: 32_768,
  entities: 100,
  captionUnits: 1024,
  callbackDataBytes: 64,
  copyTextUnits: 256,
  callbackAnswerUnits: 200,
  callbackWaitMs: 15_000,
  inlineWaitMs: 10_000,
  keyboardButtons: 100,
  keyboardBytes: 10 * 1024,
  quoteUnits: 1024,
  commands: 100,
  commandChars: 32,
  commandDescriptionChars: 256,
  descriptionUnits: 512,
  shortDescriptionUnits: 120,
  inlineResults: 50,
  inlineOffsetBytes: 64,
  inlineResultIdBytes: 64,
  startParameterUnits: 64,
  inlineQueryUnits: 256,
  downloadBytes: 20 * MEGABYTE,
  uploadBytes: 50 * MEGABYTE,
  draftMs: 30_000,
  editableMs: 48 * 3600 * 1000,
  updates: 100,
  pollSeconds: 50,
  secretUnits: 256,
};

export const utf8Bytes = (text: string) => Buffer.byteLength(text, "utf8");
