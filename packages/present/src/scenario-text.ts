import { type Expr, type Program, printComparison, printExpr, type Scenario } from "@crux/core";
import { escapeLatex, latex } from "./latex.ts";
import { escapeMarkdown } from "./markdown-text.ts";
import { summandsOf } from "./summands.ts";
import { column, tableMarkdown } from "./table.ts";

const costText = (expr: Expr | null): string => (expr === null ? "unknown" : printExpr(expr));

/** A scenario in Markdown: programs, terms, parameters, assumptions. */
export function scenarioMarkdown(scenario: Scenario): string {
  const programs = scenario.programs.map((program) =>
    program.cost.kind === "sum"
      ? `- **${escapeMarkdown(program.name)}** (\`${program.id}\`): c = \`${printExpr(program.cost.c)}\`, t = \`${printExpr(program.cost.t)}\``
      : `- **${escapeMarkdown(program.name)}** (\`${program.id}\`): score = \`${printExpr(program.cost.score)}\``,
  );
  const terms = tableMarkdown({
    title: "",
    columns: [
      column.text("term"),
      column.number("complexity"),
      column.number("time"),
      column.text("meaning"),
    ],
    rows: scenario.terms.map((term) => [
      escapeMarkdown(term.label ?? term.id),
      escapeMarkdown(costText(term.c)),
      escapeMarkdown(costText(term.t)),
      escapeMarkdown(term.gloss ?? ""),
    ]),
  });
  const parameters = scenario.parameters.map(
    (one) =>
      `- \`${one.id}\` = ${costText(one.value)}${one.gloss === null ? "" : `: ${escapeMarkdown(one.gloss)}`}`,
  );
  const assumptions = scenario.assumptions.map(
    (one) =>
      `- \`${printComparison(one.statement)}\` (${one.status})${one.gloss === null ? "" : `: ${escapeMarkdown(one.gloss)}`}`,
  );
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? "" : `## ${title}\n\n${lines.join("\n")}`;
  return [
    `# ${escapeMarkdown(scenario.title) || "Scenario"}`,
    escapeMarkdown(scenario.summary),
    section("Programs", programs),
    scenario.terms.length === 0 ? "" : `## Terms\n\n${terms}`,
    section("Parameters", parameters),
    section("Assumptions", assumptions),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The costs of every program as a LaTeX `align*` block; long sums are broken at their summands. */
export function scenarioLatex(scenario: Scenario): string {
  const rows = scenario.programs.flatMap((program) => {
    const name = programLatex(program);
    return program.cost.kind === "sum"
      ? [`  c(${name}) &= ${sumLatex(program.cost.c)}`, `  t(${name}) &= ${sumLatex(program.cost.t)}`]
      : [`  \\operatorname{score}(${name}) &= ${sumLatex(program.cost.score)}`];
  });
  return ["\\begin{align*}", rows.join(" \\\\\n"), "\\end{align*}"].join("\n");
}

/** A program's symbol where it is plain maths, else its name: other commands of LaTeX are not put through. */
const programLatex = ({ symbol, name }: Program): string =>
  symbol !== null && isPlainMaths(symbol) ? symbol : `\\text{${escapeLatex(name)}}`;

const COMMANDS =
  /\\(?:[a-z]{0,3}(?:alpha|beta|gamma|delta|eps|epsilon|kappa|lambda|mu|nu|phi|rho|sigma|tau|theta|omega|pi)|mathrm|mathit|mathbf|text|hat|bar|tilde|prime|ast)(?![A-Za-z])/g;

function isPlainMaths(text: string): boolean {
  const rest = text.replace(COMMANDS, " ");
  if (!/^[A-Za-z0-9 _^{}',*+()-]+$/.test(rest) || /[_^] *(?:[_^}]|$)/.test(rest)) return false;
  let depth = 0;
  for (const c of rest) {
    depth += c === "{" ? 1 : c === "}" ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0 && !/[_^][^{}]*[_^]/.test(rest.replace(/\{[^{}]*\}/g, ""));
}

/** Summands to a line. */
const ON_A_LINE = 3;

function sumLatex(expr: Expr): string {
  const parts = summandsOf(expr).map(({ sign, expr: of }, index) => {
    const text = of.kind === "add" || of.kind === "subtract" ? `\\left(${latex(of)}\\right)` : latex(of);
    return sign === 1 ? (index === 0 ? text : `+ ${text}`) : `- ${text}`;
  });
  const lines = [];
  for (let at = 0; at < parts.length; at += ON_A_LINE) lines.push(parts.slice(at, at + ON_A_LINE).join(" "));
  return lines.join(" \\\\\n  &\\quad ");
}
