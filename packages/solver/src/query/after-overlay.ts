import type { Issue, Result, Scenario } from "@crux/core";
import { err, issue } from "@crux/core";

/** The scenario with an overlay's patch applied. */
export function afterOverlay(_scenario: Scenario, _overlay: unknown): Result<Scenario, readonly Issue[]> {
  return err([issue("unknown-choice", "overlay that cannot be read yet")]);
}
