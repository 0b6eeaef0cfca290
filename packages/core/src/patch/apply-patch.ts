import { type Issue, issue, under } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { checkScenario } from "../scenario/check-scenario.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { applyEdit } from "./apply-edit.ts";
import type { Overlay, Patch } from "./edit.ts";

/**
 * The scenario with all edits applied in order, or what is wrong: an issue of an edit has its number as path, and an
 * issue of the scenario that would result has a path below `result`. Nothing is applied when anything is wrong.
 */
export function applyPatch(scenario: Scenario, patch: Patch): Result<Scenario, readonly Issue[]> {
  let changed = scenario;
  const issues: Issue[] = [];
  for (const [index, edit] of patch.entries()) {
    const result = applyEdit(changed, edit);
    if (result.ok) changed = result.value;
    else issues.push(...under([index], result.error));
  }
  if (issues.length > 0) return err(issues);
  if (changed === scenario) return ok(scenario);
  const wrong = checkScenario(changed);
  return wrong.length > 0
    ? err(
        under(
          ["result"],
          wrong.map((one) => blamed(one, patch)),
        ),
      )
    : ok(changed);
}

/** The scenario as an overlay's owner sees it. */
export const applyOverlay = (scenario: Scenario, overlay: Overlay): Result<Scenario, readonly Issue[]> =>
  applyPatch(scenario, overlay.patch);

/** A patch of one edit is to blame for whatever is wrong afterwards. */
const blamed = (one: Issue, patch: Patch): Issue => {
  const [edit] = patch;
  if (patch.length !== 1 || edit === undefined || one.hint !== "") return one;
  return issue(one.code, one.message, {
    path: one.path,
    span: one.span,
    hint: `after the edit ${edit.kind}`,
  });
};
