import { must, substitute } from "@crux/core";
import { atomAt, flatten, reduce } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { sureSign, sureSignOfRatio } from "../algebra/sign.ts";
import { polynomialToExpr, toExpr } from "../algebra/to-expr.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { Solving } from "../certificate/symbolic-proof.ts";
import { type Branch, dependentAtoms, type Found, type Need, type Setting, textOf } from "./setting.ts";
import { solveBySubstitution } from "./substitution.ts";

type Inner = (setting: Setting, p: Polynomial, branch: Branch) => Solving;

/** The root of highest degree that the unknown stands in, with what it is a root of; undefined when there is none. */
function rootIn(
  setting: Setting,
  p: Polynomial,
): { atom: number; degree: number; of: Polynomial } | undefined {
  for (const atom of dependentAtoms(setting, p).reverse()) {
    const what = atomAt(setting.atoms, atom);
    if (what.kind === "root") return { atom, degree: what.degree, of: what.of };
  }
  return undefined;
}

/** With `y` for the root of a polynomial that is linear in the unknown, an equation in both becomes one in `y`. */
export function solveByRoot(
  setting: Setting,
  p: Polynomial,
  branch: Branch,
  inner: Inner,
): Solving | undefined {
  const { atoms, x } = setting;
  const root = rootIn(setting, p);
  if (root === undefined) return undefined;
  const dependent = dependentAtoms(setting, p).filter((atom) => atom !== root.atom);
  const [offset = poly.zero, slope = poly.zero, more] = poly.coefficientsIn(root.of, x);
  const isLinear =
    more === undefined &&
    dependentAtoms(setting, offset).length + dependentAtoms(setting, slope).length === 0;
  if (!dependent.every((atom) => atom === x) || !isLinear || poly.isZero(slope)) return undefined;
  const xFrom = (y: Ratio): Ratio =>
    ratios.divide(
      atoms,
      ratios.subtract(atoms, ratios.power(atoms, y, root.degree), ratios.fromPolynomial(offset)),
      ratios.fromPolynomial(slope),
    );
  const open: Need[] =
    sureSign(atoms, slope) === undefined ? [{ of: ratios.fromPolynomial(slope), relation: "!=" }] : [];
  const kernel = textOf(setting, poly.atomPower(root.atom));
  return solveBySubstitution(
    setting,
    {
      positive: false,
      sameSign: false,
      kernel,
      inverse: (y) => xFrom(ratios.fromPolynomial(poly.atomPower(y))),
      becomes: (y) => putRoot(setting, p, root.atom, y, xFrom(ratios.fromPolynomial(poly.atomPower(y)))),
      back: ({ value }) => ({ value: xFrom(value), needs: [...open, { of: value, relation: ">=" }] }),
    },
    branch,
    inner,
  );
}

/** Numerator of `p` with `y` put in for a root and a ratio in `y` for the unknown. */
function putRoot(setting: Setting, p: Polynomial, root: number, y: number, x: Ratio): Polynomial {
  const { atoms } = setting;
  const plain = poly.collect(
    poly.termsOf(p).map(({ coefficient, monomial }) => ({
      coefficient,
      monomial: sorted(monomial.map((value, i) => (i % 2 === 0 && value === root ? y : value))),
    })),
  );
  return ratios.evaluateAt(atoms, plain, setting.x, x).num;
}

function sorted(monomial: readonly number[]): number[] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < monomial.length; i += 2) pairs.push([monomial[i] ?? 0, monomial[i + 1] ?? 0]);
  return pairs.sort(([a], [b]) => a - b).flat();
}

/** `rest + part*root = 0` without the root; what it finds needs the sign that the root has. */
export function solveByNorm(
  setting: Setting,
  p: Polynomial,
  branch: Branch,
  inner: Inner,
): Solving | undefined {
  const { atoms } = setting;
  const root = rootIn(setting, p);
  const relation = root === undefined ? undefined : atoms.relations.get(root.atom);
  if (root === undefined || relation === undefined || poly.degreeIn(p, root.atom) !== 1) return undefined;
  const [rest = poly.zero, part = poly.zero] = poly.coefficientsIn(p, root.atom);
  const raise = (q: Polynomial): Polynomial =>
    ratios.power(atoms, ratios.fromPolynomial(q), relation.step).num;
  const norm = reduce(
    atoms,
    poly.subtract(raise(rest), ratios.product(atoms, raise(poly.negate(part)), relation.value)),
  );
  if (poly.isZero(norm)) throw new Undecided("how to list solutions that fill a whole range");
  const before = setting.found.length;
  const by = inner({ ...setting, everywhere: [] }, flatten(atoms, norm), { ...branch, radical: true });
  for (let i = before; i < setting.found.length; i += 1)
    setting.found[i] = withSign(setting, must(setting.found[i], "a zero"), rest, part, branch);
  return {
    kind: "radical",
    root: textOf(setting, poly.atomPower(root.atom)),
    degree: relation.step,
    rest: textOf(setting, rest),
    part: textOf(setting, part),
    norm: textOf(setting, norm),
    by,
  };
}

/** Adds to a zero of the norm that `-rest/part`, which the root is equal to there, is not negative. */
function withSign(setting: Setting, zero: Found, rest: Polynomial, part: Polynomial, branch: Branch): Found {
  const { atoms, name } = setting;
  const at = new Map([[name, toExpr(atoms, zero.value)]]);
  const put = (p: Polynomial): Ratio => normalise(substitute(polynomialToExpr(atoms, p), at), atoms).value;
  const [restAt, partAt] = [put(rest), put(part)];
  if (zero.multiplicity !== branch.multiplicity && sureSignOfRatio(atoms, restAt) === undefined)
    throw new Undecided("the multiplicity of a solution of an equation with roots");
  if (ratios.isZero(partAt)) return zero;
  const value = ratios.negate(ratios.divide(atoms, restAt, partAt));
  return { ...zero, needs: [...zero.needs, { of: value, relation: ">=" }] };
}
