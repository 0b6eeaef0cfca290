import type { Chip, ModelScene } from "@crux/present";

/** A summand that is one cost of a term. */
export type TermChip = Extract<Chip, { kind: "term" }>;

const pull = (chip: TermChip): number => (chip.pull.kind === "moves" ? Math.abs(chip.pull.share) : 0);

/** The costs that programs pay, each once, those that move the flip most first. */
export function rankedCosts(programs: ModelScene["programs"]): readonly TermChip[] {
  const once = new Map<string, TermChip>();
  for (const chip of programs.flatMap((program) => program.rows.flatMap((row) => row.chips)))
    if (chip.kind === "term") once.set(`${chip.axis} ${chip.term}`, chip);
  return [...once.values()].sort((a, b) => pull(b) - pull(a));
}

/** The costs that move the flip most, strongest first; no more than `most`, and none that moves nothing. */
export const strongestCosts = (programs: ModelScene["programs"], most: number): readonly TermChip[] =>
  rankedCosts(programs)
    .filter((chip) => pull(chip) > 0)
    .slice(0, most);
