import { terms } from "./terms.ts";

/** English words that say how others belong together, and nothing of what is asked. */
const FUNCTION_WORDS = `a an the this that these those there here it its he him his she her hers they them their theirs we us our ours i me my
you your yours who whom whose which what when where why how and or but nor if than then so as of to in on at by for from with without
into onto over under about after before between during through against among upon within off out up down is are was were be been being am
do does did done doing has have had having can could will would shall should may might must not no any some all both each every other
others another such only own same too very just also ever yet still much many more most less least few
s t don't doesn't didn't isn't aren't wasn't weren't`;

/** By the terms that passages are found by. */
const TERMS: ReadonlySet<string> = new Set(terms(FUNCTION_WORDS));

export function isFunctionWord(term: string): boolean {
  return TERMS.has(term);
}
