import {
  add,
  call,
  divide,
  type Expr,
  multiply,
  number,
  power,
  substitute,
  subtract,
  unknownsOf,
} from "@crux/core";
import type { Place, Solving } from "../certificate/symbolic-proof.ts";
import type { Algebra } from "./algebra.ts";
import { failsGiven, holdsGiven, type Required, type SignFact, signGiven } from "./assumed.ts";
import { conditionsOf } from "./conditions.ts";
import { inverted } from "./invert.ts";
import { normalForm, sameNormalForm } from "./normal-form.ts";
import { type Atom, type Polynomial, type Ratio, unit } from "./polynomial.ts";
import { divideRatios } from "./quotient.ts";
import { exprAt } from "./read-text.ts";
import { demand, type Path } from "./refusal.ts";
import { isSurelyPositive, sureSignOfRatio } from "./sign.ts";

const STEP = "solve for the unknown";

/** A zero that was met: which solution it is, how often it counts, its value, and what it needs besides the domain. */
export type Met = {
  readonly place: Place;
  readonly multiplicity: number;
  readonly value: Expr;
  readonly needs: readonly Required[];
  /** Needs without which the unknown falls out of the equation. */
  readonly shapes: readonly SignFact[];
  /** What says the same as that the value is positive, where its needs hold. */
  readonly positiveWhen?: SignFact;
  readonly path: Path;
};

/** Everything that solving an equation turned up. */
export type Turned = {
  readonly met: Met[];
  /** Where it holds everywhere: the number of the entry in the answer, and what has to hold. */
  readonly free: { readonly degenerate: number; readonly needs: readonly SignFact[] }[];
  /** What the answer's general conditions have to say, since a step leaves it aside. */
  readonly assumed: SignFact[];
  identical: boolean;
};

/** What does not change on the way through a proof. */
export type SolvingTask = {
  readonly algebra: Algebra;
  readonly facts: readonly SignFact[];
  readonly turned: Turned;
  /** The unknowns of the question. */
  readonly taken: readonly string[];
  /** The unknowns that steps bring in, and whether they are positive: the algebra asks here. */
  readonly broughtIn: Map<string, boolean>;
};

type Here = {
  readonly f: Expr;
  readonly x: string;
  readonly multiplicity: number;
  readonly needs: readonly SignFact[];
  /** The unknown of the equation for a value of the unknown that is solved for here. */
  readonly back: (value: Expr) => Expr;
  /** What a formula in the unknown is worth where the unknown of the equation has this value. */
  readonly there: (expr: Expr, value: Expr) => Expr;
  /** What has to hold of such a value for there to be one of the unknown of the equation. */
  readonly asks: (value: Expr) => readonly SignFact[];
  /** What has to hold so that the unknown does not fall out of the formulas that it was replaced by. */
  readonly shapes: readonly SignFact[];
  /** Whether the unknown is positive just where that of the equation is. */
  readonly hasItsSign: boolean;
};

const fact = (expr: Expr, relation: SignFact["relation"]): SignFact => ({ expr, relation });
const ZERO = number(0);

/** Follows the proof that all zeros of `f` are found, and notes each. */
export function solve(by: Solving, f: Expr, x: string, task: SolvingTask, path: Path): void {
  const back = (value: Expr): Expr => value;
  const there = (expr: Expr, value: Expr): Expr => substitute(expr, new Map([[x, value]]));
  const start = { back, there, asks: () => [], shapes: [], hasItsSign: true };
  walk(by, { f, x, multiplicity: 1, needs: [], ...start }, task, path);
}

