import { readFileSync } from "node:fs";
import { essayClaims, essayDebate, essayNotes, libraryNames, libraryPatches } from "@crux/core";
import { describe, expect, it } from "vitest";

const textOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

type Row = { readonly id: string; readonly where: string; readonly test: string };

/** The rows of the tables in the page, in order. */
const rows: readonly Row[] = textOf("docs/coverage.md")
  .split("\n")
  .flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const [, id = "", , where = "", test = ""] = cells;
    return /^[CE]\d+$/.test(id) ? [{ id, where, test: test.replaceAll("`", "") }] : [];
  });

/** The names in backticks that follow a word, e.g. after `patch` or `patches`. */
const named = (where: string, word: RegExp): string[] =>
  [...where.matchAll(word)].flatMap(([, list = ""]) =>
    [...list.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );

describe("docs/coverage.md", () => {
  it("has all rows of the discussion and of the essay, each once and in order", () => {
    const ids = (letter: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
    expect(rows.map(({ id }) => id)).toEqual([...ids("C", 33), ...ids("E", 63)]);
  });

  it("names for each row a file with a test whose title bears its id", () => {
    const folder = (file: string) =>
      file === "essay.test.ts" ? "packages/core/src/library" : "packages/solver/src/query";
    const missing = rows.filter(
      ({ id, test }) => !new RegExp(`"[^"]*\\[${id}\\][^"]*"`).test(textOf(`${folder(test)}/${test}`)),
    );
    expect(missing).toEqual([]);
  });

  it("names only patches, claims, objections and scenarios that exist, under their own rows", () => {
    const patches = new Set(libraryPatches("speed-simplicity").map(({ name }) => name));
    const claims = new Map(essayClaims().map(({ id, row }) => [id, row]));
    const debate = new Map(essayDebate().map((one) => [one.objection.id, one]));
    for (const { id, where } of rows) {
      for (const name of named(where, /patch(?:es)? ((?:`[^`]+`(?:, )?)+)/g))
        expect([id, name, patches.has(name)]).toEqual([id, name, true]);
      for (const name of named(where, /claims? ((?:`[^`]+`(?:, )?)+)/g))
        expect([name, claims.get(name)]).toEqual([name, id]);
      for (const name of named(where, /objection (`[^`]+`)/g))
        expect([name, debate.get(name)?.rows ?? []]).toEqual([name, expect.arrayContaining([id])]);
      for (const name of named(where, /(`library:[^`]+`)/g))
        expect(libraryNames()).toContain(name.replace("library:", ""));
      const kind = /objection `([^`]+)` \((\w+)/.exec(where);
      if (kind !== null) expect(debate.get(kind[1] ?? "")?.objection.kind).toBe(kind[2]);
      const note = /note \((\w+)\)/.exec(where)?.[1];
      expect([id, note]).toEqual([id, essayNotes.find(({ row }) => row === id)?.kind]);
    }
  });

  it("leaves out no claim and no objection of the library", () => {
    const all = rows.map(({ where }) => where).join("\n");
    for (const { id } of essayClaims()) expect(all).toContain(`\`${id}\``);
    for (const { objection } of essayDebate()) expect(all).toContain(`\`${objection.id}\``);
  });
});
