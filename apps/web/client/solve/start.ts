import { assert } from "@crux/core";
import { rationalToFloat } from "@crux/present";
import { startG } from "../choose-g.ts";
import type { ScenarioJson } from "../scenario-json.ts";
import type { Start } from "../workspace-store.ts";
import { fullSolver } from "./full-solver.ts";
import { createSolveSession } from "./session.ts";

/** A workspace's start from a scenario that is known to be valid. */
export async function startOf(scenario: ScenarioJson): Promise<Start> {
  const session = createSolveSession(async () => fullSolver);
  const opened = await session.open(scenario, "1");
  assert(opened.ok, "a workspace starts from a valid scenario");
  const { strip } = opened.view;
  const [flip] = strip?.ticks ?? [];
  const g = startG(flip === undefined ? undefined : rationalToFloat(flip.decimal));
  return { scenario, view: opened.view, here: session.at(g), g };
}
