import { mentionOf } from "@crux/core";
import { entriesOf, type RowList, type ScenarioJson, valueAt } from "./scenario-json.ts";

/** One formula that refers to a row: the list, id and field it stands in. */
export type Use = { readonly list: string; readonly id: string; readonly field: string };

/** Fields that hold formulas, by list. */
const FORMULAS: Readonly<Record<RowList, readonly string[]>> = {
  terms: ["c", "t"],
  parameters: ["value", "domain"],
  programs: ["c", "t", "score"],
  assumptions: ["statement"],
};

/** The formulas of a draft that name the row at `index`; a name that stands there by chance is asked about once too often. */
export function usesOf(draft: ScenarioJson, list: RowList, index: number): readonly Use[] {
  const id = String(valueAt(draft, [list, index, "id"]) ?? "");
  if (id === "" || list === "assumptions") return [];
  const names = mentionOf(list === "parameters" ? "parameter" : "term or program", id);
  return (Object.keys(FORMULAS) as RowList[]).flatMap((other) =>
    entriesOf(draft, other).flatMap((row, at) => {
      if (other === list && at === index) return [];
      return FORMULAS[other]
        .filter((field) => names.test(String(valueAt(row, [field]) ?? "")))
        .map((field) => ({ list: other, id: String(valueAt(row, ["id"]) ?? ""), field }));
    }),
  );
}
