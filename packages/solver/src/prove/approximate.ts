import { type Expr, must, nameOf, unreachable } from "@crux/core";
import type * as exact from "@crux/core/exact";

/** A formula as a function of doubles; NaN where it is not a real number. Only ever used to choose what to try exactly. */
export type Approximate = (at: Float64Array) => number;

/** The formula over unknowns that are numbered by `index`. */
export function approximate(expr: Expr, index: ReadonlyMap<string, number>): Approximate {
  switch (expr.kind) {
    case "number": {
      const value = toFloat(expr.value);
      return () => value;
    }
    case "constant": {
      const value = expr.name === "pi" ? Math.PI : Math.E;
      return () => value;
    }
    case "symbol":
    case "cost": {
      const i = must(index.get(must(nameOf(expr), "an unknown has a name")), "an unknown is numbered");
      return (at) => at[i] ?? Number.NaN;
    }
    case "negate": {
      const of = approximate(expr.of, index);
      return (at) => -of(at);
    }
    case "call":
      return call(
        expr.name,
        expr.args.map((arg) => approximate(arg, index)),
      );
    default:
      return operation(expr.kind, approximate(expr.left, index), approximate(expr.right, index));
  }
}

function operation(
  kind: "add" | "subtract" | "multiply" | "divide" | "power",
  left: Approximate,
  right: Approximate,
): Approximate {
  switch (kind) {
    case "add":
      return (at) => left(at) + right(at);
    case "subtract":
      return (at) => left(at) - right(at);
    case "multiply":
      return (at) => left(at) * right(at);
    case "divide":
      return (at) => {
        const by = right(at);
        return by === 0 ? Number.NaN : left(at) / by;
      };
    case "power":
      return (at) => left(at) ** right(at);
    default:
      return unreachable(kind);
  }
}

function call(name: Extract<Expr, { kind: "call" }>["name"], args: readonly Approximate[]): Approximate {
  const first = must(args[0], "a function has an argument");
  switch (name) {
    case "sqrt":
      return (at) => Math.sqrt(first(at));
    case "log":
    case "ln":
      return (at) => positiveLog(first(at));
    case "log2":
      return (at) => positiveLog(first(at)) / Math.LN2;
    case "exp":
      return (at) => Math.exp(first(at));
    case "abs":
      return (at) => Math.abs(first(at));
    case "min":
      return (at) => Math.min(...args.map((arg) => arg(at)));
    case "max":
      return (at) => Math.max(...args.map((arg) => arg(at)));
    case "lambertw":
    case "root":
      return () => Number.NaN;
    default:
      return unreachable(name);
  }
}

const positiveLog = (x: number): number => (x > 0 ? Math.log(x) : Number.NaN);

/** The nearest double, roughly; infinite or 0 beyond their range. */
export function toFloat(value: exact.Rational): number {
  const direct = Number(value.num) / Number(value.den);
  if (Number.isFinite(direct) && (direct !== 0 || value.num === 0n)) return direct;
  const shift = Math.max(0, value.num.toString(2).length, value.den.toString(2).length) - 900;
  if (shift <= 0) return direct;
  return Number(value.num >> BigInt(shift)) / Number(value.den >> BigInt(shift));
}
