import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { importRoom as bringIn } from "../src/client/join-room.ts";
import { reportOf } from "../src/client/report.ts";
import { toScenarioJson } from "../src/document/scenario-json.ts";
import { importRoom } from "../src/log/import-room.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import { PROTOCOL_VERSION } from "../src/wire/version.ts";
import { eachServer } from "./each-server.ts";
import { comeIn, doorsTo, makeRoom, until } from "./people.ts";
import { post, secretOf } from "./raw-client.ts";
import { startServer } from "./room-server.ts";

const ann = "0".repeat(26);
const created = { at: 1, by: ann, event: { kind: "created", person: ann, name: "Ann", code: "" } };
const said = (event: object) => ({ at: 2, by: ann, event });
const fileOf = (...entries: unknown[]) => ({ format: "crux/room", version: 1, exported: 3, entries });
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

describe("a room as a file, over HTTP", () => {
  const { url, keep } = eachServer();
  const send = async (file: unknown) => {
    const body = { version: PROTOCOL_VERSION, name: "Eve", secret: secretOf("Eve"), file };
    const { status, body: answer } = await post(url(), "/api/rooms/import", body);
    const { code, detail } = (answer.refusal ?? { code: "ok", detail: "" }) as {
      code: string;
      detail: string;
    };
    return { status, code, detail };
  };

  it("is taken along to another server, where whoever brings it moderates and everything can go on", async () => {
    const there = keep(await makeRoom(url()));
    const bob = keep(await comeIn(url(), there, "Bob", "participant"));
    bob.send({ kind: "pin", g: "7177/3" });
    bob.send({ kind: "pin-claim", claim: "claim0001", text: "c(flamingo) > 0" });
    bob.send({ kind: "pin-claim", claim: "claim0002", text: "c(rule) > 0" });
    await until(there, (view) => Object.keys(view.debate.claims).length === 2);
    there.send({ kind: "hide", to: "claim/claim0001", reason: "off topic" });
    there.send({ kind: "start-phase", phase: "object" });
    await until(bob, (view) => view.session.phase !== null);
    const files = await Promise.all([there.past.export(), bob.past.export()]);
    const [all, seen] = files.map((file) => (file.ok ? file.value : ""));
    expect(seen).toContain("claim0002");
    for (const file of [all, seen]) {
      expect(file).not.toMatch(/7177/);
      expect(file).not.toContain(must(there.getSnapshot().code.value, "a code"));
    }
    expect(all).toMatch(/flamingo/);
    expect(seen).not.toMatch(/flamingo/);
    const other = await startServer(createMemoryStore());
    const brought = await bringIn({ name: "Zoe", file: JSON.parse(seen ?? "") }, doorsTo(other.url));
    if (!brought.ok) throw new Error(JSON.stringify(brought.error));
    const zoe = brought.value;
    const view = await until(zoe, ({ connection }) => connection.kind === "online");
    expect(view.you?.role).toBe("moderator");
    expect(view.people.map(({ name, past }) => [name, past === true])).toEqual([
      ["Ann", true],
      ["Bob", true],
      ["Zoe", false],
    ]);
    // The phase that was on ended with the file, and the record still has it.
    expect(view.session.phase).toBeNull();
    expect(view.session.past).toMatchObject([
      { name: "Object", seq: there.getSnapshot().session.phase?.seq },
    ]);
    expect(reportOf(view).agenda.map(({ name, to }) => [name, to !== null])).toEqual([["Object", true]]);
    expect(reportOf(view).moments.map(({ kind, name }) => `${kind} ${name}`)).toContain("phase Object");
    expect(toScenarioJson(view.rows)).toEqual(toScenarioJson(there.getSnapshot().rows));
    const key = must(view.rows.terms[0], "a term").key;
    zoe.edit.setText({ kind: "terms", key }, "c", "40");
    await until(zoe, ({ saving, rows }) => saving.kind === "saved" && rows.terms[0]?.texts.c === "40");
    const cy = await comeIn(other.url, zoe, "Cy");
    expect(cy.getSnapshot().rows.terms[0]?.texts.c).toBe("40");
    zoe.leave();
    cy.leave();
    await other.close();
  });

  it("is refused by name and by entry when it is anything else than a room", async () => {
    const doc = new Y.Doc();
    doc.getMap("window").set("a", 1);
    const outside = base64(Y.encodeStateAsUpdate(doc));
    const objection = {
      id: "aaaaaaaa",
      author: ann,
      kind: "scope",
      anchor: { kind: "scenario", snapshot: "" },
      rows: [],
      text: "A doubt.",
      readings: [],
      replyTo: null,
    };
    const raise = (more: object) =>
      said({ kind: "raise-objection", raised: { ...objection, ...more }, map: null });
    const deep = JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`);
    const tries: [unknown, string][] = [
      [null, "bad-file"],
      [{}, "bad-file"],
      [{ ...fileOf(created), version: 2 }, "bad-file"],
      [{ ...fileOf(created), owner: ann }, "bad-file"],
      [fileOf(said({ kind: "pin", person: ann, g: "1" })), "bad-file"],
      [fileOf(created, created), "bad-file"],
      [fileOf(created, said({ kind: "leased", person: ann, ids: [1] })), "bad-file"],
      [fileOf(created, said({ kind: "pseudonym", person: ann, as: ann })), "bad-file"],
      [fileOf(created, said({ kind: "__proto__" })), "bad-file"],
      [fileOf(created, said({ kind: "constructor" })), "bad-file"],
      [fileOf(created, said({ kind: "pin", person: "__proto__", g: "1" })), "bad-file"],
      [fileOf(created, said({ kind: "pin", person: ann, g: "1; drop" })), "bad-file"],
      [fileOf(created, said({ kind: "rename", person: ann, name: "a\u202eb" })), "bad-file"],
      [fileOf(created, raise({ text: "x".repeat(3_000) })), "bad-file"],
      [fileOf(created, raise({ readings: [{ label: "a", patch: [{ kind: "drop" }] }] })), "bad-file"],
      [fileOf(created, raise({ readings: [{ label: "a", patch: deep }] })), "bad-file"],
      [fileOf(created, said({ kind: "unhide", person: ann, to: "claim/aaaaaaaa", thing: {} })), "bad-file"],
      [fileOf(created, { at: 2, by: ann, update: "not base64!" }), "bad-file"],
      [fileOf(created, { at: 2, by: ann, update: "////" }), "bad-file"],
      [fileOf(created, { at: 2, by: ann, update: outside }), "bad-file"],
      [fileOf(created, { at: 2, by: "admin", event: { kind: "unmute", person: ann } }), "bad-file"],
      [
        fileOf(created, ...Array.from({ length: 1_200 }, (_, at) => raise({ id: `objection${at}` }))),
        "too-many",
      ],
      [fileOf(created, ...Array.from({ length: 100_000 }, () => null)), "too-many"],
    ];
    for (const [file, code] of tries) {
      const read = await importRoom(file);
      const start = JSON.stringify(file)?.slice(0, 300);
      expect([start, read.ok ? "ok" : read.error.code]).toEqual([start, code]);
    }
    const long = raise({ text: "x".repeat(3_000) });
    expect(await send(fileOf(created, long))).toMatchObject({ status: 422, code: "bad-file" });
    expect((await send(fileOf(created, long))).detail).toMatch(/^entry 2: /);
    expect(await send(fileOf(created, null, raise({})))).toMatchObject({ status: 201, code: "ok" });
    for (let again = 0; again < 4; again++) await send(fileOf(created));
    expect(await send(fileOf(created))).toMatchObject({ status: 429, code: "too-fast" });
  });
});
