import { request } from "node:http";
import { must } from "@crux/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { setText } from "../src/document/edit.ts";
import { readRows } from "../src/document/rows.ts";
import { limits } from "../src/protocol/limits.ts";
import { nowhere } from "../src/protocol/nowhere.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { Store } from "../src/store/store.ts";
import { readEntries } from "../src/wire/entries-bytes.ts";
import type { Admission, Presence } from "../src/wire/messages.ts";
import { PROTOCOL_VERSION } from "../src/wire/version.ts";
import { admitRaw, connectRaw, enterRaw, makeRawRoom, post, secretOf, updateOf } from "./raw-client.ts";
import { type RoomServer, startServer } from "./room-server.ts";

const titleRow = { kind: "scenario", key: "" } as const;
const codeOf = (reply: { ok: boolean } | null): string =>
  reply === null ? "no answer" : "refusal" in reply ? (reply.refusal as { code: string }).code : "ok";

describe("hostile clients", () => {
  let server: RoomServer;
  let store: Store;
  let room: Admission;
  let now = 1_000_000;
  beforeEach(async () => {
    store = createMemoryStore();
    now = 1_000_000;
    const clock = {
      now: () => now,
      after(ms: number, task: () => void) {
        const timer = setTimeout(task, Math.min(ms, 100));
        return () => clearTimeout(timer);
      },
    };
    server = await startServer(store, { clock });
    room = await makeRawRoom(server.url);
  });
  afterEach(async () => {
    // Whatever was tried: the process lives, nobody else notices, and the log reads.
    const { client, doc } = await enterRaw(server.url, { id: room.room }, "Ann");
    const update = updateOf(doc, () => setText(doc, titleRow, "title", "Still here"));
    expect(codeOf(await client.ask("update", { update }))).toBe("ok");
    expect((await enterRaw(server.url, { id: room.room }, "Ann")).doc.getMap("scenario").toJSON().title).toBe(
      "Still here",
    );
    expect(server.errors).toEqual([]);
    await server.close();
  });
  const enter = (name: string, as?: "viewer" | "participant") =>
    enterRaw(server.url, { code: room.code ?? "" }, name, as);

  describe("at the door", () => {
    it("refuses a socket from another origin", async () => {
      const { ticket } = await admitRaw(server.url, { code: room.code ?? "" }, "Eve");
      const headers = { extraHeaders: { origin: "https://evil.example" } };
      await expect(connectRaw(server.url, ticket, headers)).rejects.toThrow("websocket error");
    });

    const begun = (path: string, bytes: number) => {
      const headers = { "content-type": "application/json" };
      const asked = request(`${server.url}${path}`, { method: "POST", headers });
      const answered = new Promise<number>((resolve) => {
        asked
          .on("response", (response) => resolve(response.resume().statusCode ?? 0))
          .on("error", () => resolve(0));
      });
      const sent = new Promise<void>((resolve) => asked.write(" ".repeat(bytes), () => resolve()));
      return { asked, answered, sent };
    };

    it("takes a body that ends too early for nobody's bug", async () => {
      const { asked, answered, sent } = begun("/api/rooms", 10);
      await sent;
      asked.destroy();
      expect(await answered).toBe(0);
    });

    it("keeps so many bytes of one address at once, however slowly they come, and lets others in", async () => {
      // Of each the system may still hold a few megabytes that the server has not read.
      const open = [1, 2, 3].map(() => begun("/api/rooms/import", 16_000_000));
      await Promise.all(open.map(({ sent }) => sent));
      const { ticket } = await admitRaw(server.url, { code: room.code ?? "" }, "Bob");
      expect(ticket).not.toBe("");
      const last = begun("/api/rooms/import", 16_000_000);
      await last.sent;
      last.asked.end();
      expect(await last.answered).toBe(429);
      for (const { asked } of open) asked.destroy();
    });

    it("counts a long scenario as several rooms", async () => {
      const scenario = { format: "crux/scenario", version: 1, summary: "x".repeat(900_000) };
      const statuses: number[] = [];
      for (let at = 0; at < 7; at++) {
        const body = { version: PROTOCOL_VERSION, name: "Eve", secret: secretOf("Eve"), scenario };
        statuses.push((await post(server.url, "/api/rooms", body)).status);
      }
      expect(statuses.slice(5)).toEqual([429, 429]);
    });

    it("refuses a post from another origin, and one that is not JSON", async () => {
      const body = {
        version: PROTOCOL_VERSION,
        room: { code: room.code },
        name: "Eve",
        secret: secretOf("Eve"),
      };
      const other = await post(server.url, "/api/rooms/join", body, { origin: "https://evil.example" });
      expect([other.status, codeOf(other.body as never)]).toEqual([403, "other-origin"]);
      expect((await post(server.url, "/api/rooms/join", body, { "content-type": "text/plain" })).status).toBe(
        415,
      );
      expect((await post(server.url, "/api/rooms/join", "{", {})).status).toBe(400);
      expect((await post(server.url, "/api/rooms/join", `"${"x".repeat(2_000_000)}"`, {})).status).toBe(400);
    });

    it("refuses forged, changed, expired and used tickets, and none", async () => {
      const { ticket } = await admitRaw(server.url, { code: room.code ?? "" }, "Eve");
      const [body = "", signature = ""] = ticket.split(".");
      const pass = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
      const forged = Buffer.from(JSON.stringify({ ...pass, person: room.person })).toString("base64url");
      for (const bad of [
        `${forged}.${signature}`,
        `${body}.AAAA`,
        body,
        "",
        "a.b.c",
        null,
        { length: 1 },
        "x".repeat(5_000),
      ])
        await expect(connectRaw(server.url, bad), String(bad)).rejects.toThrow("bad-ticket");
      (await connectRaw(server.url, ticket)).close();
      await expect(connectRaw(server.url, ticket)).rejects.toThrow("bad-ticket");
      const late = await admitRaw(server.url, { code: room.code ?? "" }, "Eve");
      now += 61_000;
      await expect(connectRaw(server.url, late.ticket)).rejects.toThrow("bad-ticket");
    });

    it("ends a connection that begins with anything else than fields", async () => {
      for (const auth of [null, [], "text", 7, true]) {
        const begin = (send: (auth: unknown) => void): void => send(auth);
        const refused = connectRaw(server.url, "", { auth: begin });
        await expect(refused, JSON.stringify(auth)).rejects.toThrow();
      }
    });

    it("answers alike for no such room, a hidden code, an old code and a closed room", async () => {
      const { client } = await enterRaw(server.url, { id: room.room }, "Ann");
      const tryCode = (code: string) =>
        post(server.url, "/api/rooms/join", {
          version: PROTOCOL_VERSION,
          room: { code },
          name: "Eve",
          secret: secretOf("Eve"),
        });
      const tryId = (id: string) =>
        post(server.url, "/api/rooms/join", {
          version: PROTOCOL_VERSION,
          room: { id },
          name: "Eve",
          secret: secretOf("Eve"),
        });
      const nowhereToGo = await tryCode("ZZZZZZ");
      expect(nowhereToGo).toEqual({
        status: 403,
        body: { refusal: expect.objectContaining({ code: "no-entry" }) },
      });
      const send = (n: number, command: unknown) =>
        client.ask("command", { id: { stream: "moderator", n }, command });
      expect(codeOf(await send(1, { kind: "set-code", hidden: true }))).toBe("ok");
      expect(await tryCode(room.code ?? "")).toEqual(nowhereToGo);
      expect(codeOf(await send(2, { kind: "renew-code" }))).toBe("ok");
      expect(await tryCode(room.code ?? "")).toEqual(nowhereToGo);
      expect(await tryId(room.room)).toEqual(nowhereToGo);
      expect(await tryId("0".repeat(26))).toEqual(nowhereToGo);
      expect(await tryCode("not a code")).toEqual(nowhereToGo);
      expect(codeOf(await send(3, { kind: "close-room", closed: true }))).toBe("ok");
      const code = must((await store.read(room.room, 0, 99)).at(-2), "an entry");
      const renewed = (JSON.parse(new TextDecoder().decode(code.payload)) as { value: string }).value;
      expect(await tryCode(renewed)).toEqual(nowhereToGo);
      expect(codeOf(await send(4, { kind: "close-room", closed: false }))).toBe("ok");
    });

    it("stops someone who guesses codes", async () => {
      const guess = (at: number) =>
        post(server.url, "/api/rooms/join", {
          version: PROTOCOL_VERSION,
          room: { code: `ZZZZ${"ABCDEFGHJK"[at % 10]}${"ABCDEFGHJK"[Math.floor(at / 10)]}` },
          name: "Eve",
          secret: secretOf("Eve"),
        });
      const statuses = await Promise.all(
        Array.from({ length: 40 }, (_, at) => guess(at).then((one) => one.status)),
      );
      expect(statuses.filter((status) => status === 429).length).toBe(20);
      now += 60_000;
    });

    it("does not make someone else of a stranger with the same name", async () => {
      const body = {
        version: PROTOCOL_VERSION,
        room: { code: room.code },
        name: "Ann",
        secret: secretOf("not Ann"),
      };
      const joined = (await post(server.url, "/api/rooms/join", body)).body as unknown as Admission;
      expect(joined.person).not.toBe(room.person);
    });
  });

  describe("scenario updates", () => {
    it("refuses bytes that are no update, cut ones, bombs and oversized ones", async () => {
      const { client, doc } = await enter("Eve");
      const good = updateOf(doc, () => setText(doc, titleRow, "title", "x"));
      // 1 client, 2^25 structs: twelve bytes that would make Yjs allocate 256 MB.
      const bomb = Uint8Array.of(1, 128, 128, 128, 16, 1, 0, 0, 0, 0, 0, 0);
      const tries: [Uint8Array, string][] = [
        [new Uint8Array(), "malformed"],
        [Uint8Array.of(255, 255, 255, 255), "malformed"],
        [good.slice(0, good.length - 3), "malformed"],
        [bomb, "too-many-structs"],
        [new Uint8Array(limits.update + 1), "too-large"],
      ];
      for (const [update, code] of tries) expect(codeOf(await client.ask("update", { update }))).toBe(code);
      for (const payload of [null, 7, "x", {}, { update: "x" }, { update: good, more: 1 }, [good]])
        expect(codeOf(await client.ask("update", payload))).toBe("bad-message");
    });

    it("ends a connection whose message is too large for any", async () => {
      const { client } = await enter("Eve");
      expect(await client.ask("update", { update: new Uint8Array(limits.message + 1) })).toBeNull();
      expect(client.socket.connected).toBe(false);
    });

    it("refuses other people's client ids, unknown roots, and things that hang in the air", async () => {
      const { client, doc, synced } = await enter("Eve");
      const make = (write: (doc: Y.Doc) => void, id = must(synced.leases[0], "a lease")): Uint8Array => {
        const copy = new Y.Doc();
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
        copy.clientID = id;
        return updateOf(copy, () => write(copy));
      };
      const tries: [Uint8Array, string][] = [
        [make((copy) => copy.getMap("terms").set("zz", new Y.Map()), 77), "foreign-client-id"],
        [
          make((copy) => copy.getMap("terms").set("zz", new Y.Map()), synced.leases[0]! + 1),
          "foreign-client-id",
        ],
        [make((copy) => copy.getMap("evil").set("a", "b")), "unknown-root"],
        [make((copy) => copy.getMap("terms").set("not a key!", new Y.Map())), "schema-path"],
        [make((copy) => copy.getMap("terms").set("zz", "a string")), "content-type"],
        [make((copy) => copy.getMap("scenario").set("title", new Y.Array())), "content-type"],
        [make((copy) => copy.getMap("scenario").set("exchange", new Y.Doc())), "content-type"],
        [
          make((copy) => (copy.getMap("scenario").get("title") as Y.Text).format(0, 2, { bold: true })),
          "content-type",
        ],
        [
          make((copy) => (copy.getMap("scenario").get("title") as Y.Text).insert(0, "x".repeat(2_000))),
          "text-too-long",
        ],
        [
          make((copy) => (copy.getMap("scenario").get("exchange") as Y.Map<unknown>).set("family", "free")),
          "schema-value",
        ],
      ];
      for (const [update, code] of tries) expect(codeOf(await client.ask("update", { update }))).toBe(code);
      const first = make((copy) => (copy.getMap("scenario").get("title") as Y.Text).insert(0, "ab"));
      const state = Y.encodeStateVector(doc);
      Y.applyUpdate(doc, first);
      doc.clientID = must(synced.leases[0], "a lease");
      const second = updateOf(doc, () => setText(doc, titleRow, "title", "abc"));
      expect(codeOf(await client.ask("update", { update: second }))).toBe("out-of-step");
      expect(codeOf(await client.ask("update", { update: Y.encodeStateAsUpdate(doc, state) }))).toBe("ok");
      expect(codeOf(await client.ask("update", { update: first }))).toBe("out-of-step");
    });

    it("never lands what a viewer or a participant sends, also by the raw protocol", async () => {
      for (const role of ["viewer", "participant"] as const) {
        const { client, doc, synced } = await enter(role === "viewer" ? "Vic" : "Pat", role);
        expect(synced.leases).toEqual([]);
        const update = updateOf(doc, () => setText(doc, titleRow, "title", "mine"));
        expect(codeOf(await client.ask("update", { update }))).toBe("not-allowed");
      }
      expect((await enter("Bob")).doc.getMap("scenario").toJSON().title).toBe("Store or derive");
    });

    it("stops at once on a live connection when the role changes", async () => {
      const moderator = await enterRaw(server.url, { id: room.room }, "Ann");
      const { client, doc, admission } = await enter("Eve");
      const change = () =>
        updateOf(doc, () => setText(doc, titleRow, "title", `t${Y.getState(doc.store, doc.clientID)}`));
      expect(codeOf(await client.ask("update", { update: change() }))).toBe("ok");
      const command = { kind: "set-role", person: admission.person, role: "viewer" };
      await moderator.client.ask("command", { id: { stream: "moderator", n: 1 }, command });
      expect(codeOf(await client.ask("update", { update: change() }))).toBe("not-allowed");
    });
  });

  describe("commands and presence", () => {
    it("does a repeated command once", async () => {
      const { client } = await enter("Eve");
      const repeat = { id: { stream: "eve00000", n: 1 }, command: { kind: "pin", g: "2" } };
      const before = (await store.read(room.room, 0, 999)).length;
      const replies = await Promise.all([1, 2, 3].map(() => client.ask("command", repeat)));
      expect(replies.map(codeOf)).toEqual(["ok", "ok", "ok"]);
      expect((await store.read(room.room, 0, 999)).length).toBe(before + 1);
    });

    it("refuses commands of other roles, ill-shaped ones, and names that deceive", async () => {
      const { client } = await enter("Eve");
      let n = 0;
      const send = async (command: unknown) =>
        codeOf(await client.ask("command", { id: { stream: "eve00000", n: ++n }, command }));
      expect(await send({ kind: "set-role", person: room.person, role: "viewer" })).toBe("not-allowed");
      expect(await send({ kind: "close-room", closed: true })).toBe("not-allowed");
      expect(await send({ kind: "created", person: room.person })).toBe("bad-message");
      expect(await send({ kind: "joined", person: room.person, name: "x", role: "moderator" })).toBe(
        "bad-message",
      );
      expect(await send({ kind: "pin", g: "0" })).toBe("bad-number");
      expect(await send({ kind: "pin", g: "1e999999" })).toBe("bad-number");
      expect(await send({ kind: "pin", g: "2", person: room.person })).toBe("bad-message");
      expect(await send({ kind: "__proto__" })).toBe("bad-message");
      for (const name of ["", "   ", "a\u202eb", "\u200b", "x".repeat(61), "\ud800"])
        expect(await send({ kind: "rename", name }), name).toBe("bad-message");
      expect(
        codeOf(
          await client.ask("command", { id: { stream: "eve00000", n: 0 }, command: { kind: "pin", g: "2" } }),
        ),
      ).toBe("bad-message");
    });

    it("says itself whose presence it is, and drops what has the wrong shape", async () => {
      const bob = await enter("Bob");
      const eve = await enter("Eve");
      const heard: Presence[] = [];
      bob.client.socket.on("presence", (changes: Presence[]) => heard.push(...changes));
      eve.client.socket.emit("presence", { ...nowhere, person: bob.synced.you.person, tab: "map" });
      eve.client.socket.emit("presence", { ...nowhere, row: "x".repeat(100_000) });
      eve.client.socket.emit("presence");
      eve.client.socket.emit("presence", { ...nowhere, tab: "lines" });
      await expect.poll(() => heard.some((one) => one.place?.tab === "lines")).toBe(true);
      expect(
        heard.every(
          (one) => one.person === eve.synced.you.person || one.connection === bob.synced.you.connection,
        ),
      ).toBe(true);
      expect(heard.some((one) => one.place?.tab === "map")).toBe(false);
      eve.client.close();
      await expect
        .poll(() => heard.some((one) => one.connection === eve.synced.you.connection && one.place === null))
        .toBe(true);
    });
  });

  describe("the connection", () => {
    it("ignores unknown events, missing acknowledgements and wrong argument counts", async () => {
      const { client } = await enter("Eve");
      client.socket.emit("no-such-event", 1, 2, 3);
      client.socket.emit("__proto__", {});
      client.socket.emit("update", { update: new Uint8Array(3) });
      client.socket.emit("update");
      client.socket.emit("update", {}, {}, {}, {});
      client.socket.emit("sync", null);
      client.socket.emit("command", () => {});
      expect(codeOf(await client.ask("sync", { stateVector: new Uint8Array([255]), spareIds: 0 }))).toBe(
        "malformed",
      );
      expect(codeOf(await client.ask("sync", { stateVector: Uint8Array.of(0), spareIds: -1 }))).toBe(
        "bad-message",
      );
    });

    it("slows a flood down, then ends the connection; nobody else notices", async () => {
      const bob = await enter("Bob");
      const { client } = await enter("Eve");
      const replies: string[] = [];
      for (let at = 0; at < 300; at++)
        client.socket.emit(
          "command",
          { id: { stream: "eve00000", n: 1 }, command: { kind: "pin", g: "2" } },
          (reply: never) => replies.push(codeOf(reply)),
        );
      await expect.poll(() => replies.filter((code) => code === "too-fast").length).toBeGreaterThan(50);
      for (let at = 0; at < 3_000; at++) client.socket.emit("presence", nowhere);
      await expect.poll(() => client.socket.connected).toBe(false);
      expect(bob.client.socket.connected).toBe(true);
    });

    it("serves nothing over polling, and no client script", async () => {
      expect((await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`)).status).toBe(400);
      expect((await fetch(`${server.url}/socket.io/socket.io.js`)).status).not.toBe(200);
    });

    it("leaves a half-open handshake alone", async () => {
      const raw = request(`${server.url}/socket.io/?EIO=4&transport=websocket`, {
        headers: { connection: "upgrade" },
      });
      raw.on("error", () => {});
      raw.end();
      await new Promise((resolve) => raw.on("close", resolve));
    });

    it("keeps nobody waiting for a reader that does not read", async () => {
      const bob = await enter("Bob");
      const eve = await enter("Eve");
      const engine = eve.client.socket.io.engine as unknown as {
        transport: { ws: { _socket: { pause(): void; resume(): void } } };
      };
      engine.transport.ws._socket.pause();
      const heard: number[] = [];
      const ann = await enterRaw(server.url, { id: room.room }, "Ann");
      ann.client.socket.on("entries", (bytes: Uint8Array) => heard.push(readEntries(bytes).from));
      const text = "y".repeat(9_000);
      let sent = 0;
      for (let at = 0; at < 150; at++) {
        now += 1_000;
        const key = must(readRows(bob.doc).terms[0], "a term").key;
        const update = updateOf(bob.doc, () =>
          setText(bob.doc, { kind: "terms", key }, "gloss", `${at}${text}`),
        );
        const reply = await bob.client.ask("update", { update });
        if (reply?.ok) sent++;
        else break;
      }
      expect(sent).toBeGreaterThan(100);
      await expect.poll(() => heard.length).toBeGreaterThan(100);
      engine.transport.ws._socket.resume();
    });
  });
});
