import { Command, CommanderError } from "commander";
import { BadInput, type Exit, exit } from "./exit.ts";
import { addPlainCommands } from "./plain-commands.ts";
import { addQueryCommands } from "./query-commands.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

/** Runs the `crux` command with the words after its name; the exit status, never an exception. */
export async function main(words: readonly string[], terminal: Terminal = processTerminal()): Promise<Exit> {
  let status: Exit = exit.fine;
  const program = new Command("crux")
    .description("Who wins where? Exact thresholds of the exchange rate g, with proofs.")
    .version("0.1.0", "-v, --version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .showSuggestionAfterError()
    .showHelpAfterError("(crux --help shows all commands, crux COMMAND --help one of them)");
  const done = (code: Exit): void => {
    status = code;
  };
  addQueryCommands(program, terminal, done);
  addPlainCommands(program, terminal, done);
  try {
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync([...words], { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof BadInput) {
      for (const line of error.lines) terminal.err(line);
      return exit.badInput;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.badInput;
    terminal.err(
      `crux: this is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return exit.bug;
  }
}
