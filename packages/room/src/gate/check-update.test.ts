import { must } from "@crux/core";
import * as encoding from "lib0/encoding";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { example } from "../../test/example.ts";
import { createDocument } from "../document/document.ts";
import { addRow, setText } from "../document/edit.ts";
import { seedDocument } from "../document/seed.ts";
import { limits } from "../protocol/limits.ts";
import { applyChecked } from "./apply-update.ts";
import { checkUpdate } from "./check-update.ts";

const mine = 5_000;
const titleRow = { kind: "scenario", key: "" } as const;

describe("checkUpdate", () => {
  let server: Y.Doc;
  beforeEach(() => {
    server = createDocument();
    Y.applyUpdate(server, seedDocument(example));
  });
  const check = (update: Uint8Array, room = 1e9): string => {
    const checked = checkUpdate(server, update, (client) => client >= mine && client < mine + 10, room);
    return checked.ok ? "ok" : checked.error.code;
  };
  const copy = (client = mine): Y.Doc => {
    const doc = createDocument();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    doc.clientID = client;
    return doc;
  };
  const changeOf = (doc: Y.Doc, write: () => void): Uint8Array => {
    const before = Y.encodeStateVector(doc);
    doc.transact(write);
    return Y.encodeStateAsUpdate(doc, before);
  };
  const title = (doc: Y.Doc): Y.Text => doc.getMap("scenario").get("title") as Y.Text;

  /** One block of `client` from `clock` on, its structs written by hand; then deletions as client, clock, length. */
  const block = (
    structs: ((encoder: encoding.Encoder) => void)[],
    { client = mine, clock = 0, deletions = [] as [number, number, number][] } = {},
  ): Uint8Array => {
    const encoder = encoding.createEncoder();
    for (const n of structs.length > 0 ? [1, structs.length, client, clock] : [0])
      encoding.writeVarUint(encoder, n);
    for (const write of structs) write(encoder);
    encoding.writeVarUint(encoder, deletions.length);
    for (const [whose, from, length] of deletions)
      for (const n of [whose, 1, from, length]) encoding.writeVarUint(encoder, n);
    return encoding.toUint8Array(encoder);
  };
  const characters =
    (text: string, left: Y.ID | null, right: Y.ID | null) =>
    (encoder: encoding.Encoder): void => {
      encoding.writeUint8(encoder, 4 | (left ? 128 : 0) | (right ? 64 : 0));
      for (const id of [left, right])
        if (id) for (const n of [id.client, id.clock]) encoding.writeVarUint(encoder, n);
      encoding.writeVarString(encoder, text);
    };
  /** The id of the `at`-th character of the title. */
  const characterAt = (at: number): Y.ID => {
    const { client, clock } = must(title(server)._start, "the title has text").id;
    return Y.createID(client, clock + at);
  };

  it("takes what was done on two visits without the server, in whatever order the bytes have it", () => {
    // Yjs writes the block of the higher client id first, though it builds on the lower one's row.
    const first = copy(mine);
    first.transact(() => addRow(first, "terms", "new", { id: "new" }));
    const second = createDocument();
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
    second.clientID = mine + 1;
    second.transact(() => setText(second, { kind: "terms", key: "new" }, "c", "3"));
    const update = Y.encodeStateAsUpdate(second, Y.encodeStateVector(server));
    expect(check(update)).toBe("ok");
    applyChecked(server, update);
    expect(server.getMap("terms").toJSON().new).toMatchObject({ id: "new", c: "3" });
  });

  it("refuses the second encoding, one client twice, and holes", () => {
    const doc = copy();
    const good = changeOf(doc, () => setText(doc, titleRow, "title", "A"));
    // Read as the first encoding, this is at most an empty update with something behind it.
    const second = Y.convertUpdateFormatV1ToV2(good);
    expect(check(second) === "ok" && applyChecked(server, second) !== null).toBe(false);
    const body = good.subarray(1, good.length - 1);
    expect(check(Uint8Array.of(2, ...body, ...body, 0))).not.toBe("ok");
    const hole = (encoder: encoding.Encoder): void => {
      encoding.writeUint8(encoder, 10);
      encoding.writeVarUint(encoder, 3);
    };
    expect(check(block([hole]))).toBe("skip");
  });

  it("refuses clocks that leave a gap or come again", () => {
    const insert = characters("x", characterAt(2), characterAt(3));
    expect(check(block([insert], { clock: 1 }))).toBe("out-of-step");
    const good = block([insert]);
    expect(check(good)).toBe("ok");
    applyChecked(server, good);
    expect(check(good)).toBe("out-of-step");
  });

  it("refuses neighbours that are the wrong way round, lie in different texts, or are not there", () => {
    expect(check(block([characters("x", characterAt(5), characterAt(2))]))).toBe("unordered-origins");
    expect(check(block([characters("x", characterAt(2), characterAt(2))]))).toBe("unordered-origins");
    const summary = must((server.getMap("scenario").get("summary") as Y.Text)._start, "a summary").id;
    expect(check(block([characters("x", characterAt(2), summary)]))).toBe("mixed-parents");
    expect(check(block([characters("x", Y.createID(77, 0), null)]))).toBe("missing-dependency");
    expect(check(block([characters("x", Y.createID(1, 9_999), null)]))).toBe("missing-dependency");
  });

  it("refuses deletions of what is not there, and cuts inside a character", () => {
    expect(check(block([], { deletions: [[1, 90_000, 1]] }))).toBe("delete-ahead");
    expect(check(block([], { deletions: [[77, 0, 1]] }))).toBe("delete-ahead");
    expect(check(block([], { deletions: [[1, 0, 0]] }))).toBe("delete-ahead");
    const face = block([characters("😀", characterAt(1), characterAt(2))]);
    applyChecked(server, face);
    expect(check(block([], { deletions: [[mine, 0, 1]] }))).toBe("split-surrogate");
    expect(check(block([], { deletions: [[mine, 0, 2]] }))).toBe("ok");
    expect(check(block([characters("x", Y.createID(mine, 0), Y.createID(mine, 1))], { clock: 2 }))).toBe(
      "split-surrogate",
    );
  });

  it("refuses what would not fit any more", () => {
    const doc = copy();
    const update = changeOf(doc, () => setText(doc, titleRow, "title", "A longer title"));
    expect(check(update, update.length - 1)).toBe("document-full");
    expect(check(new Uint8Array(limits.update + 1))).toBe("too-large");
  });

  it("leaves the document as it is, whatever it decides", () => {
    const before = Y.encodeStateAsUpdate(server);
    const doc = copy();
    check(changeOf(doc, () => setText(doc, titleRow, "title", "A")));
    check(block([characters("x", characterAt(5), characterAt(2))]));
    check(block([], { deletions: [[1, 0, 3]] }));
    expect(Y.encodeStateAsUpdate(server)).toEqual(before);
  });
});
