import { add, call, type Expr, multiply, number, power, subtract } from "@crux/core";
import {
  absolute as absoluteValue,
  add as addRational,
  compare,
  integer,
  isInteger,
  isOne,
  type Rational,
  sign,
  size,
  multiply as times,
} from "@crux/core/exact";
import type { FactRelation, Instance } from "../certificate/claim-proof.ts";
import type { Algebra } from "./algebra.ts";
import { type KnownFact, says } from "./facts.ts";
import { normalForm, sameNormalForm } from "./normal-form.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { isSurelyPositive } from "./sign.ts";

/** What an instance of a known inequality says: `expr RELATION 0`; `written` are the formulas that it was given. */
export type Instanced = {
  readonly expr: Expr;
  readonly relation: FactRelation;
  readonly written: readonly Expr[];
};

/** What an instance is checked with. */
export type InstanceGround = {
  readonly algebra: Algebra;
  readonly facts: readonly KnownFact[];
  readonly read: (text: string, path: Path) => Expr;
  readonly readNumber: (text: string, path: Path) => Rational;
};

const STEP = "apply a known inequality";
const ONE = number(1);
const minus = subtract;

/** The inequality that an instance stands for, with the strongest relation that its given facts allow. */
export function instanced(instance: Instance, ground: InstanceGround, path: Path): Instanced {
  const { read } = ground;
  switch (instance.kind) {
    case "abs":
      return absolute(instance, ground, path);
    case "log-sum":
      return logSum(instance, ground, path);
    case "means":
      return means(instance, ground, path);
    case "exp-tangent": {
      const x = read(instance.x, path);
      const given = facts(instance.given, 0, ground, path);
      const strict = given.isStrict(x, "!=");
      return { expr: minus(minus(call("exp", x), ONE), x), relation: strict ? ">" : ">=", written: [x] };
    }
    case "log-tangent": {
      const u = read(instance.u, path);
      const given = facts(instance.given, 1, ground, path);
      given.demand(0, u, ">");
      const strict = given.isStrict(minus(u, ONE), "!=");
      return { expr: minus(minus(u, ONE), call("log", u)), relation: strict ? ">" : ">=", written: [u] };
    }
    default:
      return powers(instance, ground, path);
  }
}

type PowerInstance = Exclude<Instance, { kind: "abs" | "log-sum" | "means" | "exp-tangent" | "log-tangent" }>;

function powers(instance: PowerInstance, ground: InstanceGround, path: Path): Instanced {
  const { algebra, read } = ground;
  const u = read(instance.u, path);
  switch (instance.kind) {
    case "power-sign": {
      const p = read(instance.p, path);
      const given = facts(instance.given, instance.given.length, ground, path);
      const isStrict = given.holds(0, u, ">");
      if (!isStrict) {
        given.demand(0, u, ">=");
        demand(
          isSurelyPositive(p, algebra) || given.holds(1, p, ">"),
          STEP,
          path,
          "the exponent may not be positive",
        );
      }
      return { expr: power(u, p), relation: isStrict ? ">" : ">=", written: [u, p] };
    }
    case "base-monotone": {
      const [v, p] = [read(instance.v, path), read(instance.p, path)];
      const given = facts(instance.given, 3, ground, path);
      given.demand(0, u, ">");
      const relation = given.relation(1, minus(v, u));
      demand(relation !== "!=", STEP, path, "the order of the two is not known");
      given.demand(2, p, ">");
      return {
        expr: minus(power(v, p), power(u, p)),
        relation: relation === "=" ? ">=" : relation,
        written: [u, v, p],
      };
    }
    case "exponent-monotone":
      return exponents(u, read(instance.p, path), read(instance.q, path), instance.given, ground, path);
    default:
      return tangent(instance, u, ground, path);
  }
}

function exponents(
  u: Expr,
  p: Expr,
  q: Expr,
  numbers: readonly number[],
  ground: InstanceGround,
  path: Path,
): Instanced {
  const isFalling = numbers.length === 3;
  const given = facts(numbers, isFalling ? 3 : 2, ground, path);
  if (isFalling) given.demand(0, u, ">");
  const pairs: readonly (readonly [number, Expr])[] = isFalling
    ? [
        [1, minus(ONE, u)],
        [2, minus(p, q)],
      ]
    : [
        [0, minus(u, ONE)],
        [1, minus(q, p)],
      ];
  for (const [index, expr] of pairs) given.demand(index, expr, ">=");
  const isStrict = pairs.every(([index, expr]) => given.holds(index, expr, ">"));
  return { expr: minus(power(u, q), power(u, p)), relation: isStrict ? ">" : ">=", written: [u, p, q] };
}

/** u^p - 1 - p(u - 1) has one sign for p outside of (0, 1), and the other one inside. */
function tangent(
  instance: Extract<Instance, { kind: "power-tangent-convex" | "power-tangent-concave" }>,
  u: Expr,
  ground: InstanceGround,
  path: Path,
): Instanced {
  const p = ground.read(instance.p, path);
  const isConvex = instance.kind === "power-tangent-convex";
  const given = facts(instance.given, isConvex ? 2 : 3, ground, path);
  given.demand(0, u, ">");
  const above = minus(p, ONE);
  let isStrict: boolean;
  if (isConvex) {
    const side = given.holds(1, above, ">=") ? above : minus(number(0), p);
    given.demand(1, side, ">=");
    isStrict = given.holds(1, side, ">");
  } else {
    given.demand(1, p, ">=");
    given.demand(2, minus(ONE, p), ">=");
    isStrict = given.holds(1, p, ">") && given.holds(2, minus(ONE, p), ">");
  }
  isStrict &&= given.isStrict(minus(u, ONE), "!=");
  const line = add(ONE, multiply(p, minus(u, ONE)));
  const expr = isConvex ? minus(power(u, p), line) : minus(line, power(u, p));
  return { expr, relation: isStrict ? ">" : ">=", written: [u, p] };
}

