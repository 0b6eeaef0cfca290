import type { Scenario } from "@crux/core";

/** Colours by the order of programs: told apart by colour-blind readers, never red against green. */
export const HUES = ["blue", "vermilion", "purple", "green", "amber", "sky", "rose", "slate"] as const;
/** The colour of a program. */
export type Hue = (typeof HUES)[number];

/** Patterns go with the colours, so that colour is never the only sign. */
export const PATTERNS = [
  "plain",
  "rising",
  "dots",
  "falling",
  "cross",
  "level",
  "upright",
  "checks",
] as const;
/** The pattern of a program, so that colour is never the only sign. */
export type Pattern = (typeof PATTERNS)[number];

/** How a program is shown wherever it appears. */
export type ProgramStyle = { readonly name: string; readonly hue: Hue; readonly pattern: Pattern };

/** Name, colour and pattern of each program, by id. When the colours are used up they come again with other patterns. */
export function programStyles(scenario: Scenario): ReadonlyMap<string, ProgramStyle> {
  return new Map(
    scenario.programs.map((program, index) => [
      program.id,
      {
        name: program.name,
        hue: HUES[index % HUES.length] ?? "slate",
        pattern: PATTERNS[(index + 3 * Math.floor(index / HUES.length)) % PATTERNS.length] ?? "plain",
      },
    ]),
  );
}

/** The name people see for a program; its id when it has none. */
export const programName = (scenario: Scenario, id: string): string =>
  scenario.programs.find((program) => program.id === id)?.name ?? id;

/** `A`, `A and B`, `A, B and C`. */
export function listText(items: readonly string[], word = "and"): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${word} ${items[items.length - 1]}`;
}

/** Names of programs as one phrase: `Fast honest and Proxy optimiser`. */
export const namesText = (scenario: Scenario, ids: readonly string[]): string =>
  listText(ids.map((id) => programName(scenario, id)));
