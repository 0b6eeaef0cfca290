import { printExpr } from "@crux/core";
import * as q from "@crux/core/exact";
import { atomAt, dependsOn } from "../algebra/atoms.ts";
import { contentIn, squarefree } from "../algebra/divide.ts";
import { divideExactly } from "../algebra/divide-exactly.ts";
import * as poly from "../algebra/polynomial.ts";
import type { FactorProof } from "../certificate/roots-proof.ts";
import { order, type Zero } from "./assemble.ts";
import type { Method, Prepared, SolvePart } from "./prepared.ts";
import { isPositiveDomain } from "./root-list.ts";
import { isShort, writePolynomial, writeRatio } from "./short-form.ts";

/** A product vanishes where a factor does: each is solved by itself. */
export const byFactors =
  (solvePart: SolvePart): Method =>
  (f) => {
    if (!isShort(f.num)) return undefined;
    const factors = factorsOf(f);
    const [only, more] = factors.vanishing;
    const isWhole = more === undefined && only?.multiplicity === 1 && radicalOf(f, only.base) === undefined;
    if (only === undefined || (isWhole && poly.constantOf(factors.rest) !== undefined)) return undefined;
    const zeros: Zero[] = [];
    const parts: FactorProof["parts"][number][] = [];
    for (const { base, multiplicity } of factors.vanishing) {
      const radical = radicalOf(f, base);
      const of = writePolynomial(f.atoms, radical?.of ?? base);
      const list = solvePart(of);
      if (list.kind !== "roots" || list.breaks.length > 0) return undefined;
      parts.push({
        of: printExpr(of),
        multiplicity,
        ...(radical === undefined ? {} : { degree: radical.degree }),
        roots: list.proof,
      });
      for (const root of list.roots) {
        // The root of a polynomial has a corner or an edge where that vanishes: there is no order to speak of.
        const times = radical === undefined ? root.multiplicity * multiplicity : 1;
        addZero(zeros, { at: root.at, multiplicity: times }, f);
      }
    }
    const factor = printExpr(writeRatio(f.atoms, { num: factors.rest, den: f.den }));
    return { zeros, proof: { kind: "factors", factor, parts } };
  };

function addZero(zeros: Zero[], zero: Zero, f: Prepared): void {
  const same = zeros.findIndex(({ at }) => order(at, zero.at, f.budget) === 0);
  const old = zeros[same];
  if (old === undefined) zeros.push(zero);
  else zeros[same] = { at: old.at, multiplicity: old.multiplicity + zero.multiplicity };
}

type Factor = { readonly base: poly.Polynomial; readonly multiplicity: number };

/** Factors that may vanish, each without repeated roots as far as the algebra sees, and the rest, which does not. */
function factorsOf(f: Prepared): { readonly vanishing: readonly Factor[]; readonly rest: poly.Polynomial } {
  const { factor, factors } = squarefree(f.num, f.atoms.charge);
  const vanishing: Factor[] = [];
  let rest = poly.constant(factor);
  for (const { base, multiplicity } of factors.flatMap((one) => split(f, one))) {
    if (canVanish(f, base)) vanishing.push({ base, multiplicity });
    else rest = poly.multiply(rest, poly.power(base, multiplicity, f.atoms.charge));
  }
  return { vanishing, rest };
}

/** Takes out what all coefficients in one atom share. */
function split(f: Prepared, { base, multiplicity }: Factor): Factor[] {
  for (const atom of poly.atomsOf(base)) {
    if (atom === f.x || !dependsOn(f.atoms, atom, f.x) || poly.length(base) < 3) continue;
    const content = contentIn(base, atom, f.atoms.charge);
    if (poly.constantOf(content) !== undefined) continue;
    const other = divideExactly(base, content, f.atoms.charge);
    if (other !== undefined)
      return [
        { base: content, multiplicity },
        { base: other, multiplicity },
      ];
  }
  return [{ base, multiplicity }];
}

/** What a factor is the root of, if it is one. */
function radicalOf(
  f: Prepared,
  base: poly.Polynomial,
): { readonly of: poly.Polynomial; readonly degree: number } | undefined {
  const [atom, more] = poly.atomsOf(base);
  if (atom === undefined || more !== undefined || poly.length(base) > 1) return undefined;
  const what = atomAt(f.atoms, atom);
  return what.kind === "root" ? what : undefined;
}

/** False for constants, exponentials, and for the unknown itself where it is positive. */
function canVanish(f: Prepared, base: poly.Polynomial): boolean {
  const dependent = poly.atomsOf(base).filter((atom) => dependsOn(f.atoms, atom, f.x));
  if (dependent.length === 0) return false;
  const [only] = dependent;
  if (poly.length(base) > 1 || only === undefined) return true;
  const what = atomAt(f.atoms, only);
  if (what.kind === "exp") return false;
  return only !== f.x || !(isPositiveDomain(f.domain) && q.isZero(f.domain.low ?? q.one));
}
