import { describe, expect, it } from "vitest";
import { must } from "../base/assert.ts";
import { printClaim } from "../claim/print-claim.ts";
import { anchorState } from "../patch/anchor.ts";
import { applyPatch } from "../patch/apply-patch.ts";
import { readObjection, writeObjection } from "../patch/read-objection.ts";
import { toWebAnnotation } from "../patch/web-annotation.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { writeProgram } from "../scenario/write-scenario.ts";
import { readClaim } from "../syntax/read-claim.ts";
import { essayClaims } from "./essay-claims.ts";
import { type DebateEntry, essayDebate } from "./essay-debate.ts";
import { essayNotes } from "./essay-notes.ts";
import { fromLibrary } from "./library.ts";
import { libraryScenario } from "./library-patches.ts";

const entry = (id: string): DebateEntry =>
  must(
    essayDebate().find(({ objection }) => objection.id === id),
    id,
  );

/** The scenario that an entry stands on: what it replies to applied, each in its first reading. */
function under({ replyTo }: DebateEntry): Scenario {
  if (replyTo === null) return must(fromLibrary("speed-simplicity"), "the scenario");
  const before = entry(replyTo);
  const changed = applyPatch(under(before), before.objection.readings[0]?.patch ?? []);
  if (!changed.ok) throw new Error(JSON.stringify(changed.error));
  return changed.value;
}

describe("essayClaims", () => {
  it("has claims with ids of their own, in scenarios that exist, that print and read back", () => {
    const ids = essayClaims().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { row, claim, patches } of essayClaims()) {
      expect(row).toMatch(/^[CE]\d+$/);
      expect(libraryScenario("speed-simplicity", patches).ok).toBe(true);
      expect(readClaim(printClaim(claim))).toEqual({ ok: true, value: claim });
    }
  });
});

describe("essayDebate", () => {
  it("has the moves of the tour first and in order", () => {
    const moves = essayDebate().flatMap(({ move, objection }) => (move === null ? [] : [objection.id]));
    expect(moves).toEqual(["hybrid", "overlap", "lazy-honest", "knowing-is-not-wanting"]);
    expect(
      essayDebate()
        .map(({ move }) => move)
        .slice(0, 4),
    ).toEqual([1, 2, 3, 4]);
  });

  it("has replies after what they answer, and says of each author that this is an example", () => {
    const seen = new Set<string>();
    for (const { objection, replyTo } of essayDebate()) {
      expect(replyTo === null || seen.has(replyTo)).toBe(true);
      expect(seen.has(objection.id)).toBe(false);
      expect(objection.author).toContain("(example)");
      seen.add(objection.id);
    }
  });

  it("has patches that apply to what they reply to", () => {
    for (const one of essayDebate())
      for (const { label, patch } of one.objection.readings)
        expect([label, applyPatch(under(one), patch).ok]).toEqual([label, true]);
  });

  it("has anchors that point at what is there, unchanged", () => {
    for (const one of essayDebate())
      expect([one.objection.id, anchorState(under(one), one.objection.anchor)]).toEqual([
        one.objection.id,
        "same",
      ]);
  });

  it("survives writing and reading, and leaves as web annotations", () => {
    for (const { objection } of essayDebate()) {
      const text = JSON.stringify(writeObjection(objection));
      expect(readObjection(JSON.parse(text))).toEqual({ ok: true, value: objection });
      const scenario = must(fromLibrary("speed-simplicity"), "the scenario");
      expect(toWebAnnotation(objection, scenario, "https://crux.example")).toMatchObject({
        type: "Annotation",
      });
    }
  });
});

describe("rows without a number", () => {
  it.each([
    ["[C2] that parts cannot be trained is on the scope shelf", "C2", "scope"],
    ["[C6] which kind of objection is meant is a question", "C6", "question"],
    ["[C7] that the concepts are poor is on the scope shelf", "C7", "scope"],
    ["[C12] not being moved undercuts the threshold", "C12", "undercut"],
    ["[C14] that the prior is not examined undercuts the threshold", "C14", "undercut"],
    ["[C15] that both may be wrong is on the scope shelf", "C15", "scope"],
    ["[C22] that other means would be found undercuts what it replies to", "C22", "undercut"],
    ["[E39] that there are other routes is on the scope shelf", "E39", "scope"],
  ])("%s", (_title, row, kind) => {
    const found = essayDebate().filter(({ rows }) => rows.includes(row));
    expect(found.map(({ objection }) => [objection.kind, objection.readings.length])).toEqual([[kind, 0]]);
  });

  it("[C2] lists all three programs as built from the parts in doubt", () => {
    for (const program of under(entry("trainable-parts")).programs)
      expect(JSON.stringify(writeProgram(program))).toContain("mesaoptimize");
  });

  it("[C11] marks the main objection in its text, with the patch of C3", () => {
    const main = entry("not-well-founded");
    expect(main.rows).toEqual(["C3", "C11"]);
    expect(main.objection.text).toContain("My main objection");
  });

  it("[C28] has the offer of a program as a proposal that adds one", () => {
    const { objection } = entry("hybrid");
    expect([objection.kind, objection.readings[0]?.patch.map(({ kind }) => kind)]).toEqual([
      "proposal",
      ["add-program"],
    ]);
  });

  it.each([
    ["[C8] is lost in part", "C8", "lost"],
    ["[C33] is lost in part", "C33", "lost"],
    ["[E1] is background", "E1", "background"],
    ["[E2] is background", "E2", "background"],
    ["[E4] is lost in part", "E4", "lost"],
    ["[E6] is out of scope", "E6", "scope"],
    ["[E7] is background", "E7", "background"],
    ["[E11] is background", "E11", "background"],
    ["[E12] is background", "E12", "background"],
    ["[E13] is lost", "E13", "lost"],
    ["[E18] is lost; listings are reconstructed", "E18", "lost"],
    ["[E48] is out of scope", "E48", "scope"],
    ["[E49] is background", "E49", "background"],
    ["[E51] is lost", "E51", "lost"],
    ["[E53] is about practice", "E53", "practice"],
    ["[E56] is about practice", "E56", "practice"],
    ["[E61] is lost", "E61", "lost"],
    ["[E62] is lost", "E62", "lost"],
  ])("%s", (_title, row, kind) => {
    expect(essayNotes.filter((one) => one.row === row).map((one) => one.kind)).toEqual([kind]);
  });

  it("[E18] says of each listing that it is reconstructed", () => {
    for (const { pseudocode } of must(fromLibrary("speed-simplicity"), "the scenario").programs)
      expect(pseudocode).toContain("reconstructed");
  });

  it("[E15] has two deceptive programs and [E16] an honest one, with [E20] names", () => {
    const programs = must(fromLibrary("speed-simplicity"), "the scenario").programs;
    expect(programs.map(({ name, deceptive }) => [name, deceptive])).toEqual([
      ["Fast honest", false],
      ["Simple deceptive", true],
      ["Fast deceptive", true],
    ]);
  });
});
