import { type Axis, type Expr, type Program, printExpr, readExpr, type Scenario } from "@crux/core";
import type { Value } from "@crux/solver";
import { escapeLatex, latex } from "./latex.ts";
import { escapeMarkdown, inMarkdown } from "./markdown-text.ts";
import { programName } from "./names.ts";
import { exactAndDecimal } from "./number-text.ts";
import { type Summand, summandsOf } from "./summands.ts";
import { wrap } from "./wrap.ts";

/** A part of a line: a formula or a sign; `struck` parts stand on both sides and cancel. */
export type Part = { readonly text: string; readonly latex: string; readonly struck: boolean };

/** One line of a derivation: what is written, and why it follows. */
export type DerivationLine = {
  readonly kind: "score" | "equal" | "collect" | "solve" | "value";
  readonly left: readonly Part[];
  readonly right: readonly Part[];
  readonly because: string;
};

/** A closed form as maths; as it is written where it can't be read. */
function solved(formula: string): Part {
  const read = readExpr(formula);
  return read.ok ? part(formula, latex(read.value)) : words(formula);
}

const part = (text: string, tex: string, struck = false): Part => ({ text, latex: tex, struck });
const words = (text: string): Part => part(text, text);

/**
 * How the threshold between two programs comes about, line by line: both scores, what cancels between them
 * (shown struck through), what is left, and the value. Cancelling is shown for prices that add up; for others
 * the shared costs stay, and the line says so.
 */
export function derivation(
  scenario: Scenario,
  between: readonly [string, string],
  threshold: Value | null,
  formula: string | null,
): DerivationLine[] {
  const [first, second] = between.map((id) => scenario.programs.find((program) => program.id === id));
  if (first === undefined || second === undefined) return [];
  const lines = [scoreLine(scenario, first), scoreLine(scenario, second)];
  if (first.cost.kind === "sum" && second.cost.kind === "sum" && addsUp(scenario)) {
    const c = compareSums(first.cost.c, second.cost.c);
    const t = compareSums(first.cost.t, second.cost.t);
    lines.push({
      kind: "equal",
      left: [words("g·("), ...c.left, words(") + "), ...t.left],
      right: [words("g·("), ...c.right, words(") + "), ...t.right],
      because:
        c.struck + t.struck === 0
          ? "At the flip both scores are equal."
          : "At the flip both scores are equal; what both pay cancels.",
    });
    lines.push({
      kind: "collect",
      left: [words("g·("), ...difference(c.onlyLeft, c.onlyRight), words(")")],
      right: difference(t.onlyRight, t.onlyLeft),
      because: "Complexity on one side, time on the other.",
    });
  } else {
    lines.push({
      kind: "equal",
      left: [words(`score of ${programName(scenario, first.id)}`)],
      right: [words(`score of ${programName(scenario, second.id)}`)],
      because: `At the flip both scores are equal. Under this price of complexity (${scenario.exchange.family}) shared costs do not cancel.`,
    });
  }
  if (formula !== null)
    lines.push({ kind: "solve", left: [part("g", "g")], right: [solved(formula)], because: "Solved for g." });
  if (threshold !== null)
    lines.push({
      kind: "value",
      left: [part("g", "g")],
      right: [words(exactAndDecimal(threshold))],
      because: "With the numbers of this scenario.",
    });
  return lines;
}

/** Whether prices of summands add up to the price of the sum, so that shared costs cancel. */
const addsUp = (scenario: Scenario): boolean =>
  ["linear", "affine", "cap"].includes(scenario.exchange.family) || scenario.exchange.apply === "terms";

function scoreLine(scenario: Scenario, program: Program): DerivationLine {
  const left = [words(`score of ${program.name}`)];
  if (program.cost.kind === "score")
    return { kind: "score", left, right: [formulaPart(program.cost.score)], because: "Its own score." };
  const side = (axis: Axis) =>
    axis === "c"
      ? program.cost.kind === "sum" && program.cost.c
      : program.cost.kind === "sum" && program.cost.t;
  const parts = (axis: Axis) => {
    const expr = side(axis);
    return expr === false ? [] : joined(summandsOf(expr).map((one) => ({ ...one, struck: false })));
  };
  return {
    kind: "score",
    left,
    right: [words("g·("), ...parts("c"), words(") + "), ...parts("t")],
    because: `Price of complexity (${scenario.exchange.family}) plus time.`,
  };
}

type Marked = Summand & { readonly struck: boolean };

