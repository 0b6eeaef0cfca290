import { describe, expect, it } from "vitest";
import { readEntries, writeEntries } from "./entries-bytes.ts";
import type { Entries } from "./messages.ts";

const entries: Entries = {
  from: 300,
  hash: "00ff",
  list: [
    { kind: "silent" },
    { kind: "update", update: Uint8Array.of(1, 2, 3) },
    {
      kind: "event",
      by: "bob",
      at: 5,
      event: { kind: "joined", person: "bob", name: "Bób", role: "viewer" },
    },
  ],
};

describe("writeEntries", () => {
  it("gives bytes that read back as the same entries", () => {
    expect(readEntries(writeEntries(entries))).toEqual(entries);
    expect(readEntries(writeEntries({ from: 1, hash: null, list: [] }))).toEqual({
      from: 1,
      hash: null,
      list: [],
    });
  });

  // When this fails, older pages can't read what the server sends: raise PROTOCOL_VERSION.
  it("writes the bytes that version 4 writes", () => {
    expect(Buffer.from(writeEntries({ ...entries, list: entries.list.slice(0, 2) })).toString("hex")).toBe(
      "ac02060430306666000103010203",
    );
  });
});
