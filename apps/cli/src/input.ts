import { readFileSync, statSync } from "node:fs";
import { type Issue, libraryScenario, readJson, readScenario, type Scenario } from "@crux/core";
import { BadInput } from "./exit.ts";

/** Largest file that is read, in bytes. */
const LARGEST = 5_000_000;

/** A scenario as the command line names it: read, and as JSON for the solver. */
export type Source = {
  readonly name: string;
  readonly scenario: Scenario;
  readonly json: unknown;
  /** Where in the file a path lies; null for a built-in scenario. */
  readonly placeOf: Place | null;
};

/** The scenario in `file`: a path, `-` for standard input, or `library:NAME+PATCH`. Throws `BadInput` with every issue. */
export async function readSource(file: string): Promise<Source> {
  if (file.startsWith("library:")) {
    const [library = "", ...patches] = file.slice("library:".length).split("+");
    const scenario = libraryScenario(library, patches);
    if (!scenario.ok) throw new BadInput(issueLines(file, scenario.error));
    return { name: file, scenario: scenario.value, json: { library, patches }, placeOf: null };
  }
  const { json, placeOf } = await readJsonFile(file);
  const scenario = readScenario(json);
  if (!scenario.ok) throw new BadInput(issueLines(shown(file), scenario.error, placeOf));
  return { name: shown(file), scenario: scenario.value, json, placeOf };
}

type Place = (
  path: Issue["path"],
  span?: Issue["span"],
) => { readonly line: number; readonly column: number };

/** JSON that was read, the name of its file, and the way from an issue's path to its line and column. */
export type JsonFile = { readonly name: string; readonly json: unknown; readonly placeOf: Place };

/** JSON in a file or on standard input. */
export async function readJsonFile(file: string): Promise<JsonFile> {
  const text = await readText(file);
  const read = readJson(text);
  if (read.ok) return { name: shown(file), json: read.value.value, placeOf: read.value.placeOf };
  throw new BadInput(issueLines(shown(file), read.error, (_, span) => placeIn(text, span?.start ?? 0)));
}

/** The whole text of a file, or of standard input for `-`. Throws `BadInput` when it can't be read or has more than `largest` bytes. */
export async function readText(file: string, largest = LARGEST): Promise<string> {
  try {
    if (file === "-") return await standardInput(largest);
    if (statSync(file).size > largest) throw tooLarge(file, largest);
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === "ENOENT" ? "no such file" : code === "EISDIR" ? "this is a folder" : `can't be read (${code})`;
    throw new BadInput([
      `${shown(file)}: ${why}`,
      "  name a JSON file, `-` for standard input, or `library:speed-simplicity`",
    ]);
  }
}

async function standardInput(largest: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > largest) throw tooLarge("-", largest);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const tooLarge = (file: string, largest: number): BadInput =>
  new BadInput([`${shown(file)}: too large: at most ${largest / 1e6} MB are read`]);

const shown = (file: string): string => (file === "-" ? "stdin" : file);

const placeIn = (text: string, offset: number) => {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before[before.length - 1]?.length ?? 0) + 1 };
};

/** Each issue as `file:line:column  message`, with its hint on a line of its own. */
export function issueLines(file: string, issues: readonly Issue[], placeOf?: Place): string[] {
  return issues.flatMap((issue) => {
    const place = placeOf?.(issue.path, issue.span);
    const at =
      place === undefined
        ? issue.path.length === 0
          ? file
          : `${file}: ${pathText(issue.path)}`
        : `${file}:${place.line}:${place.column}`;
    return [`${at}  ${issue.message}`, ...(issue.hint === "" ? [] : [`  ${issue.hint}`])];
  });
}

const pathText = (path: Issue["path"]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
