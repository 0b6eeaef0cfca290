import { type Expr, unreachable } from "@crux/core";
import { printRational } from "@crux/core/exact";

/** Binding strength of an operation: what binds less needs brackets inside what binds more. */
const STRENGTH = { add: 1, subtract: 1, negate: 2, multiply: 3, divide: 5, power: 6, atom: 7 } as const;

/** A formula in LaTeX, for maths mode. Names are upright, with their underscores kept. */
export function latex(expr: Expr): string {
  return write(expr).text;
}

type Written = { readonly text: string; readonly strength: number };
const atom = (text: string): Written => ({ text, strength: STRENGTH.atom });

function write(expr: Expr): Written {
  switch (expr.kind) {
    case "number":
      return numberLatex(expr.value.num, expr.value.den, printRational(expr.value));
    case "constant":
      return atom(expr.name === "pi" ? "\\pi" : "e");
    case "symbol":
      return atom(nameLatex(expr.name));
    case "cost":
      return atom(`${expr.axis === "score" ? "\\operatorname{score}" : expr.axis}(${uprightLatex(expr.of)})`);
    case "negate":
      return { text: `-${wrap(expr.of, STRENGTH.multiply)}`, strength: STRENGTH.negate };
    case "add":
      return {
        text: `${wrap(expr.left, STRENGTH.add)} + ${wrap(expr.right, STRENGTH.add)}`,
        strength: STRENGTH.add,
      };
    case "subtract":
      return {
        text: `${wrap(expr.left, STRENGTH.add)} - ${wrap(expr.right, STRENGTH.negate)}`,
        strength: STRENGTH.add,
      };
    case "multiply":
      return {
        text: `${wrap(expr.left, STRENGTH.multiply)} \\cdot ${wrap(expr.right, STRENGTH.multiply)}`,
        strength: STRENGTH.multiply,
      };
    case "divide":
      return { text: `\\frac{${latex(expr.left)}}{${latex(expr.right)}}`, strength: STRENGTH.divide };
    case "power":
      return { text: `${wrap(expr.left, STRENGTH.atom)}^{${latex(expr.right)}}`, strength: STRENGTH.power };
    case "call":
      return callLatex(expr.name, expr.args);
    default:
      return unreachable(expr);
  }
}

function wrap(expr: Expr, least: number): string {
  const written = write(expr);
  return written.strength >= least ? written.text : `\\left(${written.text}\\right)`;
}

function numberLatex(num: bigint, den: bigint, text: string): Written {
  if (den === 1n) return { text, strength: num < 0n ? STRENGTH.negate : STRENGTH.atom };
  const minus = num < 0n ? "-" : "";
  const size = num < 0n ? -num : num;
  return { text: `${minus}\\frac{${size}}{${den}}`, strength: num < 0n ? STRENGTH.negate : STRENGTH.divide };
}

function callLatex(name: string, args: readonly Expr[]): Written {
  const [first, second] = args;
  const inner = args.map(latex).join(", ");
  switch (name) {
    case "sqrt":
      return atom(`\\sqrt{${inner}}`);
    case "abs":
      return atom(`\\left|${inner}\\right|`);
    case "log2":
      return atom(`\\log_2\\left(${inner}\\right)`);
    case "log":
    case "ln":
      return atom(`\\ln\\left(${inner}\\right)`);
    case "lambertw":
      return atom(
        `W_{${second === undefined ? "0" : latex(second)}}\\left(${first === undefined ? "" : latex(first)}\\right)`,
      );
    case "root":
      return atom(
        `\\operatorname{root}_{${second === undefined ? "1" : latex(second)}}\\left(${first === undefined ? "" : latex(first)}\\right)`,
      );
    default:
      return atom(`\\${name}\\left(${inner}\\right)`);
  }
}

const GREEK = new Set(
  "alpha beta gamma delta epsilon kappa lambda mu nu phi rho sigma tau theta omega".split(" "),
);

function nameLatex(name: string): string {
  if (GREEK.has(name)) return `\\${name}`;
  if (/^[A-Za-z]$/.test(name)) return name;
  const match = /^([A-Za-z]|[a-z]+)_([A-Za-z0-9]+)$/.exec(name);
  if (match !== null) return `${nameLatex(match[1] ?? "")}_{\\mathrm{${match[2]}}}`;
  return uprightLatex(name);
}

/** A name in upright letters; every character that LaTeX reads specially is escaped. */
export const uprightLatex = (name: string): string => `\\mathrm{${escapeLatex(name)}}`;

/** Text with every character that LaTeX reads specially escaped. */
export const escapeLatex = (text: string): string =>
  text.replace(/[\\{}$&#^_%~]/g, (c) =>
    c === "\\"
      ? "\\textbackslash{}"
      : c === "^"
        ? "\\textasciicircum{}"
        : c === "~"
          ? "\\textasciitilde{}"
          : `\\${c}`,
  );
