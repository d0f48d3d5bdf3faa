/** The readers of dates that the check of claims has: what a claim and a question mean by 上周 is one. */
export { datesIn } from "../../answering/attribution/dates.ts";
export { hanValue } from "../../answering/attribution/han-numerals.ts";
export { resolveRelative } from "../../answering/attribution/relative-dates.ts";
