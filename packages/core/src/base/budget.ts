/** Thrown by a budget that is spent. Only the doors of the solver catch it; they answer "undecided". */
export class Spent extends Error {
  override readonly name = "Spent";
}

/** A bounded allowance of work, counted in steps so that the same question gets the same answer on any machine. */
export type Budget = {
  /** Takes `steps` off the allowance; throws `Spent`, naming `what`, when it is used up. */
  spend(steps: number, what: string): void;
  /** Steps that are left. */
  left(): number;
};

/** A budget of `steps`; with `isLate`, it also ends when the clock of the caller says so. */
export function createBudget(steps: number, isLate: () => boolean = () => false): Budget {
  let left = steps;
  let untilLook = 256;
  return {
    spend(count, what) {
      left -= count;
      if (left < 0) throw new Spent(`the work budget was spent while ${what}`);
      untilLook -= count;
      if (untilLook < 0) {
        untilLook = 256;
        if (isLate()) throw new Spent(`the time budget was spent while ${what}`);
      }
    },
    left: () => left,
  };
}
