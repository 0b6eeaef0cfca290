/** One equation to solve; peers get plain infix texts. */
export type Question = {
  readonly id: string;
  readonly kind: string;
  readonly left: string;
  readonly right: string;
  readonly unknown: string;
  /** The other unknowns, all positive. */
  readonly symbols: readonly string[];
  readonly assume: readonly string[];
  /** Values of the other unknowns (one empty record where there are none) and the right positive roots there. */
  readonly samples: readonly {
    readonly env: Readonly<Record<string, string>>;
    readonly roots: readonly string[];
  }[];
  /** `all`: every positive value solves it. */
  readonly form: "roots" | "none" | "all";
};

/** What a peer made of a question. `values` are its roots as decimals at each sample, in no particular order. */
export type PeerReply = {
  readonly id: string;
  readonly status: "answered" | "gave up" | "hung";
  /** Milliseconds of the second, warm run. */
  readonly ms: number;
  readonly everywhere?: boolean;
  readonly values?: readonly (readonly string[])[];
  /** What it printed, for the report of wrong answers. */
  readonly raw?: string;
};

/** A claim to judge. */
export type ClaimQuestion = {
  readonly id: string;
  readonly claim: string;
  readonly assume: readonly string[];
  readonly symbols: readonly string[];
  readonly verdict: "proved" | "refuted" | "independent" | "vacuous";
};
