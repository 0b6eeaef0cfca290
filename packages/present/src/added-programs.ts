import type { Patch, Scenario } from "@crux/core";

/** The scenario with the programs that some of `patches` add behind its own, so that what speaks of them has their names. */
export function withAddedPrograms(scenario: Scenario, patches: readonly Patch[]): Scenario {
  const programs = new Map(scenario.programs.map((program) => [program.id, program]));
  for (const edit of patches.flat())
    if (edit.kind === "add-program" && !programs.has(edit.program.id))
      programs.set(edit.program.id, edit.program);
  return programs.size === scenario.programs.length
    ? scenario
    : { ...scenario, programs: [...programs.values()] };
}
