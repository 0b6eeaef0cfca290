import type { Extra } from "../scenario/scenario.ts";

/** The keys of a JSON object that are not `known`, with their values as they were. */
export function extraOf(raw: unknown, known: readonly string[]): Extra {
  if (typeof raw !== "object" || raw === null) return Object.freeze({});
  // fromEntries makes own properties, so a key such as __proto__ is only a key.
  return Object.freeze(Object.fromEntries(Object.entries(raw).filter(([key]) => !known.includes(key))));
}
