/** What the exit status says: fine; a claim was refuted or undecided; bad input; a bug of ours. */
export const exit = { fine: 0, refuted: 1, badInput: 2, bug: 3 } as const;
/** One of the exit statuses. */
export type Exit = (typeof exit)[keyof typeof exit];

/** Bad input, with every line that standard error should show. */
export class BadInput extends Error {
  override readonly name = "BadInput";
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}
