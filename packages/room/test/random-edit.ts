import type * as Y from "yjs";
import * as edit from "../src/document/edit.ts";
import { readRows } from "../src/document/rows.ts";
import { rowKinds } from "../src/document/shape.ts";
import type { Seeded } from "./seeded.ts";

const words = ["a", "40", "c(table)", " + ", "😀", "x\ny", "é", "phi"];
const fields = {
  terms: ["label", "gloss", "c", "t"],
  parameters: ["gloss", "unit", "value", "domain"],
  programs: ["name", "symbol", "pseudocode", "c", "t", "score"],
  assumptions: ["gloss", "statement"],
} as const;

/** Some edit that a page could make; `newKey` names a row that nobody has. */
export function randomEdit(doc: Y.Doc, random: Seeded, newKey: () => string): void {
  const kind = random.pick(rowKinds);
  const rows = readRows(doc)[kind];
  const row = rows.length > 0 ? random.pick(rows) : null;
  const choice = random.int(12);
  if (row === null || choice === 0) {
    edit.addRow(doc, kind, newKey(), { id: `n${random.int(50)}`, c: "1" }, row?.key ?? null);
    return;
  }
  const ref = { kind, key: row.key };
  if (choice === 1 && rows.length > 1) edit.removeRow(doc, kind, row.key);
  else if (choice === 2) edit.moveRow(doc, kind, row.key, random.chance(0.3) ? null : random.pick(rows).key);
  else if (choice === 3) edit.setValue(doc, ref, "id", `n${random.int(50)}`);
  else if (choice === 4)
    edit.setValue(doc, { kind: "exchange", key: "" }, "family", random.pick(["log", "levin", "cap"]));
  else if (choice === 5)
    edit.setText(doc, { kind: "scenario", key: "" }, "title", random.pick(words).repeat(random.int(5)));
  else if (choice === 6 && kind === "programs")
    edit.setValue(doc, ref, "deceptive", random.pick([true, false, null]));
  else if (choice === 7 && kind === "assumptions")
    edit.setValue(doc, ref, "status", random.pick(["held", "disputed"]));
  else changeSomeText(doc, random, ref, random.pick<string>(fields[kind]));
}

function changeSomeText(doc: Y.Doc, random: Seeded, ref: edit.RowRef, field: string): void {
  const text = edit.textOf(doc, ref, field)?.toString() ?? "";
  // Whole characters, as an editor counts them.
  const characters = [...text];
  const from = random.int(characters.length + 1);
  const count = random.chance(0.4) ? random.int(4) : 0;
  const at = characters.slice(0, from).join("").length;
  const remove = characters.slice(from, from + count).join("").length;
  edit.changeText(doc, ref, field, { at, remove, insert: random.chance(0.8) ? random.pick(words) : "" });
}
