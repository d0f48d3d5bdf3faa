/** The readers of dates that the check of claims has: what a claim and a question mean by 上周 is one. */
export { datesIn } from "../../language/dates.ts";
export { hanValue } from "../../language/han-numerals.ts";
export { resolveRelative } from "../../language/relative-dates.ts";
