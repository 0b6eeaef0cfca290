import type { RoomView } from "@crux/room/client";
import { type Target, targetName } from "./draft.ts";

/** A selected thing as something to be doubted, with its name; null when it is gone or can't be doubted as such. */
export function thingAt(
  { rows, scenario }: Pick<RoomView, "rows" | "scenario">,
  ref: string,
): { readonly target: Target; readonly name: string } | null {
  const parameter = parameterAt(rows, ref);
  // A doubt about a parameter is one about the scenario that changes its value.
  if (parameter !== undefined)
    return { target: { kind: "scenario" }, name: `the parameter ${parameter.texts.label || parameter.id}` };
  const target = targetAt(rows, ref);
  return target === null ? null : { target, name: targetName(scenario, target) };
}

const parameterAt = (rows: RoomView["rows"], ref: string) =>
  rows.parameters.find(({ key }) => ref === `parameters/${key}`);

function targetAt(rows: RoomView["rows"], ref: string): Target | null {
  if (ref === "scenario") return { kind: "scenario" };
  const [kind, key, field] = ref.split("/");
  const idIn = (list: "terms" | "programs" | "assumptions") => rows[list].find((row) => row.key === key)?.id;
  switch (kind) {
    case "terms": {
      const term = idIn("terms");
      if (term === undefined) return null;
      return field === "c" || field === "t" ? { kind: "cost", term, axis: field } : { kind: "term", term };
    }
    case "programs": {
      const program = idIn("programs");
      return program === undefined ? null : { kind: "program", program };
    }
    case "assumptions": {
      const assumption = idIn("assumptions");
      return assumption === undefined ? null : { kind: "assumption", assumption };
    }
    default:
      return null;
  }
}

/** What a field of the model belongs to, as reactions name it; `path` is the field's place in the room's draft. */
export function refAt(rows: RoomView["rows"], path: string): string | null {
  const [list, index, field] = path.split("/");
  if (list !== "terms" && list !== "parameters" && list !== "programs" && list !== "assumptions") return null;
  const key = rows[list][Number(index)]?.key;
  if (key === undefined) return null;
  return list === "terms" && (field === "c" || field === "t") ? `terms/${key}/${field}` : `${list}/${key}`;
}
