/** What is asked of the worker: the factors of a polynomial whose names are `v1`, `v2`, …. */
export type Question = { readonly id: number; readonly task: "factor"; readonly text: string };

/** What the worker found: texts that nobody has checked. Empty when it found nothing or failed. */
export type Candidates = { readonly id: number; readonly texts: readonly string[] };
