import type { Budget, Entrant } from "@crux/core";
import { must, printExpr } from "@crux/core";
import { printRational } from "@crux/core/exact";
import type { Cut, PairsProof, Watched, ZeroAt } from "../certificate/map-proof.ts";
import { encloseReal, type Real, toValue } from "../roots/real.ts";
import type { NumericMap, WatchedFunction } from "./numeric-map.ts";
import { placeIn } from "./zeros.ts";

/** The data from which anyone can check a numeric map without finding it again. */
export function pairsProof(map: NumericMap, entrants: readonly Entrant[], budget: Budget): PairsProof {
  return {
    kind: "pairs",
    cuts: cutsOf(map.cuts, budget),
    watched: map.functions.map((one) => watchedOf(one, map, entrants, budget)),
  };
}

function watchedOf(
  one: WatchedFunction,
  map: NumericMap,
  entrants: readonly Entrant[],
  budget: Budget,
): Watched {
  const idOf = (at: number): string => must(entrants[at], "a program").id;
  const { zero, proof } = one.zeros;
  const places = (): ZeroAt[] =>
    zero === "everywhere"
      ? []
      : zero.map(({ at, multiplicity, flips }) => ({
          cut: placeIn(map.cuts, at, budget),
          multiplicity,
          flips,
        }));
  const of = one.of;
  return {
    of:
      of.kind === "difference"
        ? { kind: of.kind, programs: [idOf(of.programs[0]), idOf(of.programs[1])] }
        : of.kind === "part"
          ? { kind: of.kind, program: idOf(of.program), expression: printExpr(of.expression) }
          : { kind: of.kind, program: idOf(of.program) },
    zero: zero === "everywhere" ? "everywhere" : places(),
    roots: proof,
  };
}

/** Every cut with rationals around it that keep clear of its neighbours. */
function cutsOf(cuts: readonly Real[], budget: Budget): Cut[] {
  return cuts.map((cut, at): Cut => {
    for (let bits = 16; ; bits *= 2) {
      const { low, high } = encloseReal(cut, bits, budget);
      const others = [cuts[at - 1], cuts[at + 1]].flatMap((other) =>
        other === undefined ? [] : [encloseReal(other, bits, budget)],
      );
      const isClear = others.every((other) => lessThan(other.high, low) || lessThan(high, other.low));
      if (isClear)
        return { exact: toValue(cut, budget).exact, between: [printRational(low), printRational(high)] };
      budget.spend(bits, "keeping places apart");
    }
  });
}

const lessThan = (a: { num: bigint; den: bigint }, b: { num: bigint; den: bigint }): boolean =>
  a.num * b.den < b.num * a.den;
