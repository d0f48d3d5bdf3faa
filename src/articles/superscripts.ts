/** A unit of length or time, of which areas, volumes and rates are made: `35 km²`, `9.8 m/s²`, `40 米²`. */
const UNIT = /(?:^|[^\p{L}])(?:[kcmdµn]?m|in|ft|yd|mi|[kmc]?g|h|s|[公千厘毫分]?[米里])$/u;
/** Letters that stand for a quantity: `x`, `mc`, `R`; `EU` and `Holt` do not. */
const SYMBOL = /(?:^|[^\p{L}])(?:\p{L}|\p{Ll}{2})$/u;
const GROUP = /[)\]|]$/;
const ORDINAL = /^(?:st|nd|rd|th|er|re|ère|e|o|a|me|lle|tm|sm|®|™|℠|º|ª)$/i;
const BARE = /^[+\-−–]?\d{1,12}$/;
const NOTE_LIKE = /^[[(（【〔［]?\s{0,9}(?:注|note|fn\.?)?\s{0,9}[\d①-⑳*†‡§,，、;\s–-]{1,20}\s{0,9}[\])）】〕］]?$/iu;
const OPERATOR_BEFORE = /[=+×*·⋅÷/<>≈−-]\s*$/u;
const OPERATOR_AFTER = /^\s*[=+×*·⋅÷/<>≈−-]/u;
const RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * What a raised sign says where it stands: an exponent (`10^8`, `km²`), a part of the word (`21st`), or nothing, since
 * it only points to a note. After figures an exponent is written with `^`: `10⁸` folds to 108, and that is another number.
 */
export function superscript(before: string, raised: string, after: string): string {
  const text = raised.trim();
  if (text === "" || ORDINAL.test(text)) return text;
  if (BARE.test(text)) return isExponent(before, text, after) ? exponent(before, text) : isotope(before, text, after);
  if (NOTE_LIKE.test(text)) return "";
  return /[\p{L}\p{N})]$/u.test(before) && /^[\p{L}\p{N}+\-−/.()=]{1,12}$/u.test(text) && !/\p{Script=Han}/u.test(text)
    ? (charge(text) ?? `^${text}`)
    : text;
}

/** Whether a number stands above its base; else it is the number of a note. */
function isExponent(before: string, text: string, after: string): boolean {
  const figure = /(?:^|[^\d.,])(\d[\d.,]*)$/.exec(before)?.[1];
  if (figure === undefined && /\d$/.test(before)) return false;
  if (figure !== undefined) {
    const lead = before.slice(0, before.length - figure.length);
    if (figure === "10" || /^[+\-−–]|\d{4}/.test(text)) return true;
    if (figure === "2" && Number(text) >= 4) return true;
    return OPERATOR_BEFORE.test(lead) || OPERATOR_AFTER.test(after);
  }
  if (/^[+\-−–]/.test(text)) return /[\p{L})]$/u.test(before);
  if (UNIT.test(before) || SYMBOL.test(before))
    return Number(text) <= 12 && !/\p{Script=Han}$/u.test(before.replace(UNIT, ""));
  return GROUP.test(before) && /[=+×*·÷^−-][^()[\]|]{0,40}[)\]|]$/u.test(before);
}

function exponent(before: string, text: string): string {
  const sign = text.replace(/[−–]/g, "-");
  if (!/\p{L}$/u.test(before)) return `^${sign}`;
  return sign
    .replace(/\d/g, (digit) => RAISED_DIGITS[Number(digit)] ?? digit)
    .replace("-", "⁻")
    .replace("+", "⁺");
}

/** `¹⁴C` is an isotope; any other number before a word, or after one, is a note's. */
function isotope(before: string, text: string, after: string): string {
  return /(?:^|[^\p{L}\p{N}])$/u.test(before) && /^\p{Lu}\p{Ll}?(?!\p{L})/u.test(after) && Number(text) > 0
    ? text.replace(/\d/g, (digit) => RAISED_DIGITS[Number(digit)] ?? digit)
    : "";
}

/** `Ca2+`, `Na+`. */
const charge = (text: string): string | null => (/^\d?[+\-−]$/.test(text) ? text.replace("−", "-") : null);

const RAISED = /(?<=\d)[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,12}/g;
const PLAIN: Readonly<Record<string, string>> = { "⁺": "+", "⁻": "-" };
const CONTEXT = 40;

/** The same for raised digits that a text holds itself: `10⁸` is `10^8`, and `36² 万` is 36 万. */
export function readRaisedDigits(text: string): string {
  return text.replace(RAISED, (raised, at: number) => {
    const plain = [...raised].map((sign) => PLAIN[sign] ?? String(RAISED_DIGITS.indexOf(sign))).join("");
    const after = text.slice(at + raised.length, at + raised.length + CONTEXT);
    return superscript(text.slice(Math.max(0, at - CONTEXT), at), plain, after);
  });
}
