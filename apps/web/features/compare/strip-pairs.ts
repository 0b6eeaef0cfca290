import type { SideStrip } from "../../client/reason/reason.ts";
import type { Candidate } from "./use-sides.ts";

/** A strip with whose it is. */
export type StripPair = Pick<Candidate, "id" | "kind"> & { readonly strip: SideStrip };

/** The strips with whose they are: they come in the order of the sides, without those that can't be read. */
export function pairsOf(sides: readonly Candidate[], strips: readonly SideStrip[]): readonly StripPair[] {
  const left = [...strips];
  return sides.flatMap(({ id, kind, side }) => {
    if (left[0]?.name !== side.name) return [];
    const strip = left.shift();
    return strip === undefined ? [] : [{ id, kind, strip }];
  });
}
