import { describe, expect, it } from "vitest";
import { type Packet, packetTypes, readFrame, writeFrame } from "./frames.ts";

const { connect, disconnect, event, ack, connectError } = packetTypes;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytes = Uint8Array.of(1, 2, 255);

const packets: readonly Packet[] = [
  { type: connect, nsp: "/", data: { version: 4, ticket: "t" } },
  { type: disconnect, nsp: "/" },
  { type: connectError, nsp: "/", data: { message: "room-full" } },
  { type: event, nsp: "/", data: ["presence", { row: null, g: "3/2" }] },
  { type: event, nsp: "/", id: 0, data: ["sync", { stateVector: bytes, spareIds: 4 }] },
  { type: event, nsp: "/", id: 300, data: ["update", { update: bytes }] },
  { type: event, nsp: "/", data: ["entries", bytes] },
  { type: ack, nsp: "/", id: 7, data: [{ ok: true, value: { seq: 1_000_000 } }] },
  { type: ack, nsp: "/", id: 7, data: [{ ok: true, value: { seq: 1, update: bytes, stateVector: bytes } }] },
  { type: ack, nsp: "/", id: 0, data: [{ ok: false, refusal: { code: "too-fast" } }] },
  { type: event, nsp: "/", id: 1, data: ["command", JSON.parse('{"__proto__":{"update":null}}')] },
];

describe("writeFrame", () => {
  it.each(packets)("writes %j so that it reads back the same", (packet) => {
    expect(readFrame(writeFrame(packet))).toEqual(packet);
  });

  // When this fails, older pages can't read what the server sends: raise PROTOCOL_VERSION.
  it("writes the bytes that version 4 writes", () => {
    expect(packets.slice(4, 8).map((packet) => hex(writeFrame(packet)))).toEqual([
      "02012a5b2273796e63222c7b227374617465566563746f72223a6e756c6c2c2273706172654964732" +
        "23a347d5d115b312c227374617465566563746f72225d030102ff",
      "06ac020102ff",
      "070102ff",
      "0507c0843d",
    ]);
  });
});

describe("readFrame", () => {
  const event2 = (text: string, ...rest: number[]): Uint8Array =>
    Uint8Array.of(2, 1, text.length, ...Buffer.from(text), ...rest);
  const attached = (text: string, path: string): Uint8Array =>
    event2(text, path.length, ...Buffer.from(path), 1, 9);

  it("takes bytes for a place that holds null", () => {
    expect(readFrame(attached('["x",null]', "[1]"))).toEqual({
      type: event,
      nsp: "/",
      id: 0,
      data: ["x", Uint8Array.of(9)],
    });
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["an unknown kind", Uint8Array.of(9, 0, 0)],
    ["a text that ends too early", Uint8Array.of(2, 1, 50, 91)],
    ["what is not JSON", event2("[")],
    ["no arguments", event2("{}")],
    ["an event without a name", event2("[1]")],
    ["one of Socket.IO's own names", event2('["disconnect"]')],
    ["an error", event2('["error"]')],
    ["bytes for no place", attached('["x",null]', "[7]")],
    ["bytes for a place that is taken", attached('["x",1]', "[1]")],
    ["bytes on the prototype", attached('["x",{}]', '[1,"__proto__"]')],
    ["bytes all over", attached('["x",null]', "[]")],
    ["a deep place", attached('["x",{"a":{"b":{"c":null}}}]', '[1,"a","b","c"]')],
    ["a number that never ends", Uint8Array.of(5, ...new Array<number>(20).fill(255))],
  ])("refuses %s", (_, frame) => {
    expect(() => readFrame(frame)).toThrow();
  });
});
