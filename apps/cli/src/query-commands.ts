import {
  diffScenarios,
  essayDebate,
  libraryOverlays,
  type Patch,
  readOverlay,
  readPatch,
  writeObjection,
  writeOverlay,
  writePatch,
} from "@crux/core";
import { ask, isUnreadable, mapSentence, modelNotes, readQuestion, withAddedPrograms } from "@crux/present";
import { readDebate } from "@crux/present/export";
import type { Command } from "commander";
import { BadInput } from "./exit.ts";
import { type JsonFile, readJsonFile, readSource, type Source } from "./input.ts";
import { noteLines } from "./note-lines.ts";
import { assume, at, type Common, collect, type Done, FILE, over } from "./options.ts";
import { printAnswer, printCard, type Style } from "./print.ts";
import { answerOf, solver } from "./solve.ts";
import type { Terminal } from "./terminal.ts";

/** The patches in a file of a patch, an overlay or objections. */
function patchesIn({ json }: JsonFile): readonly Patch[] {
  const debate = readDebate(json);
  if (debate.ok) return debate.value.flatMap(({ objection }) => objection.readings.map((one) => one.patch));
  const patch = Array.isArray(json) ? readPatch(json) : readOverlay(json);
  if (!patch.ok) return [];
  return "patch" in patch.value ? [patch.value.patch] : [patch.value];
}

/** A change to `source`: a file, or what stands in the library under its name and further patches. */
async function readChange(source: Source, name: string): Promise<JsonFile> {
  const changed = name.startsWith("+") ? `${source.name}${name}` : name;
  if (!changed.startsWith("library:")) return readJsonFile(name);
  const { scenario } = await readSource(changed);
  return builtIn(name, writePatch(diffScenarios(source.scenario, scenario)));
}

/** The library's name of a scenario; "" for one of another origin. */
const libraryNameOf = ({ name }: Source): string => /^library:([^+]*)/.exec(name)?.[1] ?? "";

const builtIn = (name: string, json: unknown): JsonFile => ({
  name,
  json,
  placeOf: () => ({ line: 1, column: 1 }),
});

/** Two overlays: the files, or without any the example pair of the library. */
async function readPair(
  source: Source,
  first: string | undefined,
  second: string | undefined,
): Promise<readonly [JsonFile, JsonFile]> {
  if (first !== undefined && second !== undefined)
    return [await readJsonFile(first), await readJsonFile(second)];
  const [a, b] = first === undefined ? libraryOverlays(libraryNameOf(source)) : [];
  if (a === undefined || b === undefined)
    throw new BadInput([
      `${source.name}: two overlays are needed, one for each person`,
      "  name two JSON files behind it; `crux cruxes --help` shows what they look like",
    ]);
  return [builtIn("the first of the example pair", writeOverlay(a)), builtIn("the second", writeOverlay(b))];
}

/** The objections of the example debate, where the library has one about this scenario. */
function exampleDebate(source: Source): JsonFile {
  if (libraryNameOf(source) !== "speed-simplicity")
    throw new BadInput([
      `${source.name}: objections are needed`,
      "  name a JSON file behind it, as `crux export --as objections` writes them",
    ]);
  return builtIn(
    "the example debate",
    essayDebate().map(({ objection }) => writeObjection(objection)),
  );
}

/** What an overlay looks like, for the help of those that read one. */
const OVERLAY =
  '\nAn overlay is what somebody would change, and their g:\n  { "owner": "Ann", "g": "2", "patch": [\n    { "kind": "set-cost", "term": "combine", "axis": "t", "to": "80" } ] }';

