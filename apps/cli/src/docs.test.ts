import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/*
 * Runs every `console` block of the README and of docs/. A line that begins with `$ ` is a command; the lines below it
 * are what it prints. A line `…` stands for any lines.
 */

const root = fileURLToPath(new URL("../../../", import.meta.url));
const bin = fileURLToPath(new URL("../bin/crux.mjs", import.meta.url));

type Example = { readonly command: string; readonly expected: readonly string[] };

function examplesIn(file: string): Example[] {
  const text = readFileSync(`${root}${file}`, "utf8");
  return [...text.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => {
    const parts = block.trimEnd().split(/^\$ /m).slice(1);
    return parts.map((part) => {
      const [first = "", ...expected] = part.split("\n");
      return {
        command: first.replace(/^npm run -s crux -- /, "crux "),
        expected: expected.filter((line) => line !== ""),
      };
    });
  });
}

/** What a command prints in a shell where `crux` is our command; its exit status is not looked at. */
function printed(command: string): Promise<string> {
  const script = `crux() { "${process.execPath}" "${bin}" "$@"; }\n${command}`;
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "80" };
  return new Promise((resolve) => {
    execFile("bash", ["-c", script], { cwd: root, env }, (_, out, err) => resolve(`${out}${err}`));
  });
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function pattern(expected: readonly string[]): RegExp {
  const lines = expected.map((line) =>
    line.trim() === "…" ? "(?:.*\\n)*?" : `${literal(line.trimEnd())}[ ]*\\n`,
  );
  return new RegExp(`^${lines.join("")}$`);
}

const files = [
  "README.md",
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

describe.each(files)("%s", (file) => {
  const examples = examplesIn(file);
  it.skipIf(examples.length === 0).each(examples)(
    "shows what $command prints",
    async ({ command, expected }) => {
      const out = (await printed(command)).split("\n").filter((line) => line !== "");
      expect(`${out.join("\n")}\n`).toMatch(pattern(expected));
    },
    30_000,
  );
  it("has only blocks whose commands are crux", () => {
    for (const { command } of examples) expect(command).toMatch(/\bcrux\b/);
  });
});
