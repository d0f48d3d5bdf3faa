import type { Language } from "../domain.ts";

/** As people count: in Chinese every character is one, and so is every run of other letters or digits; in English words. */
export function sizeOf(body: string, language: Language): number {
  const unit =
    language === "zh" ? /\p{Script=Han}|[^\p{Script=Han}\s\p{P}\p{S}]+/gu : /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
  return body.match(unit)?.length ?? 0;
}
