import type { Scenario } from "@crux/core";

/** Everything that a formula about the scenario may name. */
export function knownNames(scenario: Scenario, withPrograms: boolean): ReadonlySet<string> {
  const names = ["g", ...scenario.parameters.map((one) => one.id)];
  for (const { id } of scenario.terms) names.push(`c(${id})`, `t(${id})`);
  if (withPrograms)
    for (const { id } of scenario.programs) names.push(`c(${id})`, `t(${id})`, `score(${id})`);
  return new Set(names);
}