function walk(by: Solving, here: Here, task: SolvingTask, path: Path): void {
  const { algebra } = task;
  algebra.budget.spend(20, "following a solution");
  switch (by.kind) {
    case "identical":
      demand(normalForm(here.f, algebra).num.size === 0, STEP, path, "it is not seen to be 0 everywhere");
      task.turned.identical = true;
      break;
    case "undefined":
      demand(isNowhereReal(here.f, here.x, task), STEP, path, "it is not seen to be undefined");
      break;
    case "never": {
      const found = signGiven(normalForm(here.f, algebra), [...task.facts, ...here.needs], algebra);
      demand(found === by.sign, STEP, path, "it has not that sign everywhere");
      break;
    }
    case "free":
      free(by.degenerate, here, task, path);
      break;
    case "product":
      walkProduct(by, here, task, path);
      break;
    case "once":
      walkOnce(by, here, task, path);
      break;
    case "quadratic":
      walkQuadratic(by, here, task, path);
      break;
    case "cubic":
      walkCubic(by, here, task, path);
      break;
    case "radical":
      walkRadical(by, here, task, path);
      break;
    case "logarithm":
      walkLogarithm(by, here, task, path);
      break;
    case "substitute":
      walkSubstitute(by, here, task, path);
      break;
    case "lambert":
      walkLambert(by, here, task, path);
      break;
    case "split":
      demand(!hasUnknown(by.on, here.x, path), STEP, [...path, "on"], "it has the unknown");
      for (const [branch, relation] of [
        ["zero", "="],
        ["nonzero", "!="],
      ] as const) {
        const needs = [...here.needs, fact(exprAt(by.on, [...path, "on"]), relation)];
        walk(by[branch], { ...here, needs }, task, [...path, branch]);
      }
      break;
  }
}

const hasUnknown = (text: string, x: string, path: Path): boolean =>
  unknownsOf(exprAt(text, path)).includes(x);

/** A formula without the unknown. */
function freeAt(text: string, x: string, path: Path): Expr {
  const expr = exprAt(text, path);
  demand(!unknownsOf(expr).includes(x), STEP, path, "it has the unknown");
  return expr;
}

function isSame(f: Expr, other: Expr, { algebra }: SolvingTask, path: Path): void {
  demand(sameNormalForm(f, other, algebra), STEP, path, "the function is not what the step says");
}

/** Whether an atom of a normal form has the unknown in it. */
function dependsOn(p: Polynomial, x: string): boolean {
  const inRatio = ({ num, den }: Ratio): boolean => dependsOn(num, x) || dependsOn(den, x);
  const inAtom = (atom: Atom): boolean => {
    switch (atom.kind) {
      case "unknown":
        return atom.key === x;
      case "base":
        return dependsOn(atom.of, x);
      case "log":
        return inAtom(atom.of);
      case "power":
        return (atom.base !== null && inAtom(atom.base)) || inRatio(atom.exponent);
      case "lambert":
        return inRatio(atom.of);
      case "opaque":
        return true;
      default:
        return false;
    }
  };
  return [...p.values()].some(({ powers }) => powers.some(([atom]) => inAtom(atom)));
}

/** A factor without the unknown: a case of its own where it is 0, or that is left to the general conditions. */
function free(degenerate: number | null, here: Here, task: SolvingTask, path: Path): void {
  const form = normalForm(here.f, task.algebra);
  demand(!dependsOn(form.num, here.x), STEP, path, "it has the unknown");
  const zero = fact(here.f, "=");
  if (degenerate !== null) {
    task.turned.free.push({ degenerate, needs: [...here.needs, zero] });
    return;
  }
  const isOut =
    failsGiven(zero, [...task.facts, ...here.needs], task.algebra) ||
    isContradiction([...here.needs, zero], task);
  if (!isOut) task.turned.assumed.push(fact(here.f, "!="));
}

/** Whether one of the facts surely fails where the others hold. */
function isContradiction(needs: readonly SignFact[], { facts, algebra }: SolvingTask): boolean {
  return needs.some((one, index) => failsGiven(one, [...facts, ...needs.toSpliced(index, 1)], algebra));
}

/** Whether a part without the unknown is surely not as it has to be. */
function isNowhereReal(f: Expr, x: string, { facts, algebra }: SolvingTask): boolean {
  return conditionsOf(f).some(
    ({ expr, relation, isNecessary }) =>
      isNecessary && !unknownsOf(expr).includes(x) && failsGiven(fact(expr, relation), facts, algebra),
  );
}

