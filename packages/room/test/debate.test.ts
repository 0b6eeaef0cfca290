import { must } from "@crux/core";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toBytes } from "../src/base/bytes.ts";
import { readOnce } from "../src/client/core-reader.ts";
import { objectionsOf } from "../src/client/objections.ts";
import type { PublicEvent } from "../src/command/events.ts";
import { readRows } from "../src/document/rows.ts";
import { limits } from "../src/protocol/limits.ts";
import { nowhere } from "../src/protocol/nowhere.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import { readEntries } from "../src/wire/entries-bytes.ts";
import { type Packet, packetTypes, readFrame } from "../src/wire/frames.ts";
import type { Admission, Presence } from "../src/wire/messages.ts";
import { patch, raising } from "./raising.ts";
import { enterRaw, makeRawRoom, type RawClient } from "./raw-client.ts";
import { type RoomServer, startServer } from "./room-server.ts";

const raise = (objection: string, more: object = {}) => raising(objection, { doubt: "undermine", ...more });

describe("the debate over the raw wire", () => {
  let server: RoomServer;
  let room: Admission;
  let sent = 0;
  const open: RawClient[] = [];
  beforeEach(async () => {
    server = await startServer(createMemoryStore(), { messagesPerSecond: 2_000 });
    room = await makeRawRoom(server.url);
  });
  afterEach(async () => {
    expect(server.errors).toEqual([]);
    for (const client of open.splice(0)) client.close();
    await server.close();
  });

  const enter = async (name: string, as?: "participant" | "viewer") => {
    const entered = await enterRaw(
      server.url,
      name === "Ann" ? { id: room.room } : { code: room.code ?? "" },
      name,
      as,
    );
    open.push(entered.client);
    const heard: { by: string; event: PublicEvent }[] = [];
    const frames: string[] = [];
    entered.client.socket.on("entries", (bytes: Uint8Array) => {
      frames.push(new TextDecoder().decode(new Uint8Array(bytes)));
      for (const entry of readEntries(new Uint8Array(bytes)).list)
        if (entry.kind === "event") heard.push({ by: entry.by, event: entry.event });
    });
    const send = async (command: unknown): Promise<string> => {
      const reply = await entered.client.ask("command", {
        id: { stream: `${name.toLowerCase()}00000`, n: ++sent },
        command,
      });
      return reply === null ? "no answer" : reply.ok ? "ok" : reply.refusal.code;
    };
    const state = async () => (await entered.client.sync()).synced.state;
    return { ...entered, heard, frames, send, state, id: entered.admission.person };
  };

  it("carries an objection from raising through replies, edits and endorsements to a merge", async () => {
    const [ann, bob, pat] = [await enter("Ann"), await enter("Bob"), await enter("Pat", "participant")];
    expect(await pat.send(raise("objection1", { map: { segments: [] } }))).toBe("ok");
    expect(await bob.send(raise("objection2", { replyTo: "objection1" }))).toBe("ok");
    expect(await bob.send({ kind: "endorse", to: "objection/objection1", on: true })).toBe("ok");
    const edit = {
      kind: "edit-objection",
      objection: "objection1",
      doubt: "rebut",
      text: "More.",
      readings: [],
    };
    expect(await bob.send(edit)).toBe("not-yours");
    expect(await pat.send({ ...edit, readings: [{ label: "nine", patch }] })).toBe("ok");
    expect(await ann.send({ kind: "endorse", to: "objection/objection1", on: true })).toBe("ok");
    expect(await pat.send({ kind: "merge-objection", objection: "objection1", reading: 0 })).toBe(
      "not-allowed",
    );
    expect(await ann.send({ kind: "merge-objection", objection: "objection1", reading: 1 })).toBe(
      "no-such-thing",
    );
    expect(await ann.send({ kind: "merge-objection", objection: "objection1", reading: 0 })).toBe("ok");
    expect(await ann.send({ kind: "decline-objection", objection: "objection1", reason: "no" })).toBe(
      "not-open",
    );
    const state = await pat.state();
    const [first, second] = objectionsOf(state.debate, null, readRows(pat.doc), readOnce);
    expect(first).toMatchObject({
      objection: { author: pat.id, kind: "rebut", text: "More.", status: "conceded" },
      outcome: { kind: "merged", by: ann.id, reading: 0 },
      endorsements: { [bob.id]: "earlier", [ann.id]: "this" },
    });
    expect(first?.objection.stamp?.version).toBe(String(state.debate.objections.objection1?.stamp.version));
    expect(second?.replyTo).toBe("objection1");
  });

  it("lets those concede who are challenged, and authors say what answered them and what remains", async () => {
    const [ann, bob, pat] = [await enter("Ann"), await enter("Bob"), await enter("Pat", "participant")];
    await pat.send(raise("objection1"));
    await bob.send(raise("objection2", { replyTo: "objection1" }));
    expect(await pat.send({ kind: "concede-objection", objection: "objection1" })).toBe("not-yours");
    expect(await pat.send({ kind: "concede-objection", objection: "objection2" })).toBe("ok");
    expect(await pat.send({ kind: "accept-objection", objection: "objection1", residue: "but for k" })).toBe(
      "ok",
    );
    expect((await ann.state()).debate.objections.objection1?.outcome).toMatchObject({
      kind: "answered",
      by: pat.id,
      residue: "but for k",
    });
    expect(await bob.send({ kind: "reopen-objection", objection: "objection1" })).toBe("ok");
    expect(await ann.send({ kind: "decline-objection", objection: "objection1", reason: " " })).toBe(
      "empty-text",
    );
    expect(await ann.send({ kind: "decline-objection", objection: "objection1", reason: "off topic" })).toBe(
      "ok",
    );
    await pat.send(raise("objection3"));
    expect(await bob.send({ kind: "withdraw-objection", objection: "objection3" })).toBe("not-yours");
    expect(await pat.send({ kind: "withdraw-objection", objection: "objection3" })).toBe("ok");
    const whole = {
      kind: "reanchor-objection",
      objection: "objection3",
      anchor: { kind: "scenario", snapshot: "" },
    };
    expect(await ann.send({ ...whole, rows: [] })).toBe("ok");
  });

  it("keeps what is published, pinned and pressed to its owner", async () => {
    const [ann, bob, pat] = [await enter("Ann"), await enter("Bob"), await enter("Pat", "participant")];
    const overlay = { kind: "publish-overlay", group: null, patch, g: "3/2" };
    expect(await pat.send(overlay)).toBe("ok");
    expect(await pat.send({ ...overlay, group: "Row 3" })).toBe("ok");
    expect(await bob.send({ ...overlay, group: "Row 3", g: null })).toBe("not-yours");
    expect(await bob.send({ kind: "withdraw-overlay", group: "Row 3" })).toBe("not-yours");
    expect(await bob.send({ kind: "join-group", group: "Row 3" })).toBe("ok");
    expect(await bob.send({ ...overlay, group: "Row 3", g: null })).toBe("ok");
    expect(await pat.send({ kind: "withdraw-overlay", group: null })).toBe("ok");
    expect(await bob.send({ kind: "pin-claim", claim: "claim001", text: "c(rule) < c(table)" })).toBe("ok");
    expect(await bob.send({ kind: "pin-claim", claim: "claim002", text: "c(rule) <" })).toBe("bad-claim");
    expect(await bob.send({ kind: "react", to: "claim/claim001", reaction: "unclear", on: true })).toBe("ok");
    expect(await bob.send({ kind: "react", to: "claim/claim001", reaction: "unclear", on: true })).toBe("ok");
    expect(await bob.send({ kind: "react", to: "objection/nowhere0", reaction: "agree", on: true })).toBe(
      "no-such-thing",
    );
    const { debate } = await ann.state();
    expect(debate.overlays).toMatchObject({
      "group/Row 3": { members: [pat.id, bob.id], by: bob.id, g: null },
    });
    expect(debate.reactions).toEqual({ "claim/claim001": { [bob.id]: ["unclear"] } });
    expect(await pat.send({ kind: "remove-claim", claim: "claim001" })).toBe("not-yours");
    expect(await bob.send({ kind: "remove-claim", claim: "claim001" })).toBe("ok");
    expect((await ann.state()).debate).toMatchObject({ claims: {}, reactions: {} });
  });

  it("refuses viewers, hidden characters, huge and deep things, by name", async () => {
    const [eve, vic] = [await enter("Eve"), await enter("Vic", "viewer")];
    const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);
    expect(await vic.send(raise("objection0"))).toBe("not-allowed");
    expect(await vic.send({ kind: "react", to: "scenario", reaction: "agree", on: true })).toBe(
      "not-allowed",
    );
    const tries: [object, string][] = [
      [{ text: "x".repeat(limits.objectionText + 1) }, "text-too-long"],
      [{ text: "cheap \u202eevil" }, "hidden-characters"],
      [{ text: "\ud800" }, "hidden-characters"],
      [{ text: " \n" }, "empty-text"],
      [{ readings: [{ label: "a\u2066b", patch }] }, "hidden-characters"],
      [{ readings: [{ label: "a", patch: [{ ...patch[0], to: "9 + \u202e1" }] }] }, "hidden-characters"],
      [{ readings: [{ label: "a", patch: nested(300) }] }, "too-deep"],
      [{ readings: [{ label: "a", patch: nested(15) }] }, "too-deep"],
      [{ readings: [{ label: "a", patch: Array(limits.edits + 1).fill(patch[0]) }] }, "patch-too-large"],
      [{ readings: [{ label: "a", patch: [{ ...patch[0], to: "9".repeat(20_000) }] }] }, "patch-too-large"],
      [{ readings: [{ label: "a", patch: [{ kind: "drop-table" }] }] }, "bad-patch"],
      [{ readings: [{ label: "a", patch: [{ ...patch[0], to: "9 +" }] }] }, "bad-patch"],
      [{ readings: Array(limits.readings + 1).fill({ label: "a", patch }) }, "too-many"],
      [{ map: "x".repeat(limits.stampMap + 1) }, "patch-too-large"],
      [{ anchor: { ...raise("objection0").anchor, term: "a\u202e" } }, "hidden-characters"],
      [{ anchor: { kind: "window" } }, "bad-message"],
      [{ rows: ["terms/__proto__"] }, "bad-message"],
      [{ replyTo: "objection9" }, "no-such-thing"],
      [{ author: vic.id }, "bad-message"],
    ];
    for (const [more, code] of tries)
      expect([more, await eve.send(raise("objection1", more))]).toEqual([more, code]);
    expect(await eve.send(raise("objection1"))).toBe("ok");
    expect(await eve.send(raise("objection1"))).toBe("id-taken");
    expect(await eve.send({ kind: "set-credence", program: "p1", value: "11/10" })).toBe("bad-credence");
    expect(await eve.send({ kind: "publish-overlay", group: null, patch: {}, g: null })).toBe("bad-patch");
  });

  it("refuses a patch that nests a hundred thousand levels deep", async () => {
    const eve = await enter("Eve");
    // No client can write this by itself: the frame is made by hand, with 77 as the number of its acknowledgement.
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const text = JSON.stringify(raise("objection1", { readings: [{ label: "a", patch: "DEEP" }] }));
    const id = JSON.stringify({ stream: "eve000000", n: 1 });
    const { engine } = eve.client.socket.io;
    const answers: Packet[] = [];
    engine.on("data", (data: unknown) => answers.push(readFrame(must(toBytes(data), "a frame"))));
    const frame = encoding.encode((encoder) => {
      encoding.writeUint8(encoder, packetTypes.event);
      encoding.writeVarUint(encoder, 77 + 1);
      encoding.writeVarString(encoder, `["command",{"id":${id},"command":${text.replace('"DEEP"', deep)}}]`);
    });
    engine.write(Buffer.from(frame));
    await expect
      .poll(() => JSON.stringify(answers.find((one) => one.id === 77)?.data))
      .toContain('"too-deep"');
  });

  it("stops taking reactions of one person at its limit", async () => {
    const eve = await enter("Eve");
    const press = (at: number) =>
      eve.send({ kind: "react", to: `terms/k${at}`, reaction: "agree", on: true });
    for (let at = 0; at < limits.reactionsPerPerson; at++) expect(await press(at)).toBe("ok");
    expect(await press(999)).toBe("too-many");
    expect(await eve.send({ kind: "react", to: "terms/k1", reaction: "agree", on: false })).toBe("ok");
    expect(await press(999)).toBe("ok");
  });

  it("hides where handles stand before a round that will be blind, but a moderator's, and while it is", async () => {
    const [ann, bob] = [await enter("Ann"), await enter("Bob")];
    const seen: Presence[] = [];
    ann.client.socket.on("presence", (changes: Presence[]) => seen.push(...changes));
    bob.client.socket.on("presence", (changes: Presence[]) => seen.push(...changes));
    const gOf = (id: string) => seen.findLast(({ person }) => person === id)?.place;
    bob.client.socket.emit("presence", { ...nowhere, tab: "map", g: "7177/3" });
    ann.client.socket.emit("presence", { ...nowhere, tab: "map", g: "5/2" });
    await expect.poll(() => gOf(bob.id)?.tab).toBe("map");
    await expect.poll(() => gOf(ann.id)?.tab).toBe("map");
    expect(gOf(bob.id)?.g).toBeNull();
    expect(gOf(ann.id)?.g).toBe("5/2");
    expect(await bob.send({ kind: "pin", g: "7177/3" })).toBe("ok");
    // Who comes later hears of no handle, also of none that stood open before.
    const late = await enter("Zoe");
    expect(JSON.stringify(late.synced.presence)).not.toMatch(/7177|5\/2/);
    ann.client.socket.emit("presence", { ...nowhere, tab: "lines", g: "5/2" });
    await expect.poll(() => gOf(ann.id)?.tab).toBe("lines");
    expect(gOf(ann.id)?.g).toBeNull();
    expect(await ann.send({ kind: "reveal-estimates" })).toBe("ok");
    bob.client.socket.emit("presence", { ...nowhere, tab: "lines", g: "4" });
    await expect.poll(() => gOf(bob.id)?.g).toBe("4");
  });

  it("sends blind numbers to their person alone until the moderator reveals", async () => {
    const [ann, bob, pat] = [await enter("Ann"), await enter("Bob"), await enter("Pat", "participant")];
    expect(await bob.send({ kind: "pin", g: "7177/3" })).toBe("ok");
    expect(await pat.send({ kind: "pin", g: "rather-not" })).toBe("ok");
    expect(await bob.send({ kind: "set-credence", program: "p1", value: "717/1000" })).toBe("ok");
    expect(await bob.send({ kind: "reveal-estimates" })).toBe("not-allowed");
    await expect
      .poll(() => ann.heard.map(({ event }) => event).filter(({ kind }) => kind !== "joined"))
      .toEqual([
        { kind: "estimates-in", count: 1 },
        { kind: "estimates-in", count: 2 },
      ]);
    for (const frame of [...ann.frames, ...pat.frames]) expect(frame).not.toMatch(/7177\/3|717\/1000/);
    for (const frame of ann.frames) expect(frame).not.toMatch(/rather-not|bob00000|pat00000/);
    expect(ann.heard.filter(({ event }) => event.kind !== "joined").map(({ by }) => by)).toEqual(["", ""]);
    expect(bob.heard.filter(({ by }) => by === bob.id).length).toBe(2);
    // Whoever syncs gets their own, and the count.
    const late = await enter("Zoe");
    expect(JSON.stringify(late.synced.state)).not.toMatch(/7177\/3|717\/1000|rather-not/);
    expect(late.synced.state.estimates).toMatchObject({ blind: true, count: 2, values: {} });
    expect((await bob.state()).estimates.values).toEqual({
      [bob.id]: { g: "7177/3", credences: { p1: "717/1000" }, applicability: {} },
    });
    expect(await ann.send({ kind: "reveal-estimates" })).toBe("ok");
    const all = {
      [bob.id]: { g: "7177/3", credences: { p1: "717/1000" }, applicability: {} },
      [pat.id]: { g: "rather-not", credences: {}, applicability: {} },
    };
    await expect
      .poll(() => late.heard.at(-1)?.event)
      .toMatchObject({ kind: "reveal-estimates", values: all });
    expect((await late.state()).pins).toEqual({ [bob.id]: "7177/3" });
    // A new round hides only what comes.
    expect(await ann.send({ kind: "blind-estimates" })).toBe("ok");
    expect(await bob.send({ kind: "pin", g: "8288/3" })).toBe("ok");
    expect(JSON.stringify(await late.state())).not.toMatch(/8288\/3/);
    expect((await late.state()).estimates).toMatchObject({ blind: true, count: 1, values: {}, before: all });
  });

  it("is open at once where no moderator is there, and lets a debater reveal when the moderator has left", async () => {
    const [ann, bob] = [await enter("Ann"), await enter("Bob")];
    expect(await bob.send({ kind: "pin", g: "3" })).toBe("ok");
    ann.client.close();
    await expect.poll(() => bob.send({ kind: "reveal-estimates" })).toBe("ok");
    const alone = await makeRawRoom(server.url, "Cleo");
    room = alone;
    const [dan, eli] = [await enter("Dan"), await enter("Eli")];
    expect(await dan.send({ kind: "pin", g: "5" })).toBe("ok");
    expect((await eli.state()).pins).toEqual({ [dan.id]: "5" });
  });
});
