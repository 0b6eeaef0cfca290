import { lint, type Note, type Scenario } from "@crux/core";
import type { WinnerMap } from "@crux/solver";
import { neverReason } from "./sentence.ts";

/** All notes on a scenario, in the order of its lists: what its structure shows, and with its winner map also who can never win. */
export function modelNotes(scenario: Scenario, map: WinnerMap | null): readonly Note[] {
  const never = scenario.programs.flatMap(({ id }, index): readonly Note[] => {
    const sentence = map === null ? "" : neverReason(scenario, map, id);
    return sentence === "" ? [] : [{ kind: "never-wins", path: ["programs", index], id, sentence }];
  });
  const order = ["programs", "terms", "parameters", "assumptions"];
  const rank = ({ path }: Note) => order.indexOf(String(path[0]));
  return [...never, ...lint(scenario)].sort(
    (a, b) => rank(a) - rank(b) || Number(a.path[1]) - Number(b.path[1]),
  );
}