/** Adds the commands that answer a question about one scenario. */
export function addQueryCommands(program: Command, terminal: Terminal, done: Done): void {
  const query = (name: string, summary: string, example: string): Command =>
    program
      .command(name)
      .description(summary)
      .option("--json", "print the answer as JSON, with its certificate")
      .option("--markdown", "print the answer as Markdown")
      .addHelpText("after", `\n${FILE}\n\nExample:\n  $ crux ${example}`);
  const answered = async (
    source: Source,
    words: Readonly<Record<string, unknown>>,
    style: Style,
    files: Readonly<Record<string, JsonFile>> = {},
  ): Promise<void> => {
    const answer = await answerOf(source, words, files);
    const named = withAddedPrograms(source.scenario, Object.values(files).flatMap(patchesIn));
    done(printAnswer(terminal, named, answer, style));
  };

  query(
    "winners",
    "who wins where: a sentence, a strip and the thresholds",
    "winners library:speed-simplicity",
  )
    .argument("<file>")
    .option("--over <name>", "walk along a parameter or cost instead of g, e.g. phi or t(combine)")
    .option("--at <name=value>", "fix a value, e.g. g=2 (repeatable)", collect)
    .action(async (file: string, options: Common) =>
      answered(await readSource(file), { kind: "winners", ...over(options), ...at(options) }, options),
    )
    .addHelpText("after", "  $ crux winners library:speed-simplicity --over phi --at g=2");

  query("thresholds", "only the values of g at which the winner flips", "thresholds library:speed-simplicity")
    .argument("<file>")
    .option("--over <name>", "walk along a parameter or cost instead of g")
    .option("--at <name=value>", "fix a value (repeatable)", collect)
    .action(async (file: string, options: Common) => {
      const source = await readSource(file);
      const answer = await answerOf(source, { kind: "winners", ...over(options), ...at(options) });
      if (options.json === true || answer.kind !== "map")
        return done(printAnswer(terminal, source.scenario, answer, options));
      for (const one of answer.thresholds)
        terminal.out(`${one.at.exact ?? one.at.decimal}\t${one.before.join("=")} -> ${one.after.join("=")}`);
      if (answer.thresholds.length === 0) terminal.out(mapSentence(source.scenario, answer));
    });

  query(
    "ask",
    'a plain question, e.g. "who wins at g = 2", why, "what flips it"',
    'ask library:speed-simplicity "least change that flips at g = 2"',
  )
    .argument("<file>")
    .argument("<question...>")
    .option("--g <value>", "the rate to assume where the question names none")
    .action(async (file: string, words: readonly string[], options: Style & { readonly g?: string }) => {
      const source = await readSource(file);
      const question = readQuestion(words.join(" "), source.scenario);
      if (!question.ok)
        throw new BadInput([
          `question not understood: ${words.join(" ")}`,
          "  the nearest ones that are:",
          ...question.error.map((one) => `    ${one}`),
        ]);
      if (question.value.kind === "claim")
        return answered(source, { kind: "judge", claim: question.value.claim }, options);
      const card = await ask(source.scenario, question.value, options.g ?? null, solver(source));
      if (isUnreadable(card)) throw new BadInput(card.details.map((one) => `question: ${one}`));
      if (options.json === true) terminal.out(JSON.stringify(card, null, 2));
      else printCard(terminal, source.scenario, card, options);
    });

  query(
    "judge",
    "prove or refute a claim; exit status 1 if it is refuted or undecided",
    'judge library:speed-simplicity "c(fd) > c(fh)"',
  )
    .argument("<file>")
    .argument("<claim>")
    .option("--assume <comparison>", "a further assumption (repeatable)", collect)
    .action(async (file: string, claim: string, options: Common) =>
      answered(await readSource(file), { kind: "judge", claim, ...assume(options) }, options),
    );

  query(
    "break-even",
    "the cost of one term at which two programs tie",
    'break-even library:speed-simplicity "t(combine)" fh sd --at g=2',
  )
    .argument("<file>")
    .argument("<cost>", "c(TERM), t(TERM) or a parameter")
    .argument("<first>", "a program's id")
    .argument("<second>", "a program's id")
    .option("--at <name=value>", "fix a value, e.g. g=2; without it g stays a symbol (repeatable)", collect)
    .action(async (file: string, cost: string, first: string, second: string, options: Common) =>
      answered(
        await readSource(file),
        { kind: "break-even", of: cost, between: [first, second], ...at(options) },
        options,
      ),
    );

  query(
    "sensitivity",
    "how each cost moves the threshold between two programs",
    "sensitivity library:speed-simplicity fh sd",
  )
    .argument("<file>")
    .argument("<first>")
    .argument("<second>")
    .action(async (file: string, first: string, second: string, options: Common) =>
      answered(await readSource(file), { kind: "sensitivity", between: [first, second] }, options),
    );

  query(
    "score",
    "every program's complexity, time, score and margin at one g",
    "score library:speed-simplicity --at g=2",
  )
    .argument("<file>")
    .requiredOption("--at <name=value>", "the point, e.g. g=2 (repeatable)", collect)
    .action(async (file: string, options: Common) =>
      answered(await readSource(file), { kind: "score", ...at(options) }, options),
    );

  query(
    "lint",
    "what in a scenario is worth a second look: two names, unused rows, units that don't add",
    "lint library:speed-simplicity",
  )
    .argument("<file>")
    .action(async (file: string, options: Style) => {
      const source = await readSource(file);
      const answer = await answerOf(source, { kind: "winners" });
      const notes = modelNotes(source.scenario, answer.kind === "map" ? answer : null);
      if (options.json === true) return terminal.out(JSON.stringify(notes, null, 2));
      for (const line of noteLines(source, notes, options.markdown === true ? null : terminal.width))
        terminal.out(line);
    });

  query("compare", "winners before and after a patch or overlay", "compare library:speed-simplicity +hybrid")
    .argument("<file>")
    .argument("<overlay>", "JSON of an overlay or of a patch, `-`, or +PATCH+PATCH of the library")
    .addHelpText("after", OVERLAY)
    .action(async (file: string, name: string, options: Common) => {
      const source = await readSource(file);
      const overlay = await readChange(source, name);
      await answered(source, { kind: "compare", overlay: overlay.json }, options, {
        overlay,
      });
    });

  query(
    "cruxes",
    "which differences between two people flip the winner",
    "cruxes library:speed-simplicity ann.json ben.json\n  $ crux cruxes library:speed-simplicity",
  )
    .argument("<file>")
    .argument("[a]", "JSON of the first overlay, with its g; the essay's scenario brings an example pair")
    .argument("[b]", "JSON of the second overlay, with its g")
    .addHelpText("after", OVERLAY)
    .action(async (file: string, first: string | undefined, second: string | undefined, options: Common) => {
      const source = await readSource(file);
      const [a, b] = await readPair(source, first, second);
      await answered(source, { kind: "cruxes", a: a.json, b: b.json }, options, { a, b });
    });

  query(
    "flip-sets",
    "smallest sets of objections that flip the winner",
    "flip-sets library:speed-simplicity --at g=2\n  $ crux flip-sets mine.json objections.json --at g=2",
  )
    .argument("<file>")
    .argument(
      "[objections]",
      "JSON list of objections, as `crux export --as objections` writes them; the essay's scenario brings its example debate",
    )
    .option("--at <name=value>", "the point, e.g. g=2 (repeatable)", collect)
    .action(async (file: string, name: string | undefined, options: Common) => {
      const source = await readSource(file);
      const objections = name === undefined ? exampleDebate(source) : await readJsonFile(name);
      const query = { kind: "flip-sets", objections: objections.json, ...at(options) };
      await answered(source, query, options, { objections });
    });
}
