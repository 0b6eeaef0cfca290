import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromLibrary, must, writeScenario } from "@crux/core";
import { createMemoryDevices, createRoom, type JoinedRoom } from "@crux/room/client";
import { attachRooms, createMemoryStore } from "@crux/room/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { main } from "./main.ts";

async function crux(...words: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await main(words, {
    out: (text) => lines.push(text),
    err: (text) => errors.push(text),
    bytes: null,
    width: 80,
    colour: false,
  });
  return { status, out: lines.join("\n"), err: errors.join("\n") };
}

const folder = mkdtempSync(join(tmpdir(), "crux-report-"));
function fileWith(text: string): string {
  const file = join(folder, "room.json");
  writeFileSync(file, text);
  return file;
}

/** The file of a room in which combining became dearer, a claim was pinned and a moment was named. */
async function roomFile(): Promise<string> {
  const http = createServer((request, response) => {
    if (!rooms.handle(request, response)) response.writeHead(404).end();
  });
  const rooms = attachRooms(http, { store: createMemoryStore(), key: new Uint8Array(32).fill(7) });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const server = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const scenario = writeScenario(must(fromLibrary("speed-simplicity"), "the essay's scenario"));
  const made = await createRoom({ name: "Ann", scenario }, { server, devices: createMemoryDevices() });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const room = made.value;
  await saved(room, () => room.getSnapshot().rows.terms.length > 0);
  const { key } = must(
    room.getSnapshot().rows.terms.find(({ id }) => id === "combine"),
    "the term",
  );
  room.edit.setText({ kind: "terms", key }, "c", "9");
  room.send({ kind: "pin-claim", claim: "claim0001", text: "score(fd) > score(fh)" });
  await saved(room, () => Object.keys(room.getSnapshot().debate.claims).length > 0);
  room.send({ kind: "checkpoint", name: "Dearer" });
  await saved(room, () => room.getSnapshot().session.checkpoints.length > 0);
  const file = await room.past.export();
  room.leave();
  await rooms.close();
  http.close();
  return must(file.ok ? file.value : undefined, "a file");
}

/** Waits until the room has taken everything, and it holds. */
const saved = (room: JoinedRoom, holds: () => boolean): Promise<void> =>
  vi.waitFor(() => {
    if (room.getSnapshot().saving.kind !== "saved" || !holds()) throw new Error("not yet");
  });

describe("crux report", () => {
  let text = "";
  beforeAll(async () => {
    text = await roomFile();
  });

  it("says what the room came to, from its file alone", async () => {
    const { status, out } = await crux("report", fileWith(text));
    expect(status).toBe(0);
    expect(out).toContain(
      "**Fast honest wins below 76/29. Simple deceptive wins above. Fast deceptive never wins.**",
    );
    expect(out).toMatch(
      /\| Dearer \| \d{4}-\d\d-\d\d \d\d:\d\d UTC \| 76\/29 \(2\.621\) \| 19\/8 → 76\/29 \|/,
    );
    expect(out).toContain("`score(fd) > score(fh)` (Ann)");
    expect(out).toContain("Proved");
  });

  it("writes it to a file", async () => {
    const report = join(folder, "report.md");
    expect((await crux("report", fileWith(text), "-o", report)).status).toBe(0);
    expect(readFileSync(report, "utf8")).toMatch(/^# .*\n/);
  });

  it("says of what is no room, or only part of one, what is wrong", async () => {
    const file = JSON.parse(text) as { entries: unknown[] };
    const without = (at: number) =>
      JSON.stringify({ ...file, entries: file.entries.filter((_, i) => i !== at) });
    for (const [bad, why] of [
      ["{", "not JSON"],
      ["{}", "format"],
      [text.slice(0, text.length / 2), "not JSON"],
      [without(0), "entry 1"],
      [without(1), "entry"],
      [text.replace('"kind":"checkpoint"', '"kind":"no-such"'), "entry"],
    ] as const) {
      const { status, err } = await crux("report", fileWith(bad));
      expect([status, err]).toEqual([2, expect.stringContaining(why)]);
    }
    expect((await crux("report", join(folder, "nowhere.json"))).err).toContain("no such file");
  });
});
