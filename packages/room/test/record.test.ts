import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import type { ClientDoors, JoinedRoom } from "../src/client/join-room.ts";
import { recordOf } from "../src/client/record.ts";
import { recordSeqs } from "../src/client/record-seqs.ts";
import { reportOf } from "../src/client/report.ts";
import { toScenarioJson } from "../src/document/scenario-json.ts";
import { readRoomFile } from "../src/file/read-room-file.ts";
import { eachServer } from "./each-server.ts";
import { comeIn, doorsTo, makeRoom, until } from "./people.ts";
import { enterAs } from "./raw-people.ts";

describe("the record of a room", () => {
  const { url, keep } = eachServer();
  const make = async (): Promise<JoinedRoom> => {
    return keep(await makeRoom(url()));
  };
  const join = async (first: JoinedRoom, name: string, doors?: ClientDoors): Promise<JoinedRoom> => {
    return keep(await comeIn(url(), first, name, "participant", doors));
  };
  const saved = (room: JoinedRoom) => until(room, ({ saving }) => saving.kind === "saved");
  const term = (room: JoinedRoom, at: number) => {
    const { key } = must(room.getSnapshot().rows.terms[at], "a term");
    return { kind: "terms", key } as const;
  };

  it("restores a checkpoint as one edit of one's own, which one step of undo takes back", async () => {
    const ann = await make();
    const bob = await join(ann, "Bob");
    ann.edit.setText(term(ann, 0), "c", "13");
    await saved(ann);
    ann.send({ kind: "checkpoint", name: "Before the hybrid" });
    const { session } = await until(ann, (view) => view.session.checkpoints.length === 1);
    const named = toScenarioJson(ann.getSnapshot().rows);
    const [rule, gone] = [term(ann, 1), term(ann, 0)];
    bob.send({
      kind: "raise-objection",
      objection: "objection1",
      doubt: "undermine",
      anchor: { kind: "cost", term: "table", axis: "c", snapshot: "13" },
      rows: [`terms/${gone.key}`],
      text: "More.",
      readings: [],
      replyTo: null,
    });
    await saved(bob);
    ann.edit.setText(rule, "c", "5");
    ann.edit.addRow("terms", { id: "cache", c: "3" });
    ann.edit.removeRow("terms", gone.key, "anyway");
    await saved(ann);
    const later = toScenarioJson(ann.getSnapshot().rows);
    const seq = must(session.checkpoints[0], "a checkpoint").seq;
    const versions = await ann.past.versions([seq, 2, 1_000_000]);
    if (!versions.ok) throw new Error("no versions");
    expect(versions.value.map((one) => one.seq)).toEqual([2, seq]);
    const [, version] = versions.value;
    if (!version) throw new Error("no version");
    expect(version.state).toBeNull();
    expect(version.scenario?.terms.length).toBe(2);
    expect(ann.past.restore(version)).toBe(true);
    await saved(ann);
    expect(toScenarioJson(ann.getSnapshot().rows)).toEqual(named);
    // The row that came back is the one that the objection was anchored to.
    expect(ann.getSnapshot().rows.terms.map(({ key }) => key)).toContain(gone.key);
    await until(bob, ({ rows }) => JSON.stringify(toScenarioJson(rows)) === JSON.stringify(named));
    expect(bob.past.restore(version)).toBe(false);
    ann.send({ kind: "lock-term", row: `terms/${rule.key}`, locked: true });
    await until(ann, (view) => Object.keys(view.session.locks).length === 1);
    expect(ann.edit.setText(rule, "c", "6")).toBe(false);
    expect(ann.edit.removeRow("terms", rule.key, "anyway")).toEqual({ kind: "not-allowed" });
    expect(ann.past.restore(must(versions.value[0], "the start"))).toBe(true);
    ann.undo();
    ann.send({ kind: "lock-term", row: `terms/${gone.key}`, locked: true });
    await until(ann, (view) => Object.keys(view.session.locks).length === 2);
    expect(ann.past.restore(must(versions.value[0], "the start"))).toBe(false);
    for (const { key } of [rule, gone]) ann.send({ kind: "lock-term", row: `terms/${key}`, locked: false });
    await saved(ann);
    ann.undo();
    await saved(ann);
    expect(toScenarioJson(ann.getSnapshot().rows)).toEqual(later);
    const history = await bob.past.history(1, 500);
    if (!history.ok) throw new Error("no history");
    const kinds = history.value.items.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "note-restore")).toHaveLength(2);
    expect(kinds.slice(0, 3)).toEqual(["created", "edit", "joined"]);
    const first = history.value.items.find(({ kind, by }) => kind === "edit" && by !== "server");
    expect(first).toMatchObject({ by: ann.getSnapshot().you?.id, rows: [`terms/${gone.key}`] });
    const page = await bob.past.history(3, 2);
    expect(page.ok && page.value.items.every((one) => one.seq === 3 || one.seq === 4)).toBe(true);
  });

  it("has what one edited before a checkpoint, a phase or a restore in the log before it", async () => {
    const ann = await make();
    for (const c of ["13", "14", "15"]) {
      ann.edit.setText(term(ann, 0), "c", c);
      ann.send({ kind: "checkpoint", name: c });
    }
    ann.edit.setText(term(ann, 0), "c", "16");
    ann.send({ kind: "start-phase", phase: "object" });
    await until(ann, (view) => view.session.phase !== null);
    await saved(ann);
    const { checkpoints, phase } = ann.getSnapshot().session;
    const seqs = [...checkpoints.map(({ seq }) => seq), must(phase ?? undefined, "a phase").seq];
    const versions = await ann.past.versions(seqs);
    const costs = versions.ok && versions.value.map(({ rows }) => rows.terms[0]?.texts.c);
    // All that was edited before it, and in one turn maybe what came right after.
    expect(costs).toEqual(["16", "16", "16", "16"]);
    ann.edit.setText(term(ann, 0), "c", "17");
    await saved(ann);
    if (!versions.ok) throw new Error("no versions");
    expect(ann.past.restore(must(versions.value[0], "a version"))).toBe(true);
    await saved(ann);
    const history = await ann.past.history(1, 500);
    const kinds = history.ok ? history.value.items.map(({ kind }) => kind) : [];
    expect(kinds.slice(-2)).toEqual(["edit", "note-restore"]);
  });

  it("tells where someone left off, on another visit and after an interruption", async () => {
    const ann = await make();
    const doors = doorsTo(url());
    const bob = await comeIn(url(), ann, "Bob", "participant", doors);
    expect(bob.getSnapshot().since).toBeNull();
    await saved(bob);
    bob.leave();
    const seqOf = async () => {
      const found = await ann.past.history(1, 1);
      return found.ok ? found.value.last : 0;
    };
    const left = await seqOf();
    ann.edit.setText(term(ann, 0), "c", "20");
    ann.send({ kind: "start-phase", phase: "object" });
    await saved(ann);
    const again = await join(ann, "Bob", doors);
    const { since } = await until(again, (view) => view.since !== null);
    expect(since?.seq).toBeLessThanOrEqual(left);
    expect(since?.seq).toBeGreaterThan(2);
    const found = await again.past.versions([must(since ?? undefined, "since").seq], "with-state");
    expect(found.ok && found.value[0]?.rows.terms[0]?.texts.c).toBe("12");
    expect(found.ok && found.value[0]?.state?.session.phase).toBeNull();
    again.forgetSince();
    expect(again.getSnapshot().since).toBeNull();
  });

  it("shows no more of the past than of the present: blind numbers, what is hidden now, who is who", async () => {
    const ann = await make();
    const bob = await join(ann, "Bob");
    bob.send({ kind: "pin", g: "7177/3" });
    bob.send({ kind: "pin-claim", claim: "claim0001", text: "c(flamingo) > 0" });
    bob.send({
      kind: "set-credence",
      program: "p1",
      value: "1/7177",
      because: { objection: null, words: "flamingo" },
    });
    await saved(bob);
    ann.send({ kind: "hide", to: "claim/claim0001", reason: "off topic" });
    await saved(ann);
    const cy = await join(ann, "Cy");
    ann.send({ kind: "unhide", to: "claim/claim0001" });
    await until(cy, (view) => view.debate.claims.claim0001?.text === "c(flamingo) > 0");
    ann.send({ kind: "hide", to: "claim/claim0001", reason: "off topic" });
    // A page that had the words drops them; their author keeps them, and moderators may read them behind the stub.
    await until(cy, (view) => view.debate.claims.claim0001?.text === "");
    await until(ann, (view) => view.debate.claims.claim0001?.text === "");
    expect(bob.getSnapshot().debate.claims.claim0001?.text).not.toBe("");
    const covered = [ann, bob, cy].map((one) => one.getSnapshot().covered);
    expect(covered).toEqual([{ "claim/claim0001": ["c(flamingo) > 0"] }, {}, {}]);
    // A report is printed: what is hidden or blind is in nobody's, also not in that of a moderator or of whose it is.
    for (const one of [ann, bob]) {
      const record = recordOf(one.getSnapshot(), new Map());
      expect(JSON.stringify(record)).not.toMatch(/7177|flamingo/);
      expect(record.claims).toEqual([{ by: "Bob", text: "", hidden: "off topic" }]);
      expect(record.numbers).toEqual({ blind: true, count: 1, rows: [] });
    }
    const room = { room: ann.id, person: "", ticket: "", code: ann.getSnapshot().code.value };
    const eve = await enterAs(url(), room, "Eve", "participant");
    for (const seqs of [[4, 5, 6, 7, 8], []])
      expect((await eve.client.ask("look-back", { seqs, state: true }))?.ok).toBe(true);
    expect((await eve.client.ask("history", { from: 1, count: 500 }))?.ok).toBe(true);
    for (const frame of eve.frames) expect(frame).not.toMatch(/7177|flamingo/);
    expect(await eve.client.ask("look-back", { seqs: [0], state: true })).toMatchObject({ ok: false });
    expect(await eve.client.ask("history", { from: 1, count: 501 })).toMatchObject({ ok: false });
    ann.send({ kind: "remove-person", person: eve.id, reason: "" });
    await expect.poll(() => eve.client.socket.connected).toBe(false);
  });

  it("lets nobody make the server fold logs all day", async () => {
    const ann = await make();
    const room = { room: ann.id, person: "", ticket: "", code: ann.getSnapshot().code.value };
    const eve = await enterAs(url(), room, "Eve", "participant");
    const all = await Promise.all(
      Array.from({ length: 40 }, () => eve.client.ask("history", { from: 1, count: 500 })),
    );
    const refused = all.filter((one) => one?.ok === false && one.refusal.code === "too-fast");
    expect(refused.length).toBeGreaterThan(30);
    eve.client.close();
  });

  it("comes to a report: phases as held, numbers before and after, what is open and what was settled", async () => {
    const ann = await make();
    const bob = await join(ann, "Bob");
    for (const phase of ["estimate", "object", "revise"]) ann.send({ kind: "start-phase", phase });
    await until(bob, (view) => view.session.phase?.id === "revise");
    bob.send({ kind: "pin", g: "3" });
    await saved(bob);
    ann.send({ kind: "reveal-estimates" });
    ann.send({ kind: "blind-estimates" });
    await until(bob, (view) => view.estimates.before !== null);
    bob.send({ kind: "pin", g: "2", because: { objection: null, words: "The table is small." } });
    ann.send({ kind: "reveal-estimates" });
    ann.send({ kind: "checkpoint", name: "End" });
    await saved(bob);
    const view = await until(
      ann,
      ({ session, pins }) => session.checkpoints.length > 0 && Object.keys(pins).length > 0,
    );
    const report = reportOf(view);
    const versions = await ann.past.versions(recordSeqs(view));
    const file = await ann.past.export();
    if (!versions.ok || !file.ok) throw new Error("no past");
    const record = recordOf(view, new Map(versions.value.map((one) => [one.seq, one])));
    expect(await readRoomFile(JSON.parse(file.value))).toEqual({ ok: true, value: record });
    expect(record.moments.map(({ kind, scenario }) => [kind, scenario !== null])).toEqual(
      ["start", "phase", "phase", "phase", "checkpoint", "now"].map((kind) => [kind, true]),
    );
    expect(record.numbers.rows).toMatchObject([{ name: "Bob", before: { g: "3" }, after: { g: "2" } }]);
    expect(report.agenda.map(({ name, to }) => [name, to === null])).toEqual([
      ["Estimate", false],
      ["Object", false],
      ["Revise", true],
    ]);
    expect(report.positions).toEqual([
      {
        id: bob.getSnapshot().you?.id,
        name: "Bob",
        before: expect.objectContaining({ g: "3" }),
        after: expect.objectContaining({
          g: "2",
          because: { objection: null, words: "The table is small." },
        }),
      },
    ]);
    expect(report.moments.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "start ",
      "phase Estimate",
      "phase Object",
      "phase Revise",
      "checkpoint End",
    ]);
  });
});
