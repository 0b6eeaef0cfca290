import type { Budget } from "@crux/core";
import {
  divide,
  integer,
  integerRoot,
  isInteger,
  multiply,
  power,
  type Rational,
  ratio,
  sign,
} from "@crux/core/exact";
import { difference, isFree, monomial, type Polynomial, type Powers, sum, wholePower } from "./polynomial.ts";
import { leading } from "./quotient.ts";

/** The polynomial whose power with the whole exponent `k` is `p`, found from its greatest summand on; undefined if none is. */
export function perfectRoot(p: Polynomial, k: number, budget: Budget): Polynomial | undefined {
  const lead = leading(p);
  const coefficient = lead && numberRoot(lead.coefficient, k);
  const powers = lead && powersRoot(lead.powers, k);
  if (coefficient === undefined || powers === undefined) return undefined;
  let root = monomial(coefficient, powers);
  const slope = multiply(integer(k), power(coefficient, k - 1));
  for (let steps = 0; steps < p.size; steps += 1) {
    const rest = difference(p, wholePower(root, k, budget));
    const top = leading(rest);
    if (top === undefined) return root;
    const next = quotientOf(top.powers, powers, k - 1);
    if (next === undefined) return undefined;
    root = sum(root, monomial(divide(top.coefficient, slope), next));
  }
  return undefined;
}

function numberRoot(value: Rational, k: number): Rational | undefined {
  if (sign(value) < 0) return undefined;
  const [num, den] = [integerRoot(value.num, k), integerRoot(value.den, k)];
  return num ** BigInt(k) === value.num && den ** BigInt(k) === value.den ? ratio(num, den) : undefined;
}

function powersRoot(powers: Powers, k: number): Powers | undefined {
  const root = powers.map(([atom, exponent]) => [atom, divide(exponent, integer(k))] as const);
  return root.every(([atom, exponent]) => isFree(atom) && isInteger(exponent)) ? root : undefined;
}

/** `top / under^times`, where that has no negative exponents. */
function quotientOf(top: Powers, under: Powers, times: number): Powers | undefined {
  const exponents = new Map(top.map(([atom, exponent]) => [atom.key, exponent]));
  const left: (readonly [Powers[number][0], Rational])[] = [];
  for (const [atom, exponent] of under) {
    const found = exponents.get(atom.key);
    if (found === undefined || sign(exponent) < 0) return undefined;
    exponents.set(atom.key, {
      num: found.num * exponent.den - exponent.num * BigInt(times) * found.den,
      den: found.den * exponent.den,
    });
  }
  for (const [atom] of top) {
    const exponent = exponents.get(atom.key) ?? integer(0);
    const whole = ratio(exponent.num, exponent.den);
    if (sign(whole) < 0 || !isFree(atom)) return undefined;
    if (sign(whole) > 0) left.push([atom, whole]);
  }
  return left;
}
