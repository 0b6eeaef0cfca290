import type { Atoms } from "../algebra/atoms.ts";
import * as ratios from "../algebra/ratio.ts";
import { conditionsOfNeed, signParts } from "./condition.ts";
import { settleNeeds, truthUnder } from "./existence.ts";
import type { Need } from "./setting.ts";
import type { Zero } from "./zero.ts";

/** Two zeros that may be equal, and the zero that they are then; null where the general conditions keep them apart. */
export type Pair = { readonly first: number; readonly second: number; readonly both: number | null };

/** Zeros that differ wherever they exist together; and what has to hold for that beyond what they need themselves. */
export type Apart = {
  readonly zeros: readonly Zero[];
  readonly pairs: readonly Pair[];
  readonly needs: readonly Need[];
};

/** Sees to it that zeros which may be equal are listed once where they are. */
export function keepApart(atoms: Atoms, zeros: readonly Zero[]): Apart {
  const open: { first: number; second: number; apart: Need }[] = [];
  for (const [i, first] of zeros.entries())
    for (const [j, second] of zeros.entries()) {
      if (i >= j) continue;
      const apart = mayMeet(atoms, first, second);
      if (apart !== undefined) open.push({ first: i, second: j, apart });
    }
  const [only, more] = open;
  if (only === undefined) return { zeros, pairs: [], needs: [] };
  if (more !== undefined) {
    const pairs = open.map(({ first, second }) => ({ first, second, both: null }));
    return { zeros, pairs, needs: open.map(({ apart }) => apart) };
  }
  return listOnce(atoms, zeros, only.first, only.second, only.apart);
}

/** The need that two zeros differ, unless they surely do or never exist together. */
function mayMeet(atoms: Atoms, first: Zero, second: Zero): Need | undefined {
  const [one, other] = [first.settlement.conditions, second.settlement.conditions];
  if (one === false || other === false) return undefined;
  if (first.found.step !== undefined && first.found.step === second.found.step) return undefined;
  const apart: Need = { of: ratios.subtract(atoms, first.found.value, second.found.value), relation: "!=" };
  const together = [...one, ...other];
  if (
    together.some(
      (condition) =>
        truthUnder(
          atoms,
          together.filter((c) => c !== condition),
          condition,
        ) === false,
    )
  )
    return undefined;
  const conditions = conditionsOfNeed(atoms, apart, signParts(atoms, apart.of));
  if (conditions === false) return apart;
  return conditions.every((condition) => truthUnder(atoms, together, condition) === true) ? undefined : apart;
}

function listOnce(atoms: Atoms, zeros: readonly Zero[], first: number, second: number, apart: Need): Apart {
  const needing = (zero: Zero, need: Need): Zero => {
    const found = { ...zero.found, needs: [...zero.found.needs, need] };
    return { ...zero, found, settlement: settleNeeds(atoms, found.needs) };
  };
  const out = zeros.map((zero, i) => (i === first || i === second ? needing(zero, apart) : zero));
  const [one, other] = [zeros[first], zeros[second]];
  if (one === undefined || other === undefined) return { zeros, pairs: [], needs: [] };
  const merged = {
    value: one.found.value,
    multiplicity: one.found.multiplicity + other.found.multiplicity,
    needs: [...one.found.needs, ...other.found.needs, { of: apart.of, relation: "=" as const }],
  };
  const both: Zero = { found: merged, expr: one.expr, settlement: settleNeeds(atoms, merged.needs) };
  return both.settlement.conditions === false
    ? { zeros, pairs: [], needs: [] }
    : { zeros: [...out, both], pairs: [{ first, second, both: out.length }], needs: [] };
}
