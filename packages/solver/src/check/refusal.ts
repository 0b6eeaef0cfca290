/** Where a certificate fails: the step of the check, the place in the answer, and what is wrong there. */
export type CheckFailure = {
  /** What was being checked, e.g. `count the roots`. */
  readonly step: string;
  /** Keys from the root of the answer to the place that is wrong, e.g. `["solutions", 0, "multiplicity"]`. */
  readonly path: readonly (string | number)[];
  /** What is wrong, in words, with the value that was seen. */
  readonly message: string;
};

/** Keys from the root of the answer. */
export type Path = readonly (string | number)[];

/** Thrown inside the checker at the first thing that does not hold; only the door catches it. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly failure: CheckFailure;

  constructor(failure: CheckFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Ends the check: `message` is wrong at `path`. */
export function refuse(step: string, path: Path, message: string): never {
  throw new Refused({ step, path, message });
}

/** Goes on only if `holds`. */
export function demand(holds: boolean, step: string, path: Path, message: string): asserts holds {
  if (!holds) refuse(step, path, message);
}
