import { must } from "@crux/core";
import { unknownAtom } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import type { Solving } from "../certificate/symbolic-proof.ts";
import { mapPlaces } from "./proof-places.ts";
import { type Branch, type Found, type Need, place, type Setting, textOf, textOfRatio } from "./setting.ts";

/** A new unknown that stands for a formula in the old one. */
export type Replacement = {
  /** Whether it takes positive values only. */
  readonly positive: boolean;
  /** The formula it stands for, as text: the old unknown stands in it once, under injective operations. */
  readonly kernel: string;
  /** The old unknown as a formula in the new one, which is the atom given. */
  readonly inverse: (y: number) => Ratio;
  /** What is to be solved, in the new one. */
  readonly becomes: (y: number) => Polynomial;
  /** A zero of the new unknown in terms of the old one, with what it needs. */
  readonly back: (zero: Found) => { readonly value: Ratio; readonly needs: readonly Need[] };
  /** Whether the old unknown is positive exactly where the new one is. */
  readonly sameSign: boolean;
};

/** Solves for a new unknown and brings what it finds back to the old one. */
export function solveBySubstitution(
  setting: Setting,
  replacement: Replacement,
  branch: Branch,
  solveInner: (inner: Setting, p: Polynomial, branch: Branch) => Solving,
): Solving {
  const name = freshName(setting);
  const y = unknownAtom(setting.atoms, name, replacement.positive);
  const inner: Setting = { ...setting, x: y, name, found: [] };
  const becomes = replacement.becomes(y);
  const by = solveInner(inner, becomes, branch);
  const numbers = inner.found.map((zero) => {
    const { value, needs } = replacement.back(zero);
    const { positiveWhen, ...rest } = zero;
    const kept = positiveWhen !== undefined && replacement.sameSign ? { positiveWhen } : {};
    return place(setting, { ...rest, ...kept, value, needs: [...zero.needs, ...needs] });
  });
  return {
    kind: "substitute",
    name,
    kernel: replacement.kernel,
    inverse: textOfRatio(setting, replacement.inverse(y)),
    becomes: textOf(setting, becomes),
    by: mapPlaces(
      by,
      (k) => must(numbers[k], "a zero that was found"),
      (k) => k,
    ),
  };
}

/** A name that no unknown has yet. */
function freshName({ atoms }: Setting): string {
  let k = 1;
  while (atoms.keys.has(`unknown y${k}`)) k += 1;
  return `y${k}`;
}
