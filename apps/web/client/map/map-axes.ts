import { parseRational, printRational, ratio } from "@crux/core/exact";
import type { ModelScene } from "@crux/present";
import { entriesOf, type Path, type ScenarioJson, valueAt } from "../scenario-json.ts";
import { rankedCosts } from "../strongest-costs.ts";

/** A value that a map can be drawn over, beside g. */
export type MapAxis = {
  readonly path: Path;
  /** As in formulas, e.g. `t(combine)`. */
  readonly name: string;
  readonly label: string;
  /** Its value in the model, as an exact text; null where it is unknown. */
  readonly value: string | null;
  readonly low: string;
  readonly high: string;
};

/** Every parameter, and every cost of a term that some program pays, with numbers or unknown; those that move the flip most first. */
export function mapAxes(draft: ScenarioJson, model: ModelScene): readonly MapAxis[] {
  const parameters = entriesOf(draft, "parameters").flatMap((row, index) => {
    const id = text(valueAt(row, ["id"]));
    const domain = valueAt(row, ["domain"]);
    return axisOf(
      { path: ["parameters", index, "value"], name: id },
      text(valueAt(row, ["label"])) || id,
      row,
      "value",
      bounds(id, domain),
    );
  });
  const terms = entriesOf(draft, "terms");
  const costs = rankedCosts(model.programs).flatMap(({ term, axis, label }) => {
    const index = terms.findIndex((row) => valueAt(row, ["id"]) === term);
    return index < 0
      ? []
      : axisOf(
          { path: ["terms", index, axis], name: `${axis}(${term})` },
          `${axis} of ${label}`,
          terms[index],
          axis,
          null,
        );
  });
  return [...parameters, ...costs];
}

const text = (value: unknown): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";

function axisOf(
  place: Pick<MapAxis, "path" | "name">,
  label: string,
  row: unknown,
  field: string,
  range: { readonly low: string; readonly high: string } | null,
): MapAxis[] {
  const typed = text(valueAt(row, [field]));
  const value = typed === "" ? null : parseRational(typed);
  if (value === undefined) return []; // a formula of other values: those are what can be varied
  const start = value === null || value.num <= 0n ? ratio(5n, 1n) : value;
  const high = printRational(ratio(start.num * 2n, start.den));
  const own = range ?? { low: "0", high };
  return [{ ...place, label, value: value === null ? null : printRational(value), ...own }];
}

/** The numbers between which the lines of a domain keep `id`; null where one is missing. */
function bounds(id: string, domain: unknown): { readonly low: string; readonly high: string } | null {
  if (!Array.isArray(domain)) return null;
  const sides = domain.map((line) => text(line).split(/\s*<=?\s*/));
  const low = sides.find((side) => side[1] === id && side.length === 2)?.[0];
  const high = sides.find((side) => side[0] === id && side.length === 2)?.[1];
  const [from, to] = [parseRational(low ?? ""), parseRational(high ?? "")];
  return from && to ? { low: printRational(from), high: printRational(to) } : null;
}
