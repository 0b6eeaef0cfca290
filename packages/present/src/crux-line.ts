import { printExpr, type Scenario, summandsOf } from "@crux/core";

/** One cost on which two positions part, and where the line runs. */
export type CruxLine = {
  /** The cost, e.g. `c(do_what_env_wants)`. */
  readonly of: string;
  /** The program that pays it, and the one that it competes with. */
  readonly between: readonly [string, string];
  /** The value beyond which the other program wins when only complexity counts, as an exact text; null if unknown. */
  readonly bound: string | null;
  /** The line at a given `g`, both as exact texts; null if unknown. */
  readonly at: { readonly g: string; readonly line: string } | null;
};

/**
 * What two positions come down to: `You differ only on whether c(a) is above c(b) + c(d) = 6. At g = 1 the line is 7.`
 * `who` is `They` for whoever reads of two others. The sum is what the other program stores and the one that pays the cost does not.
 */
export function cruxLineText(
  scenario: Scenario,
  { of, between, bound, at }: CruxLine,
  who: "You" | "They" = "You",
): string {
  const sum = bound === null ? null : storedOnlyBy(scenario, between[1], between[0], of);
  const parts = [sum, sum === bound ? null : bound].filter((part) => part !== null);
  const line = parts.length === 0 ? "a line" : parts.join(" = ");
  const here = at === null ? "" : ` At g = ${at.g} the line is ${at.line}.`;
  return `${who} differ only on whether ${of} is above ${line}.${here}`;
}

/** The summands of one program's complexity that another's has not, less the reverse but for `except`; null for none. */
function storedOnlyBy(scenario: Scenario, one: string, other: string, except: string): string | null {
  const [own, others] = [one, other].map((id) => {
    const program = scenario.programs.find((each) => each.id === id);
    if (program === undefined) return new Map<string, number>();
    const counts = new Map<string, number>();
    for (const { sign, of } of summandsOf(scenario, program)) {
      const text = printExpr(of);
      counts.set(text, (counts.get(text) ?? 0) + sign);
    }
    return counts;
  });
  const names = new Set([...(own?.keys() ?? []), ...(others?.keys() ?? [])]);
  let text = "";
  for (const name of names) {
    const count = (own?.get(name) ?? 0) - (name === except ? 0 : (others?.get(name) ?? 0));
    if (count === 0) continue;
    const size = Math.abs(count) === 1 ? name : `${Math.abs(count)} * ${name}`;
    text += text === "" ? (count < 0 ? `-${size}` : size) : ` ${count < 0 ? "-" : "+"} ${size}`;
  }
  return text === "" ? null : text;
}
