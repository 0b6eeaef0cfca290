import { assert } from "../base/assert.ts";
import { sign } from "../exact/rational.ts";
import type { Env } from "../expr/evaluate.ts";

/** Ends the work where a point has an exchange rate below 0, at which the cost model means nothing; readers refuse it. */
export function assertRate(env: Env): void {
  const g = env.get("g");
  assert(g === undefined || !("num" in g) || sign(g) >= 0, "an exchange rate is at least 0");
}
