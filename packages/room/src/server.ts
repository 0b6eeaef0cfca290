export { type AttachedRooms, attachRooms, type RoomOptions } from "./socket/attach-rooms.ts";
export { createMemoryStore } from "./store/memory-store.ts";
export { createSqliteStore } from "./store/sqlite-store.ts";
export type { Appended, Entry, NewEntry, Snapshot, Store } from "./store/store.ts";
