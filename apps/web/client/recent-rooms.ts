const KEY = "crux-rooms";
const MOST = 12;

/** A room that this device has been in, as the first page lists it. Who one is there is kept elsewhere. */
export type RecentRoom = {
  readonly id: string;
  readonly title: string;
  /** Null while the code is hidden. */
  readonly code: string | null;
};

/** Rooms that this device has been in, newest first. Kept apart from the rooms themselves, so that the list loads nothing else. */
export function recentRooms(): readonly RecentRoom[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return []; // no storage, or not ours
  }
}

/** Puts a room on top of the list. */
export function noteRoom(room: RecentRoom): void {
  try {
    const others = recentRooms().filter((one) => one.id !== room.id);
    localStorage.setItem(KEY, JSON.stringify([room, ...others].slice(0, MOST)));
  } catch {
    // A private window without storage has no list.
  }
}

const isRecent = (value: unknown): value is RecentRoom =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "title" in value &&
  typeof value.title === "string" &&
  "code" in value &&
  (value.code === null || typeof value.code === "string");
