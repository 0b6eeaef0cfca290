import { applyOverlay, libraryOverlays, printExpr, readScenario, writeScenario } from "@crux/core";
import type { Side } from "../../client/reason/reason.ts";
import { competing, type ScenarioJson } from "../../client/scenario-json.ts";

/** The example positions of the argument's library over a scenario, as far as they fit it. */
export function examplePositions(shared: ScenarioJson): readonly Side[] {
  const base = readScenario(competing(shared));
  if (!base.ok) return [];
  return libraryOverlays("speed-simplicity").flatMap((overlay) => {
    const changed = applyOverlay(base.value, overlay);
    if (!changed.ok || overlay.g === null) return [];
    const g = printExpr(overlay.g);
    return [{ name: `example ${overlay.owner}`, scenario: writeScenario(changed.value), g }];
  });
}
