import type { Chip, ModelScene } from "@crux/present";

/** A summand that is one cost of a term. */
export type TermChip = Extract<Chip, { kind: "term" }>;

/** The costs that move the flip most, strongest first, each once. */
export function strongestCosts(programs: ModelScene["programs"], most: number): readonly TermChip[] {
  const pull = (chip: TermChip) => (chip.pull.kind === "moves" ? Math.abs(chip.pull.share) : 0);
  const once = new Map<string, TermChip>();
  for (const chip of programs.flatMap((program) => program.rows.flatMap((row) => row.chips)))
    if (chip.kind === "term" && pull(chip) > 0) once.set(`${chip.axis} ${chip.term}`, chip);
  return [...once.values()].sort((a, b) => pull(b) - pull(a)).slice(0, most);
}
