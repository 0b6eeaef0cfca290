import type { Issue, Result } from "@crux/core";
import { ok } from "@crux/core";
import { effectOf } from "../disagreement/effect.ts";
import { reasonForNoEffect } from "../disagreement/no-effect.ts";
import type { Answer } from "./answer.ts";
import { mapFor } from "./answer-winners.ts";
import type { Query } from "./request.ts";
import type { Asked } from "./work.ts";

/** The winner maps before and after a patch, and what it does to them. */
export function answerCompare({
  scenario,
  query,
  work,
}: Asked<Query & { kind: "compare" }>): Result<Answer, readonly Issue[]> {
  const before = mapFor(scenario, query.over, query.at, work);
  if (!before.ok) return before;
  const after = mapFor(query.after, query.over, query.at, work);
  if (!after.ok) return after;
  const [old, now] = [before.value, after.value];
  if (old.kind === "cases" || now.kind === "cases") {
    return ok({
      kind: "undecided",
      missing: "values for all unknowns, so that there is one map before and one after",
    });
  }
  const effect = effectOf(old.map, now.map);
  return ok({
    kind: "compare",
    before: old.map,
    after: now.map,
    effect,
    ...(effect === "none" ? { reason: reasonForNoEffect(scenario, query.after, old.map) } : {}),
    certificate: work.certify(() => ({ kind: "compare", before: old.proof(), after: now.proof() })),
  });
}
