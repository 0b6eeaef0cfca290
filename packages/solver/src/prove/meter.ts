import { type Budget, Spent } from "@crux/core";

/** A budget whose parts can be limited further while one method is tried. */
export type Meter = Budget & {
  /** What `work` returns, or null if it spends more than `steps` or gives up; goes on throwing when all is spent. */
  within<T>(steps: number, work: () => T): T | null;
};

/** A meter that takes everything off `budget`. */
export function createMeter(budget: Budget): Meter {
  let limit = Number.POSITIVE_INFINITY;
  return {
    spend(steps, what) {
      budget.spend(steps, what);
      limit -= steps;
      if (limit < 0) throw new Spent(`one method's share of the budget was spent while ${what}`);
    },
    left: () => Math.min(limit, budget.left()),
    within(steps, work) {
      const before = limit;
      const share = Math.min(steps, before);
      limit = share;
      try {
        return work();
      } catch (error) {
        if (error instanceof Spent && budget.left() > 0) return null;
        throw error;
      } finally {
        limit = before - (share - limit);
      }
    },
  };
}
