import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentOf } from "../src/document/document.ts";
import { createSqliteStore } from "../src/store/sqlite-store.ts";
import { comeIn, doorsTo, makeRoom, until } from "./people.ts";
import { type RoomServer, startServer } from "./room-server.ts";

describe("two people over real sockets, rooms in SQLite", () => {
  let folder: string;
  let server: RoomServer;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "crux-room-"));
    server = await startServer(createSqliteStore(join(folder, "rooms.sqlite")));
  });
  afterEach(async () => {
    expect(server.errors).toEqual([]);
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("see each other's edits of one scenario, acknowledged when they are on disk", async () => {
    const ann = await makeRoom(server.url);
    const bob = await comeIn(server.url, ann, "Bob");
    const [table, rule] = ann.getSnapshot().rows.terms;
    ann.edit.setText({ kind: "terms", key: table!.key }, "c", "13");
    bob.edit.setText({ kind: "terms", key: rule!.key }, "c", "5");
    bob.edit.setText({ kind: "terms", key: rule!.key }, "gloss", "worked out each time");
    await until(
      ann,
      (view) => view.saving.kind === "saved" && view.rows.terms[1]?.texts.gloss === "worked out each time",
    );
    await until(bob, (view) => view.saving.kind === "saved" && view.rows.terms[0]?.texts.c === "13");
    expect(contentOf(ann.document())).toEqual(contentOf(bob.document()));
    ann.leave();
    bob.leave();
  });

  it("keep words that both type into one text", async () => {
    const ann = await makeRoom(server.url);
    const bob = await comeIn(server.url, ann, "Bob");
    const key = ann.getSnapshot().rows.terms[0]!.key;
    const row = { kind: "terms", key } as const;
    ann.edit.changeText(row, "gloss", { at: 0, remove: 0, insert: "always " });
    bob.edit.changeText(row, "gloss", { at: 14, remove: 0, insert: " for good" });
    const both = "always kept in memory for good";
    await until(ann, (view) => view.rows.terms[0]?.texts.gloss === both);
    await until(bob, (view) => view.rows.terms[0]?.texts.gloss === both);
    ann.leave();
    bob.leave();
  });

  it("find the room as they left it after the server was started again, and are the same people", async () => {
    const doors = doorsTo(server.url);
    const ann = await makeRoom(server.url, "Ann", doors);
    const id = ann.id;
    ann.edit.setText({ kind: "scenario", key: "" }, "title", "Kept");
    ann.send({ kind: "pin", g: "3/2" });
    await until(ann, (view) => view.saving.kind === "saved" && Object.keys(view.pins).length === 1);
    const you = ann.getSnapshot().you?.id;
    ann.leave();
    await server.close();
    server = await startServer(createSqliteStore(join(folder, "rooms.sqlite")));
    const { joinRoom } = await import("../src/client/join-room.ts");
    const again = await joinRoom({ room: { id }, name: "Ann" }, { ...doors, server: server.url });
    if (!again.ok) throw new Error("not admitted");
    const view = await until(again.value, (one) => one.connection.kind === "online");
    expect([view.you?.id, view.you?.role, view.rows.scenario.texts.title, view.pins]).toEqual([
      you,
      "moderator",
      "Kept",
      { [you!]: "3/2" },
    ]);
    again.value.leave();
  });
});