function absolute(
  instance: Extract<Instance, { kind: "abs" }>,
  ground: InstanceGround,
  path: Path,
): Instanced {
  const x = ground.read(instance.x, path);
  const size = call("abs", x);
  const given = facts(instance.given, instance.index === 0 ? 0 : 1, ground, path);
  if (instance.index === 0) return { expr: minus(size, x), relation: ">=", written: [x] };
  const isUpper = instance.index === 1;
  given.demand(0, isUpper ? x : minus(number(0), x), ">=");
  return { expr: isUpper ? minus(size, x) : add(size, x), relation: "=", written: [x] };
}

/** A sum of logarithms compares with 0 as the product of what stands in them does with 1. */
function logSum(
  instance: Extract<Instance, { kind: "log-sum" }>,
  ground: InstanceGround,
  path: Path,
): Instanced {
  const parts = instance.parts.map(({ weight, of }) => ({
    weight: ground.readNumber(weight, path),
    of: ground.read(of, path),
  }));
  demand(parts.length > 0, STEP, path, "it has no parts");
  const [first, ...rest] = instance.given;
  const known = rest.map((at) => ground.facts[at] ?? refuse(STEP, [...path, "given"], "no such fact"));
  const isFine = parts.every(
    ({ weight, of }) =>
      isInteger(weight) &&
      size(weight) < 16 &&
      (isSurelyPositive(of, ground.algebra) ||
        known.some((fact) => says(fact, normalForm(of, ground.algebra), ">", ground.algebra))),
  );
  demand(isFine, STEP, path, "a part may not be positive");
  const side = (turn: 1 | -1): Expr =>
    parts
      .filter(({ weight }) => sign(weight) === turn)
      .map(({ weight, of }) => power(of, number(absoluteValue(weight))))
      .reduce(multiply, ONE);
  const given = facts(first === undefined ? [] : [first], 1, ground, path);
  const relation = given.relation(0, minus(side(1), side(-1)));
  const expr = parts.map(({ weight, of }) => multiply(number(weight), call("log", of))).reduce(add);
  return { expr, relation, written: parts.map(({ of }) => of) };
}

function means(
  instance: Extract<Instance, { kind: "means" }>,
  ground: InstanceGround,
  path: Path,
): Instanced {
  const { algebra } = ground;
  const parts = instance.parts.map(({ weight, part }) => ({
    weight: ground.readNumber(weight, path),
    part: ground.read(part, path),
  }));
  const mean = ground.read(instance.mean, path);
  const total = parts.reduce((so, { weight }) => addRational(so, weight), integer(0));
  const isFair = isOne(total) && parts.every(({ weight }) => compare(weight, integer(0)) > 0);
  demand(isFair, STEP, path, "the weights are not positive numbers that add up to 1");
  const all = [mean, ...parts.map(({ part }) => part)];
  demand(
    all.every((part) => isSurelyPositive(part, algebra)),
    STEP,
    path,
    "a part may not be positive",
  );
  const common = parts.reduce((so, { weight }) => so * weight.den, 1n);
  demand(common <= 1000n, STEP, path, "the weights have too large denominators");
  const raised = parts
    .map(({ weight, part }) => power(part, number(times(weight, integer(common)))))
    .reduce(multiply);
  const isMean = sameNormalForm(power(mean, number(common)), raised, algebra);
  demand(isMean, STEP, path, "the mean is not that of the parts");
  const sum = parts.map(({ weight, part }) => multiply(number(weight), part)).reduce(add);
  const [first, second] = parts;
  const given = facts(instance.given, 0, ground, path);
  const isStrict =
    first !== undefined && second !== undefined && given.isStrict(minus(first.part, second.part), "!=");
  return { expr: minus(sum, mean), relation: isStrict ? ">" : ">=", written: all };
}

/** Looks up the facts that an instance was given; those after the first `needed` are for strictness. */
function facts(numbers: readonly number[], needed: number, ground: InstanceGround, path: Path) {
  const { algebra } = ground;
  const fact = (index: number): KnownFact => {
    const at = numbers[index];
    return (
      (at === undefined ? undefined : ground.facts[at]) ?? refuse(STEP, [...path, "given"], "no such fact")
    );
  };
  const isAllowed = numbers.length === needed || numbers.length === needed + 1;
  demand(isAllowed, STEP, [...path, "given"], `${numbers.length} facts are given where ${needed} are needed`);
  const holds = (index: number, expr: Expr, relation: FactRelation): boolean =>
    numbers[index] !== undefined && says(fact(index), normalForm(expr, algebra), relation, algebra);
  return {
    holds,
    demand: (index: number, expr: Expr, relation: FactRelation): void =>
      demand(
        holds(index, expr, relation),
        STEP,
        [...path, "given", index],
        "the fact is not the one that is needed",
      ),
    relation: (index: number, expr: Expr): FactRelation => {
      const found = (["=", ">", ">=", "!="] as const).find((relation) => holds(index, expr, relation));
      return found ?? refuse(STEP, [...path, "given", index], "the fact is not the one that is needed");
    },
    /** Whether the last fact is given, for strictness; then it must be the right one. */
    isStrict: (expr: Expr, relation: FactRelation): boolean => {
      if (numbers.length === needed) return false;
      const isRight = holds(needed, expr, relation);
      demand(isRight, STEP, [...path, "given", needed], "the fact does not make it strict");
      return true;
    },
  };
}
