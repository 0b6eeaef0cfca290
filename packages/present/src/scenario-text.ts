import { type Expr, printComparison, printExpr, type Scenario } from "@crux/core";
import { escapeLatex, latex } from "./latex.ts";
import { column, tableMarkdown } from "./table.ts";

const costText = (expr: Expr | null): string => (expr === null ? "unknown" : printExpr(expr));

/** A scenario in Markdown: programs, terms, parameters, assumptions. */
export function scenarioMarkdown(scenario: Scenario): string {
  const programs = scenario.programs.map((program) =>
    program.cost.kind === "sum"
      ? `- **${program.name}** (\`${program.id}\`): c = \`${printExpr(program.cost.c)}\`, t = \`${printExpr(program.cost.t)}\``
      : `- **${program.name}** (\`${program.id}\`): score = \`${printExpr(program.cost.score)}\``,
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
      term.label ?? term.id,
      costText(term.c),
      costText(term.t),
      term.gloss ?? "",
    ]),
  });
  const parameters = scenario.parameters.map(
    (one) => `- \`${one.id}\` = ${costText(one.value)}${one.gloss === null ? "" : `: ${one.gloss}`}`,
  );
  const assumptions = scenario.assumptions.map(
    (one) =>
      `- \`${printComparison(one.statement)}\` (${one.status})${one.gloss === null ? "" : `: ${one.gloss}`}`,
  );
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? "" : `## ${title}\n\n${lines.join("\n")}`;
  return [
    `# ${scenario.title}`,
    scenario.summary,
    section("Programs", programs),
    scenario.terms.length === 0 ? "" : `## Terms\n\n${terms}`,
    section("Parameters", parameters),
    section("Assumptions", assumptions),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The costs of every program as a LaTeX `align*` block. */
export function scenarioLatex(scenario: Scenario): string {
  const rows = scenario.programs.flatMap((program) => {
    const name = program.symbol ?? `\\text{${escapeLatex(program.name)}}`;
    return program.cost.kind === "sum"
      ? [`  c(${name}) &= ${latex(program.cost.c)} \\\\`, `  t(${name}) &= ${latex(program.cost.t)} \\\\`]
      : [`  \\operatorname{score}(${name}) &= ${latex(program.cost.score)} \\\\`];
  });
  return ["\\begin{align*}", ...rows, "\\end{align*}"].join("\n");
}
