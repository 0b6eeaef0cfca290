import { libraryNames, libraryPatches } from "@crux/core";
import { checkAnswer } from "@crux/solver/check";
import type { Command } from "commander";
import { completionScript } from "./completion.ts";
import { BadInput, exit } from "./exit.ts";
import { type ExportOptions, FORMATS, writeExport } from "./export.ts";
import { readJsonFile, readSource } from "./input.ts";
import { linesOf } from "./json-lines.ts";
import { type Done, FILE } from "./options.ts";
import { writeReport } from "./report.ts";
import { replyTo } from "./solve.ts";
import type { Terminal } from "./terminal.ts";

/** Adds `check`, `solve`, `export`, `report`, `library` and `completion`. */
export function addPlainCommands(program: Command, terminal: Terminal, done: Done): void {
  program
    .command("check")
    .description("check an answer against its certificate, with the small independent checker")
    .argument("<file>", "JSON of an answer or a reply, as printed with --json; `-` for standard input")
    .addHelpText("after", "\nExample:\n  $ crux winners library:speed-simplicity --json | crux check -")
    .action(async (file: string) => {
      const { json } = await readJsonFile(file);
      const answer = answerIn(json);
      if (!isAnswer(answer))
        throw new BadInput([
          `${file}: this is no answer`,
          "  name what a command prints with --json, or a reply of `crux solve`",
        ]);
      const result = checkAnswer(answer as Parameters<typeof checkAnswer>[0]);
      terminal.out(
        result.ok ? "✓ valid: the certificate proves this answer" : `✗ refused: ${failureText(result.error)}`,
      );
      done(result.ok ? exit.fine : exit.refuted);
    });

  program
    .command("solve")
    .description("answer requests in JSON, one a line on standard input, one reply a line in the same order")
    .option("--no-certificate", "leave the certificates out")
    .addHelpText(
      "after",
      `\nExample:\n  $ echo '{"id":"q1","query":{"kind":"solve","equation":"g^2 = 2","for":"g"}}' | crux solve`,
    )
    .action(async (options: { readonly certificate: boolean }) => {
      for await (const line of linesOf(process.stdin))
        if (line.trim() !== "") terminal.out(JSON.stringify(await replyToLine(line, options.certificate)));
    });

  program
    .command("export")
    .description("a scenario, its derivation, its objections, or a picture of it, in another format")
    .argument("<file>")
    .option("--as <format>", FORMATS, "markdown")
    .option("--objections <file>", "JSON list of objections; the essay's scenario brings its example debate")
    .option("--over <name>", "what a map has upwards, e.g. phi or t(combine)")
    .option("--source <address>", "where the scenario is on the web, for annotations")
    .option("-o, --output <file>", "write there instead of here")
    .addHelpText(
      "after",
      `\n${FILE}\n\nExamples:\n  $ crux export library:speed-simplicity --as lines.png --output lines.png\n  $ crux export library:speed-simplicity --as argdown`,
    )
    .action(async (file: string, options: ExportOptions) =>
      writeExport(await readSource(file), options, terminal),
    );

  program
    .command("report")
    .description("what a room came to, as Markdown: phases, thresholds over time, cruxes, objections, claims")
    .argument("<file>", "the file of a room, as its Export saves it; `-` for standard input")
    .option("-o, --output <file>", "write there instead of here")
    .addHelpText("after", "\nExample:\n  $ crux report room.json --output report.md")
    .action(async (file: string, options: { readonly output?: string }) =>
      writeReport(file, options.output, terminal),
    );

  program
    .command("library")
    .description("the built-in scenarios, and the changes to them that have a name")
    .addHelpText("after", "\nExample:\n  $ crux winners library:speed-simplicity+hybrid+overlap")
    .action(async () => {
      for (const name of libraryNames()) {
        terminal.out(`library:${name}\t${(await readSource(`library:${name}`)).scenario.title}`);
        for (const patch of libraryPatches(name)) terminal.out(`  +${patch.name}\t${patch.label}`);
      }
    });

  program
    .command("completion")
    .description("a script that teaches your shell to complete crux: bash, zsh or fish")
    .argument("<shell>")
    .addHelpText("after", '\nExample, for bash:\n  $ eval "$(crux completion bash)"')
    .action((shell: string) => {
      const commands = program.commands.map((one) => ({ name: one.name(), summary: one.description() }));
      const options = ["--json", "--markdown", "--at", "--over", "--assume", "--help"];
      const script = completionScript(shell, { commands, options, scenarios: libraryNames() });
      if (script === undefined) throw new BadInput([`unknown shell: ${shell}`, "  use bash, zsh or fish"]);
      terminal.out(script);
    });
}

async function replyToLine(line: string, certificate: boolean): Promise<unknown> {
  try {
    return await replyTo(JSON.parse(line), { certificate });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const issue = {
      code: "invalid-json",
      message: `line is not JSON: ${error.message}`,
      path: [],
      span: null,
      hint: "write one JSON object a line",
    };
    return { id: null, ok: false, issues: [issue] };
  }
}

/** The answer inside a reply, or the JSON itself. */
const answerIn = (json: unknown): unknown =>
  typeof json === "object" && json !== null && "answer" in json ? json.answer : json;

/** Whether the checker can say anything about it: an answer says of what kind it is. */
const isAnswer = (json: unknown): boolean => typeof json === "object" && json !== null && "kind" in json;

const failureText = (failure: unknown): string =>
  typeof failure === "object" && failure !== null && "message" in failure
    ? String(failure.message)
    : JSON.stringify(failure);
