import { z } from "zod";
import { type KeptReply, MARKS } from "../../domain.ts";

const article = z.object({
  title: z.string(),
  author: z.string().nullable(),
  publishedAt: z.string().nullable(),
  url: z.string().nullable(),
  sourcePath: z.string(),
  missing: z.object({ paywall: z.boolean(), picturesUnread: z.number() }),
});

const claim = z.object({
  text: z.string(),
  mark: z.enum(MARKS).nullable(),
  startsParagraph: z.boolean().optional(),
  sentences: z.array(z.object({ text: z.string(), article })),
});

const keptReply = z.object({
  kind: z.enum(["answered", "closest", "abstained", "summary"]),
  language: z.enum(["zh", "en"]),
  question: z.string(),
  only: article.nullable(),
  opening: z.string().nullable(),
  direct: claim.nullable(),
  // Earlier versions had none.
  layout: z.enum(["text", "list", "table"]).default("text"),
  claims: z.array(claim),
  notes: z.array(z.string()),
  nearest: z.array(article),
});

/** null when the text is no reply of this program's version. */
export function parseReply(json: string): KeptReply | null {
  try {
    return keptReply.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
