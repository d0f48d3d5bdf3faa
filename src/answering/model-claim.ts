/** A claim as the model wrote it, before anything was checked. */
export interface ModelClaim {
  readonly cites: readonly string[];
  readonly text: string;
  /** Where the model begins a new paragraph; left out elsewhere. */
  readonly startsParagraph?: true;
}
