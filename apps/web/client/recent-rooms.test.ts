import { beforeEach, expect, it, vi } from "vitest";
import { noteRoom, recentRooms } from "./recent-rooms.ts";

let kept: Record<string, string> = {};
beforeEach(() => {
  kept = {};
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  });
});

const room = (id: string, title = "") => ({ id, title, code: null });

it("lists the newest visit first, each room once, and not too many", () => {
  for (let at = 0; at < 20; at += 1) noteRoom(room(`r${at}`));
  noteRoom(room("r15", "Debate"));
  expect(recentRooms().length).toBe(12);
  expect(recentRooms()[0]).toEqual(room("r15", "Debate"));
  expect(recentRooms().filter((one) => one.id === "r15").length).toBe(1);
});

it("takes nothing from storage that does not look like a list of rooms", () => {
  for (const text of ["", "{", "3", '{"a":1}', '[{"id":1}]', "[null]"]) {
    kept["crux-rooms"] = text;
    expect(recentRooms()).toEqual([]);
  }
});
