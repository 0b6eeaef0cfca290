import { unreachable } from "../base/assert.ts";
import { type Rational, ratio } from "../exact/rational.ts";
import type { Expr } from "../expr/expr.ts";
import { printExpr } from "../expr/print-expr.ts";
import type { Scenario } from "./scenario.ts";

/** Powers of units: `{ complexity: 1 }`, or `{ time: 1, complexity: -1 }` for `g`. Null: it fits everywhere. */
export type Dimension = Readonly<Record<string, number>> | null;

/** Two summands, or two sides, that are measured in different units. */
export type Clash = {
  readonly left: Expr;
  readonly right: Expr;
  readonly units: readonly [Dimension, Dimension];
};

const NONE: Dimension = Object.freeze({});
/** What complexity, time and a score are measured in. */
export const COMPLEXITY: Dimension = Object.freeze({ complexity: 1 });
/** What times are measured in. */
export const TIME: Dimension = Object.freeze({ time: 1 });
const RATE: Dimension = Object.freeze({ time: 1, complexity: -1 });

/**
 * The units of a formula, and the places inside where unlike ones are added or compared. Numbers and parameters
 * without a unit fit everywhere, so what is not known is never blamed.
 */
export function dimensionOf(scenario: Scenario, expr: Expr, clashes: Clash[]): Dimension {
  const units = new Map(scenario.parameters.map(({ id, unit }) => [id, unit]));
  return measured(expr, (name) => (name === "g" ? RATE : readUnit(units.get(name) ?? null)), clashes);
}

type UnitOf = (name: string) => Dimension;

function measured(expr: Expr, unitOf: UnitOf, clashes: Clash[]): Dimension {
  const of = (part: Expr): Dimension => measured(part, unitOf, clashes);
  switch (expr.kind) {
    case "number":
    case "constant":
      return null;
    case "symbol":
      return unitOf(expr.name);
    case "cost":
      return expr.axis === "c" ? COMPLEXITY : TIME;
    case "negate":
      return of(expr.of);
    case "add":
    case "subtract":
      return likeOf(expr.left, expr.right, of, clashes);
    case "multiply":
    case "divide": {
      const sides = [factor(expr.left, of), factor(expr.right, of)] as const;
      return isPlain(expr) ? null : combined(...sides, expr.kind === "multiply" ? 1 : -1);
    }
    case "power": {
      const base = of(expr.left);
      of(expr.right);
      return base === null || expr.right.kind !== "number" ? null : raised(base, expr.right.value);
    }
    case "call":
      return called(expr, of, clashes);
    default:
      return unreachable(expr);
  }
}

/** A number that multiplies has no unit; a parameter of unknown unit may have any. */
const factor = (part: Expr, of: (part: Expr) => Dimension): Dimension => {
  const own = of(part);
  return own === null && isPlain(part) ? NONE : own;
};

function isPlain(part: Expr): boolean {
  if (part.kind === "number" || part.kind === "constant") return true;
  if (part.kind === "negate") return isPlain(part.of);
  return "left" in part && isPlain(part.left) && isPlain(part.right);
}

function called(
  expr: Extract<Expr, { kind: "call" }>,
  of: (part: Expr) => Dimension,
  clashes: Clash[],
): Dimension {
  const [first, ...rest] = expr.args;
  if (first === undefined) return null;
  if (expr.name === "min" || expr.name === "max") {
    let like = of(first);
    for (const part of rest) like = likeOf(first, part, (one) => (one === first ? like : of(one)), clashes);
    return like;
  }
  const inner = of(first);
  for (const part of rest) of(part);
  if (expr.name === "abs") return inner;
  return expr.name === "sqrt" && inner !== null ? raised(inner, ratio(1n, 2n)) : null;
}

/** The unit that two parts share; a clash is noted, and the first one's unit goes on. */
export function likeOf(left: Expr, right: Expr, of: (part: Expr) => Dimension, clashes: Clash[]): Dimension {
  const [a, b] = [of(left), of(right)];
  if (a === null || b === null) return a ?? b;
  if (differ(a, b)) clashes.push({ left, right, units: [a, b] });
  return a;
}

/** Whether two units surely can't be added: words that a person chose may name complexity or time, so these are let be. */
export function differ(a: Dimension, b: Dimension): boolean {
  if (a === null || b === null) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  if ([...names].every((name) => (a[name] ?? 0) === (b[name] ?? 0))) return false;
  const own = (one: Dimension) => Object.keys(one ?? {}).some((name) => name.startsWith("unit "));
  return own(a) === own(b);
}

function combined(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  if (a === null || b === null) return null;
  const powers: Record<string, number> = { ...a };
  for (const [name, power] of Object.entries(b)) powers[name] = (powers[name] ?? 0) + sign * power;
  return Object.fromEntries(Object.entries(powers).filter(([, power]) => power !== 0));
}

const raised = (base: NonNullable<Dimension>, { num, den }: Rational): Dimension =>
  Object.fromEntries(
    Object.entries(base)
      .map(([name, power]) => [name, (power * Number(num)) / Number(den)] as const)
      .filter(([, power]) => power !== 0),
  );

const WORDS: Readonly<Record<string, string>> = { bit: "complexity", step: "time" };

/** A unit as a person wrote it: `bits`, `steps per bit`, `steps/bit`; null where it is not understood. */
export function readUnit(text: string | null): Dimension {
  if (text === null || text.trim() === "" || text.length > 80) return null;
  if (/^(1|share|ratio|%|fraction)$/i.test(text.trim())) return NONE;
  const [above = "", below, ...more] = text
    .trim()
    .toLowerCase()
    .split(/\s*\/\s*|\s+per\s+/);
  if (more.length > 0 || [above, below ?? "x"].some((part) => !/^[\p{L}]+$|^1$/u.test(part))) return null;
  const base = (word: string): Dimension => {
    const single = word.replace(/(?<=\p{L}{2})s$/u, "");
    return word === "1"
      ? NONE
      : { [Object.hasOwn(WORDS, single) ? (WORDS[single] ?? "") : `unit ${single}`]: 1 };
  };
  return combined(base(above), below === undefined ? NONE : base(below), -1);
}

/** A unit in words: `complexity`, `time per complexity`, `a plain number`. */
export function unitText(unit: Dimension): string {
  const powers = Object.entries(unit ?? {});
  const side = (sign: 1 | -1): string =>
    powers
      .filter(([, power]) => Math.sign(power) === sign)
      .map(
        ([name, power]) =>
          `${name.replace(/^unit /, "")}${Math.abs(power) === 1 ? "" : `^${Math.abs(power)}`}`,
      )
      .join(" · ");
  const [above, below] = [side(1), side(-1)];
  if (above === "" && below === "") return "a plain number";
  return below === "" ? above : `${above === "" ? "1" : above} per ${below}`;
}

/** A formula, short enough for a sentence. */
export const shortly = (expr: Expr): string => {
  const text = printExpr(expr);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