function walkProduct(
  by: Extract<Solving, { kind: "product" }>,
  here: Here,
  task: SolvingTask,
  path: Path,
): void {
  const [top, bottom] = [exprAt(by.top, [...path, "top"]), exprAt(by.bottom, [...path, "bottom"])];
  const factors = by.factors.map((one, index) => ({
    ...one,
    expr: exprAt(one.of, [...path, "factors", index, "of"]),
  }));
  const product = factors.reduce<Expr>(
    (so, { expr, multiplicity }) => multiply(so, power(expr, number(multiplicity))),
    divide(top, bottom),
  );
  // What is left over must not bring zeros of its own; where it is not defined, neither is the function.
  const rest = divideRatios(
    normalForm(here.f, task.algebra),
    normalForm(product, task.algebra),
    task.algebra.budget,
  );
  const over = signGiven({ num: rest.num, den: unit }, [...task.facts, ...here.needs], task.algebra);
  demand(over === 1 || over === -1, STEP, path, "the function is not the product");
  const turn = signGiven(normalForm(top, task.algebra), [...task.facts, ...here.needs], task.algebra);
  demand(turn === 1 || turn === -1, STEP, [...path, "top"], "it may be 0");
  for (const [index, { expr, multiplicity, by: next }] of factors.entries()) {
    demand(multiplicity >= 1, STEP, [...path, "factors", index, "multiplicity"], "it is less than 1");
    const inner = { ...here, f: expr, multiplicity: here.multiplicity * multiplicity };
    walk(next, inner, task, [...path, "factors", index, "by"]);
  }
}

/** Notes the zero at which the kernel is worth `target`. */
function meet(
  place: Place,
  kernel: Expr,
  target: Expr,
  needs: readonly Required[],
  here: Here,
  task: SolvingTask,
  path: Path,
  {
    times = 1,
    positiveWhen,
    shapes: more = [],
  }: {
    readonly times?: number;
    readonly positiveWhen?: SignFact | undefined;
    readonly shapes?: readonly SignFact[];
  } = {},
): void {
  const { value, needs: own, shapes } = inverted(kernel, here.x, target);
  task.turned.met.push({
    place,
    multiplicity: here.multiplicity * times,
    value: here.back(value),
    needs: [...here.needs, ...needs, ...own, ...here.asks(value)],
    shapes: [...here.shapes, ...shapes, ...more],
    ...(positiveWhen === undefined ? {} : { positiveWhen }),
    path,
  });
}

function checkFlat(
  flat: Solving | null,
  lead: Expr,
  rest: Expr,
  here: Here,
  task: SolvingTask,
  path: Path,
): void {
  const zero = fact(lead, "=");
  if (flat === null) {
    const isNever = failsGiven(zero, [...task.facts, ...here.needs], task.algebra);
    demand(isNever, STEP, [...path, "flat"], "the leading coefficient may be 0");
    return;
  }
  walk(flat, { ...here, f: rest, needs: [...here.needs, zero] }, task, [...path, "flat"]);
}

function walkOnce(by: Extract<Solving, { kind: "once" }>, here: Here, task: SolvingTask, path: Path): void {
  const kernel = exprAt(by.kernel, [...path, "kernel"]);
  const slope = freeAt(by.slope, here.x, [...path, "slope"]);
  const offset = freeAt(by.offset, here.x, [...path, "offset"]);
  isSame(here.f, add(multiply(slope, kernel), offset), task, path);
  const target = divide(subtract(ZERO, offset), slope);
  meet(by.at, kernel, target, [fact(slope, "!=")], here, task, [...path, "at"]);
  checkFlat(by.flat, slope, offset, here, task, path);
}

function walkQuadratic(
  by: Extract<Solving, { kind: "quadratic" }>,
  here: Here,
  task: SolvingTask,
  path: Path,
): void {
  const kernel = exprAt(by.kernel, [...path, "kernel"]);
  const [a, b, c] = (["a", "b", "c"] as const).map((key) => freeAt(by[key], here.x, [...path, key]));
  if (a === undefined || b === undefined || c === undefined) return;
  const squared = add(add(multiply(a, power(kernel, number(2))), multiply(b, kernel)), c);
  isSame(here.f, squared, task, path);
  const inside = subtract(power(b, number(2)), multiply(multiply(number(4), a), c));
  const root = call("sqrt", inside);
  const minusB = subtract(ZERO, b);
  const twice = multiply(number(2), a);
  const lead = fact(a, "!=");
  const apart = [lead, fact(inside, ">")];
  meet(by.plus, kernel, divide(add(minusB, root), twice), apart, here, task, [...path, "plus"]);
  meet(by.minus, kernel, divide(subtract(minusB, root), twice), apart, here, task, [...path, "minus"]);
  meet(by.double, kernel, divide(minusB, twice), [lead, fact(inside, "=")], here, task, [...path, "double"], {
    times: 2,
  });
  checkFlat(by.flat, a, add(multiply(b, kernel), c), here, task, path);
}

