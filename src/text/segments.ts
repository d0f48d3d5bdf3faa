const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** A text in either language, cut as a reader would cut it; spaces and punctuation are segments too. */
export function segmentsOf(text: string): Intl.SegmentData[] {
  return [...segmenter.segment(text)];
}

/** The segments that are words or numbers, in order, with their places. */
export function wordSegmentsOf(text: string): Intl.SegmentData[] {
  return segmentsOf(text).filter(({ isWordLike }) => isWordLike === true);
}
