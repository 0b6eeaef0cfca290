import type { Scenario } from "@crux/core";
import type { WinnerMap } from "@crux/solver";
import { type DerivationLine, derivationLatex } from "../derivation.ts";
import { escapeLatex } from "../latex.ts";
import { scenarioLatex } from "../scenario-text.ts";
import { mapSentence } from "../sentence.ts";

const oneLine = (text: string): string => escapeLatex(text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim());

/** The scenario and how its first flip comes about, as a LaTeX document that stands alone. */
export function latexDocument(
  scenario: Scenario,
  map: WinnerMap | null,
  steps: readonly DerivationLine[],
): string {
  const section = (title: string, body: string) => (body === "" ? "" : `\\section*{${title}}\n${body}`);
  const terms = scenario.terms.map(
    (term) =>
      `  \\item[\\texttt{${escapeLatex(term.id)}}] ${oneLine([term.label ?? "", term.gloss ?? ""].filter((part) => part !== "").join(": "))}`,
  );
  return `${[
    "% Typeset with LuaLaTeX or XeLaTeX: names may hold any letter.",
    "\\documentclass{article}",
    "\\usepackage{amsmath,cancel}",
    "\\allowdisplaybreaks",
    `\\title{${oneLine(scenario.title) || "Scenario"}}`,
    "\\date{}",
    "\\begin{document}",
    "\\maketitle",
    oneLine(scenario.summary),
    section("Costs", scenarioLatex(scenario)),
    terms.length === 0
      ? ""
      : section("Terms", `\\begin{description}\n${terms.join("\n")}\n\\end{description}`),
    section("Who wins where", map === null ? "" : oneLine(mapSentence(scenario, map))),
    steps.length === 0 ? "" : section("How the flip comes about", derivationLatex(steps)),
    "\\end{document}",
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}