function walkCubic(by: Extract<Solving, { kind: "cubic" }>, here: Here, task: SolvingTask, path: Path): void {
  const kernel = exprAt(by.kernel, [...path, "kernel"]);
  const [a, b, c, d] = (["a", "b", "c", "d"] as const).map((key) => freeAt(by[key], here.x, [...path, key]));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return;
  const to = (base: Expr, n: number): Expr => power(base, number(n));
  const cubed = add(add(multiply(a, to(kernel, 3)), multiply(b, to(kernel, 2))), add(multiply(c, kernel), d));
  isSame(here.f, cubed, task, path);
  const rising = subtract(multiply(number(3), multiply(a, c)), to(b, 2));
  const isMonotone = holdsGiven(fact(rising, ">"), task.facts, task.algebra);
  demand(isMonotone, STEP, path, "it is not seen to be monotone");
  const p = subtract(divide(c, a), divide(to(b, 2), multiply(number(3), to(a, 2))));
  const q = subtract(
    subtract(divide(multiply(b, c), multiply(number(3), to(a, 2))), divide(d, a)),
    divide(multiply(number(2), to(b, 3)), multiply(number(27), to(a, 3))),
  );
  const inside = add(divide(to(q, 2), number(4)), divide(to(p, 3), number(27)));
  const u = power(add(divide(q, number(2)), call("sqrt", inside)), number({ num: 1n, den: 3n }));
  const target = subtract(subtract(u, divide(p, multiply(number(3), u))), divide(b, multiply(number(3), a)));
  // A cubic that only rises, or only falls, is 0 at a positive place just where its value at 0 says so.
  const isPlain = kernel.kind === "symbol" && kernel.name === here.x && here.hasItsSign;
  const positiveWhen = isPlain ? fact(subtract(ZERO, divide(d, a)), ">") : undefined;
  meet(by.at, kernel, target, [], here, task, [...path, "at"], { positiveWhen });
}

function walkRadical(
  by: Extract<Solving, { kind: "radical" }>,
  here: Here,
  task: SolvingTask,
  path: Path,
): void {
  const read = (key: "root" | "rest" | "part" | "norm"): Expr => exprAt(by[key], [...path, key]);
  const [root, rest, part, norm] = [read("root"), read("rest"), read("part"), read("norm")];
  isSame(here.f, add(rest, multiply(part, root)), task, path);
  demand(by.degree >= 2 && by.degree <= 12, STEP, [...path, "degree"], "it is not a small number");
  const n = number(by.degree);
  const radicand = power(root, n);
  const without = subtract(power(rest, n), multiply(power(subtract(ZERO, part), n), radicand));
  isSame(norm, without, task, [...path, "norm"]);
  const side = divide(subtract(ZERO, rest), part);
  walkWhere(fact(side, ">="), by.by, { ...here, f: norm }, task, [...path, "by"]);
}

/** Follows the proof for what stands in for a function: its zeros are zeros of the function just where `need` holds. */
function walkWhere(need: SignFact, by: Solving, here: Here, task: SolvingTask, path: Path): void {
  const { met, free } = task.turned;
  const [before, known] = [met.length, free.length];
  walk(by, here, task, path);
  for (const [index, one] of met.entries()) {
    if (index < before) continue;
    // Said of the unknown itself it is the same, and may be plainer.
    const there: Required = { ...need, expr: here.there(need.expr, one.value), or: need };
    met[index] = { ...one, needs: [...one.needs, there] };
  }
  // What it asks of the unknown, the answer has to say without it.
  for (const [index, one] of free.entries()) {
    if (index >= known) free[index] = { ...one, needs: [...one.needs, need] };
  }
}

