import { createRandom } from "./bootstrap.ts";

const PARAGRAPHS = 20;
const PARAGRAPH_CHARS = 360;
const WORDS_KNOWN = 20_000;
const SENTENCE_WORDS = 14;

export interface SyntheticArticle {
  readonly fileName: string;
  readonly markdown: string;
}

/**
 * Meaningless articles for measuring speed, alternately Chinese and English; a heading before each paragraph keeps it a
 * passage of its own. Words are drawn by Zipf's law, so that word lists are as uneven as in real text. The same seed gives the same articles.
 */
export function* syntheticArticles(passages: number): Generator<SyntheticArticle> {
  const random = createRandom();
  for (let number = 0; number * PARAGRAPHS < passages; number++) {
    const word = number % 2 === 0 ? chineseWord : englishWord;
    const [joint, stop] = number % 2 === 0 ? ["", "。"] : [" ", ". "];
    const sentence = () => Array.from({ length: SENTENCE_WORDS }, () => word(zipf(random))).join(joint) + stop;
    const count = Math.min(PARAGRAPHS, passages - number * PARAGRAPHS);
    const sections = Array.from({ length: count }, () => `## ${sentence()}\n\n${paragraph(sentence)}`);
    yield {
      fileName: `${String(number).padStart(6, "0")}.md`,
      markdown: `# ${sentence()}\n\n${sections.join("\n\n")}\n`,
    };
  }
}

function paragraph(sentence: () => string): string {
  let text = "";
  while (text.length < PARAGRAPH_CHARS) text += sentence();
  return text.trim();
}

/** Rank from 0; the chance falls as 1 / (rank + 1). */
function zipf(random: () => number): number {
  return Math.floor(WORDS_KNOWN ** random()) - 1;
}

const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 3_000;

function chineseWord(rank: number): string {
  return String.fromCharCode(FIRST_CHARACTER + (rank % CHARACTERS), FIRST_CHARACTER + ((rank * 7 + 11) % CHARACTERS));
}

const SYLLABLES = [
  "ba",
  "den",
  "ro",
  "mil",
  "ta",
  "ker",
  "so",
  "lin",
  "va",
  "pon",
  "ge",
  "tor",
  "mu",
  "sal",
  "fi",
  "dor",
];

function englishWord(rank: number): string {
  let left = rank;
  let word = "";
  do {
    word += SYLLABLES[left % SYLLABLES.length] ?? "";
    left = Math.floor(left / SYLLABLES.length);
  } while (left > 0);
  return word;
}
