import { entriesOf, type ScenarioJson, valueAt } from "./scenario-json.ts";

const LISTS = ["terms", "parameters", "programs"];
const TAKEN = ["g", "x", "e", "pi", "c", "t", "score", "oo"];

/** An id made from `name` that formulas can use and nothing in the draft has; `fallback` where the name has no letters. */
export function freshId(draft: ScenarioJson, name: string, fallback: string): string {
  const letters = name
    .normalize("NFKD")
    .replace(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  const start = /^[a-z_]\w*$/.test(letters) ? letters.slice(0, 60) : fallback;
  const ids = LISTS.flatMap((list) => entriesOf(draft, list).map((row) => valueAt(row, ["id"])));
  const taken = new Set<unknown>([...ids, ...TAKEN]);
  if (!taken.has(start)) return start;
  let number = 2;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}