function walkLogarithm(
  by: Extract<Solving, { kind: "logarithm" }>,
  here: Here,
  task: SolvingTask,
  path: Path,
): void {
  const read = (key: "scale" | "a" | "b" | "difference"): Expr => exprAt(by[key], [...path, key]);
  const [scale, a, b, difference] = [read("scale"), read("a"), read("b"), read("difference")];
  const { algebra } = task;
  const logs = subtract(call("log", a), call("log", b));
  const turn = signGiven(normalForm(scale, algebra), task.facts, algebra);
  demand(turn === 1 || turn === -1, STEP, [...path, "scale"], "it may be 0");
  const plain = subtract(a, b);
  const [own, other] = by.exponential ? [plain, logs] : [logs, plain];
  if (by.exponential) isSame(here.f, multiply(scale, own), task, path);
  else {
    const grown = sameNormalForm(call("exp", divide(here.f, scale)), divide(a, b), algebra);
    demand(grown, STEP, path, "the function is not what the step says");
  }
  const ratio = signGiven(normalForm(divide(difference, other), algebra), task.facts, algebra);
  demand(
    ratio === 1 || ratio === -1,
    STEP,
    [...path, "difference"],
    "it is not a multiple of the difference",
  );
  const inner = { ...here, f: difference };
  const next = [...path, "by"];
  const isPositive = [a, b].map((one) => holdsGiven(fact(one, ">"), task.facts, algebra));
  if (!by.exponential || !isPositive.includes(false)) {
    walk(by.by, inner, task, next);
    return;
  }
  // Where the sides are equal and one of them is positive, so is the other one.
  demand(isPositive.includes(true), STEP, path, "a side may not be positive");
  walkWhere(fact(isPositive[0] === true ? b : a, ">"), by.by, inner, task, next);
}

function walkSubstitute(
  by: Extract<Solving, { kind: "substitute" }>,
  here: Here,
  task: SolvingTask,
  path: Path,
): void {
  const kernel = exprAt(by.kernel, [...path, "kernel"]);
  const inverse = exprAt(by.inverse, [...path, "inverse"]);
  const becomes = exprAt(by.becomes, [...path, "becomes"]);
  bringIn(by.name, kernel, here, task, [...path, "name"]);
  demand(!unknownsOf(inverse).includes(here.x), STEP, [...path, "inverse"], "it has the unknown");
  const name: Expr = { kind: "symbol", name: by.name };
  const undone = inverted(kernel, here.x, name);
  const isInverse = sameNormalForm(undone.value, inverse, task.algebra);
  demand(isInverse, STEP, [...path, "inverse"], "it does not undo the kernel");
  isSame(becomes, substitute(here.f, new Map([[here.x, inverse]])), task, [...path, "becomes"]);
  const put = (value: Expr, into: Expr): Expr => substitute(into, new Map([[by.name, value]]));
  const back = (value: Expr): Expr => here.back(put(value, inverse));
  const there = (expr: Expr, value: Expr): Expr => here.there(put(kernel, expr), value);
  const asks = (value: Expr): readonly SignFact[] => [
    ...undone.needs.map(({ expr, relation }) => ({ expr: put(value, expr), relation })),
    ...here.asks(put(value, inverse)),
  ];
  const shapes = [...here.shapes, ...undone.shapes];
  const hasItsSign = here.hasItsSign && isPositiveWithIt(kernel, here.x, task);
  const inner = { ...here, f: becomes, x: by.name, back, there, asks, shapes, hasItsSign };
  walk(by.by, inner, task, [...path, "by"]);
}

/** Whether a formula is positive just where the unknown is: the logarithm of 1 plus a positive multiple of it. */
function isPositiveWithIt(kernel: Expr, x: string, { algebra }: SolvingTask): boolean {
  const inside =
    kernel.kind === "call" && (kernel.name === "log" || kernel.name === "ln") ? kernel.args[0] : null;
  if (inside === null || inside === undefined) return false;
  const times = normalForm(divide(subtract(inside, number(1)), exprAt(x, [])), algebra);
  const isFree = !dependsOn(times.num, x) && !dependsOn(times.den, x);
  return isFree && sureSignOfRatio(times, algebra) === 1;
}

