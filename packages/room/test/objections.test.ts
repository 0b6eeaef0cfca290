import { must } from "@crux/core";
import { afterEach, describe, expect, it } from "vitest";
import { readOnce } from "../src/client/core-reader.ts";
import type { JoinedRoom } from "../src/client/join-room.ts";
import { objectionsOf } from "../src/client/objections.ts";
import { comeIn, makeRoom, until } from "./people.ts";
import { startServer } from "./room-server.ts";

const opened: JoinedRoom[] = [];
const viewsOf = (room: JoinedRoom) => {
  const { debate, scenario, rows } = room.getSnapshot();
  return objectionsOf(debate, scenario, rows, readOnce);
};

describe("objections in a room", () => {
  let close = async (): Promise<void> => {};
  afterEach(async () => {
    for (const room of opened.splice(0)) room.leave();
    await close();
  });
  const pair = async (): Promise<[JoinedRoom, JoinedRoom]> => {
    const server = await startServer();
    close = server.close;
    const ann = await makeRoom(server.url);
    const bob = await comeIn(server.url, ann, "Bob", "participant");
    opened.push(ann, bob);
    const rule = must(ann.getSnapshot().rows.terms[1], "the rule").key;
    bob.send({
      kind: "raise-objection",
      objection: "objection1",
      doubt: "undermine",
      anchor: { kind: "cost", term: "rule", axis: "c", snapshot: "4" },
      rows: [`terms/${rule}`],
      text: "It costs more.",
      readings: [{ label: "nine", patch: [{ kind: "set-cost", term: "rule", axis: "c", to: "9" }] }],
      replyTo: null,
    });
    await until(ann, (view) => view.debate.objections.objection1 !== undefined);
    return [ann, bob];
  };

  it("stay with a term that is renamed, go to the orphans when it is deleted, and come back with undo", async () => {
    const [ann, bob] = await pair();
    const rule = must(ann.getSnapshot().rows.terms[1], "the rule").key;
    const row = { kind: "terms", key: rule } as const;
    expect(viewsOf(bob)[0]).toMatchObject({ anchorState: "same", now: "4" });
    ann.edit.setText(row, "c", "5");
    await until(bob, (view) => view.rows.terms[1]?.texts.c === "5");
    expect(viewsOf(bob)[0]).toMatchObject({ anchorState: "changed", now: "5" });
    // One step for all three formulas that know the name.
    const derive = must(ann.getSnapshot().rows.programs[1], "derive").key;
    const held = must(ann.getSnapshot().rows.assumptions[0], "a1").key;
    ann.edit.setValue(row, "id", "law");
    ann.edit.setText({ kind: "programs", key: derive }, "c", "c(law)");
    ann.edit.setText({ kind: "programs", key: derive }, "t", "t(law)");
    ann.edit.setText({ kind: "assumptions", key: held }, "statement", "c(law) < c(table)");
    await until(bob, (view) => view.rows.assumptions[0]?.texts.statement === "c(law) < c(table)");
    expect(viewsOf(bob)[0]).toMatchObject({ objection: { anchor: { term: "law" } }, anchorState: "changed" });
    ann.edit.removeRow("terms", rule, "anyway");
    await until(bob, (view) => view.rows.terms.length === 1);
    expect(viewsOf(bob)[0]).toMatchObject({ anchorState: "gone", now: null, rows: [] });
    expect(viewsOf(bob)[0]?.objection.anchor.snapshot).toBe("4");
    ann.undo();
    await until(bob, (view) => view.rows.terms.length === 2);
    expect(viewsOf(bob)[0]).toMatchObject({ anchorState: "changed", now: "5" });
  });

  it("are orphans also where no program can be read any more, unless the same stands there anew", async () => {
    const [ann, bob] = await pair();
    for (const { key } of ann.getSnapshot().rows.terms) ann.edit.removeRow("terms", key, "anyway");
    await until(bob, (view) => view.rows.terms.length === 0);
    expect(bob.getSnapshot().scenario).toBeNull();
    expect(viewsOf(bob)[0]).toMatchObject({ anchorState: "gone", now: null, rows: [] });
    ann.edit.addRow("terms", { id: "rule", c: "7", t: "9" }, null);
    await until(bob, (view) => view.rows.terms.length === 1);
    expect(viewsOf(bob)[0]).toMatchObject({ anchorState: "changed", now: "7" });
  });

  it("become part of the scenario with one call, attributed", async () => {
    const [ann, bob] = await pair();
    expect(await ann.edit.merge("objection1", 3)).toEqual({ ok: true, value: false });
    expect(await ann.edit.merge("objection1", 0)).toEqual({ ok: true, value: true });
    await until(bob, (view) => view.debate.objections.objection1?.outcome !== null);
    await until(bob, (view) => view.rows.terms[1]?.texts.c === "9");
    expect(viewsOf(bob)[0]?.outcome).toMatchObject({
      kind: "merged",
      by: ann.getSnapshot().you?.id,
      reading: 0,
    });
    expect(await bob.edit.merge("objection1", 0)).toEqual({ ok: true, value: false });
  });
});
