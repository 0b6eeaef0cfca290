import type { Expr } from "../expr/expr.ts";
import {
  type Clash,
  COMPLEXITY,
  type Dimension,
  differ,
  dimensionOf,
  likeOf,
  shortly,
  TIME,
  unitText,
} from "./dimension.ts";
import type { Note } from "./note.ts";
import { type Path, placesOf } from "./places.ts";
import type { Scenario } from "./scenario.ts";

/** Notes on sums and comparisons of unlike units, and on formulas whose unit is not that of their place. */
export function unitNotes(scenario: Scenario): readonly Note[] {
  return placesOf(scenario).flatMap(({ path, exprs }) => {
    const id = idAt(scenario, path);
    if (id === null) return [];
    const clashes: Clash[] = [];
    const of = (part: Expr): Dimension => dimensionOf(scenario, part, clashes);
    const [left, right] = exprs;
    if (left === undefined) return [];
    const own = right === undefined ? of(left) : likeOf(left, right, of, clashes);
    const [clash] = clashes;
    if (clash !== undefined)
      return [
        {
          kind: "units",
          path,
          id,
          sentence: clashSentence(clash, clash.left === left && clash.right === right),
        },
      ];
    const wanted = wantedAt(path);
    if (!differ(own, wanted)) return [];
    const sentence = `This is measured in ${unitText(own)}, but ${placeWord(path)} is ${unitText(wanted)}.${remedy(own, wanted)}`;
    return [{ kind: "units", path, id, sentence }];
  });
}

function idAt(scenario: Scenario, [list, index]: Path): string | null {
  if (typeof index !== "number") return null;
  const rows = {
    terms: scenario.terms,
    parameters: scenario.parameters,
    programs: scenario.programs,
    assumptions: scenario.assumptions,
  };
  return rows[list as keyof typeof rows]?.[index]?.id ?? null;
}

function wantedAt([list, , field]: Path): Dimension {
  if (list !== "terms" && list !== "programs") return null;
  return field === "c" ? COMPLEXITY : TIME;
}

const placeWord = ([, , field]: Path): string =>
  field === "c" ? "complexity" : field === "t" ? "a time" : "a score";

function clashSentence({ left, right, units: [a, b] }: Clash, isComparison: boolean): string {
  const [one, other] = [`${unitText(a)}, ${shortly(left)}`, `${unitText(b)}, ${shortly(right)}`];
  return `${isComparison ? `Compares ${one}, with ${other}` : `Adds ${other}, to ${one}`}.${remedy(a, b)}`;
}

/** Complexity where time is needed, or the other way round, is missing its price. */
function remedy(a: Dimension, b: Dimension): string {
  const texts = [unitText(a), unitText(b)].sort().join(" ");
  return texts === "complexity time" ? " Did you mean g * c?" : "";
}