/** Marks in each sum the summands that the other has too. */
function compareSums(a: Expr, b: Expr) {
  const key = (one: Summand) => `${one.sign}${printExpr(one.expr)}`;
  const left = summandsOf(a);
  const right = summandsOf(b);
  const mark = (mine: readonly Summand[], others: readonly Summand[]): Marked[] => {
    const pool = others.map(key);
    return mine.map((one) => {
      const at = pool.indexOf(key(one));
      if (at >= 0) pool.splice(at, 1);
      return { ...one, struck: at >= 0 };
    });
  };
  const markedLeft = mark(left, right);
  const markedRight = mark(right, left);
  return {
    left: joined(markedLeft),
    right: joined(markedRight),
    onlyLeft: markedLeft.filter((one) => !one.struck),
    onlyRight: markedRight.filter((one) => !one.struck),
    struck: markedLeft.filter((one) => one.struck).length,
  };
}

function difference(plus: readonly Marked[], minus: readonly Marked[]): Part[] {
  const negated = minus.map((one) => ({ ...one, sign: one.sign === 1 ? (-1 as const) : (1 as const) }));
  const all = [...plus, ...negated];
  return all.length === 0 ? [part("0", "0")] : joined(all);
}

function joined(summands: readonly Marked[]): Part[] {
  return summands.flatMap((one, index) => {
    const sign = one.sign === 1 ? (index === 0 ? "" : " + ") : index === 0 ? "-" : " - ";
    const formula = formulaPart(one.expr, one.struck);
    return sign === "" ? [formula] : [words(sign), formula];
  });
}

const formulaPart = (expr: Expr, struck = false): Part => part(printExpr(expr), latex(expr), struck);

/** The derivation for a terminal, at most `width` columns wide; what cancels is struck through, or marked `~so~` without colour. */
export function derivationText(
  lines: readonly DerivationLine[],
  options: { readonly width: number; readonly colour: boolean },
): string {
  const strike = (text: string) => (options.colour ? `\u001b[9m${text}\u001b[29m` : `~${text}~`);
  const side = (parts: readonly Part[]) =>
    parts.map((one) => (one.struck ? strike(one.text) : one.text)).join("");
  return lines
    .map((line, i) => {
      const formula = `${i + 1}. ${side(line.left)} = ${side(line.right)}`;
      return `${wrap(formula, options.width, "   ")}\n   ${line.because}`;
    })
    .join("\n");
}

/** The derivation as Markdown; struck parts are shown cancelled. */
export function derivationMarkdown(lines: readonly DerivationLine[]): string {
  const side = (parts: readonly Part[]) =>
    parts.map((one) => (one.struck ? `~~${inMarkdown(one.text)}~~` : spaced(one.text, inMarkdown))).join("");
  return lines
    .map(
      (line, i) => `${i + 1}. ${side(line.left)} = ${side(line.right)}  \n   ${escapeMarkdown(line.because)}`,
    )
    .join("\n");
}

/** The derivation as a LaTeX `align*` block: each line above the reason for it. It needs amsmath and cancel. */
export function derivationLatex(lines: readonly DerivationLine[]): string {
  const rows = lines.map(({ left, right, because }) => {
    const isLong = left.length > 6;
    const start = isLong ? `&${sideLatex(left)} \\\\\n  &\\quad = ` : `${sideLatex(left)} &= `;
    return `  ${start}${sideLatex(right)} \\\\\n  &\\quad\\text{\\small ${escapeLatex(because)}}`;
  });
  return ["\\begin{align*}", rows.join(" \\\\[4pt]\n"), "\\end{align*}"].join("\n");
}

/** One side of a line in LaTeX; a long one goes on in further lines, each of which begins with a sign. */
function sideLatex(parts: readonly Part[]): string {
  const lines: string[] = [];
  let line = "";
  let count = 0;
  for (const one of parts) {
    const sign = one.text.trim() === "+" || one.text.trim() === "-";
    if (sign && count >= 5) {
      lines.push(line);
      [line, count] = ["", 0];
    }
    line += one.struck ? `\\cancel{${one.latex}}` : one.latex === one.text ? texWords(one.text) : one.latex;
    count += 1;
  }
  return [...lines, line].join(" \\\\\n  &\\quad ");
}

const spaced = (text: string, write: (words: string) => string): string =>
  `${/^\s/.test(text) ? " " : ""}${write(text)}${/\S\s+$/.test(text) ? " " : ""}`;

/** Words as text; signs and numbers stay maths. */
const texWords = (text: string): string =>
  /[A-Za-z]{2,}|[^ -~·≈∞]/.test(text)
    ? `\\text{${escapeLatex(text)}}`
    : text
        .replaceAll("·", " \\cdot ")
        .replaceAll("≈", "\\approx ")
        .replaceAll("∞", "\\infty ")
        .replace(/[#$%&]/g, "\\$&");
