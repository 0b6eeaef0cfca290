import type { Threshold } from "@crux/solver";

/** A winner before a flip and another one after it, by their ids; null where there is no such pair. */
export function flipPair(
  flip: Pick<Threshold, "before" | "after"> | undefined,
): readonly [string, string] | null {
  const [before] = flip?.before ?? [];
  const after = flip?.after.find((one) => one !== before);
  return before === undefined || after === undefined ? null : [before, after];
}
