import { z } from "zod";
import { type ArticleId, type Claim, MARKS, type PassageId } from "../../domain.ts";

const articleId = z.string().transform((id) => id as ArticleId);

const citation = z.object({
  article: z.object({
    id: articleId,
    title: z.string(),
    author: z.string().nullable(),
    publishedAt: z.string().nullable(),
    url: z.string().nullable(),
    language: z.enum(["zh", "en"]),
    sourcePath: z.string(),
    missing: z.object({ paywall: z.boolean(), picturesUnread: z.number() }),
    repostOf: articleId.nullable(),
  }),
  passageId: z.string().transform((id) => id as PassageId),
  sentence: z.object({
    ordinal: z.number(),
    span: z.object({ start: z.number(), end: z.number() }),
    text: z.string(),
  }),
});

const claims = z.array(z.object({ text: z.string(), mark: z.enum(MARKS), citations: z.array(citation) }));

/** The claims of a turn; none where they are not of this program's version. */
export function parseClaims(json: string): readonly Claim[] {
  try {
    return claims.safeParse(JSON.parse(json)).data ?? [];
  } catch {
    return [];
  }
}