/** Makes a name that nothing else has known as that of an unknown which is worth `kernel`. */
function bringIn(name: string, kernel: Expr, here: Here, task: SolvingTask, path: Path): void {
  const { algebra, taken, broughtIn } = task;
  const isNew = !taken.includes(name) && !unknownsOf(here.f, kernel).includes(name);
  const isPositive = isSurelyPositive(kernel, algebra);
  const isFree = isNew && (broughtIn.get(name) ?? isPositive) === isPositive;
  demand(isFree, STEP, path, "the name is taken");
  broughtIn.set(name, isPositive);
}

function walkLambert(
  by: Extract<Solving, { kind: "lambert" }>,
  here: Here,
  task: SolvingTask,
  path: Path,
): void {
  const [a, b, c, m] = (["a", "b", "c", "m"] as const).map((key) => freeAt(by[key], here.x, [...path, key]));
  if (a === undefined || b === undefined || c === undefined || m === undefined) return;
  const x: Expr = exprAt(here.x, path);
  const front = exprAt(by.unit, [...path, "unit"]);
  const isPositive = signGiven(normalForm(front, task.algebra), task.facts, task.algebra) === 1;
  demand(isPositive, STEP, [...path, "unit"], "it is not surely positive");
  const shape = add(add(multiply(a, call("exp", multiply(m, x))), multiply(b, x)), c);
  isSame(here.f, multiply(front, shape), task, path);
  const z = multiply(divide(multiply(a, m), b), call("exp", divide(subtract(ZERO, multiply(m, c)), b)));
  const zero = (w: Expr): Expr => subtract(subtract(ZERO, divide(c, b)), divide(w, m));
  const shift = subtract(ZERO, divide(c, b));
  const v = divide(multiply(a, m), b);
  const logs = subtract(divide(multiply(m, c), b), add(number(1), call("log", subtract(ZERO, v))));
  // The logarithm is there only where v is negative.
  const isBelow = signGiven(normalForm(v, task.algebra), task.facts, task.algebra) !== 1;
  const orLogs = (relation: SignFact["relation"]) => (isBelow ? { or: fact(logs, relation) } : {});
  const least: Required = { ...fact(add(z, call("exp", number(-1))), ">"), ...orLogs(">") };
  const below = fact(subtract(ZERO, z), ">");
  // Where a is 0, so is z: the principal zero is the one of the line that is left, and the others need more of z.
  const shapes = [b, m].map((one) => fact(one, "!="));
  const positive = (of: Expr): SignFact | undefined => (here.hasItsSign ? fact(of, ">") : undefined);
  const note = (
    place: Place,
    key: string,
    value: Expr,
    needs: readonly Required[],
    positiveWhen?: SignFact,
  ): void =>
    meet(place, x, value, [...shapes, ...needs], here, task, [...path, key], { positiveWhen, shapes });
  meet(
    by.double,
    x,
    zero(number(-1)),
    [...shapes, { ...fact(add(z, call("exp", number(-1))), "="), ...orLogs("=") }],
    here,
    task,
    [...path, "double"],
    { times: 2, shapes },
  );
  if (by.zero === null) {
    const isRising = signGiven(normalForm(z, task.algebra), task.facts, task.algebra) === 1;
    const early = isRising ? positive(subtract(shift, divide(a, b))) : undefined;
    note(by.principal, "principal", zero(call("lambertw", z)), [least], early);
    note(by.other, "other", zero(call("lambertw", z, number(-1))), [least, below]);
    return;
  }
  // With a + c = 0 one of the zeros is 0, and z = v*exp(v): the branch of the other one depends on v.
  demand(normalForm(add(a, c), task.algebra).num.size === 0, STEP, [...path, "zero"], "0 is not a zero");
  const past = fact(subtract(number(-1), v), ">");
  const before = fact(add(number(1), v), ">");
  const down = fact(subtract(ZERO, v), ">");
  note(by.principal, "principal", zero(call("lambertw", z)), [past], positive(subtract(ZERO, m)));
  note(by.other, "other", zero(call("lambertw", z, number(-1))), [before, down], positive(m));
  note(by.zero, "zero", ZERO, [fact(add(number(1), v), "!=")]);
}
