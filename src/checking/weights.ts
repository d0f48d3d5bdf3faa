/** Fitted by `npm run fit-check`, which writes this file. */
export const WEIGHTS = {
  signals: { bestTwo: 3.62, weakestClause: 4.09, across: 2.04 },
  intercept: -5.04,
  /** From this score on a claim matches. */
  leastScore: 0.285,
  /** Share that the sentences must meet of each clause. */
  leastClause: { within: 0.48, across: 0.26 },
};
