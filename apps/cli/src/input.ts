import { readFileSync, statSync } from "node:fs";
import { fromLibrary, type Issue, libraryNames, readJson, readScenario, type Scenario } from "@crux/core";
import { BadInput } from "./exit.ts";

/** Largest file that is read, in bytes. */
const LARGEST = 5_000_000;

/** A scenario as the command line names it: read, and as JSON for the solver. */
export type Source = { readonly name: string; readonly scenario: Scenario; readonly json: unknown };

/** The scenario in `file`: a path, `-` for standard input, or `library:NAME`. Throws `BadInput` with every issue. */
export function readSource(file: string): Source {
  if (file.startsWith("library:")) {
    const name = file.slice("library:".length);
    const scenario = fromLibrary(name);
    if (scenario === undefined)
      throw new BadInput([`unknown built-in scenario: ${name}`, `  there are: ${libraryNames().join(", ")}`]);
    return { name: file, scenario, json: { library: name } };
  }
  const { json, placeOf } = readJsonFile(file);
  const scenario = readScenario(json);
  if (!scenario.ok) throw new BadInput(issueLines(shown(file), scenario.error, placeOf));
  return { name: shown(file), scenario: scenario.value, json };
}

type Place = (
  path: Issue["path"],
  span?: Issue["span"],
) => { readonly line: number; readonly column: number };

/** JSON in a file or on standard input, with the way from an issue's path to its line and column. */
export function readJsonFile(file: string): { readonly json: unknown; readonly placeOf: Place } {
  const text = readText(file);
  const read = readJson(text);
  if (read.ok) return { json: read.value.value, placeOf: read.value.placeOf };
  throw new BadInput(issueLines(shown(file), read.error, (_, span) => placeIn(text, span?.start ?? 0)));
}

/** The whole text of a file, or of standard input for `-`. */
export function readText(file: string): string {
  try {
    if (file !== "-" && statSync(file).size > LARGEST)
      throw new BadInput([`${file}: file too large: at most ${LARGEST / 1e6} MB are read`]);
    return readFileSync(file === "-" ? 0 : file, "utf8");
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
