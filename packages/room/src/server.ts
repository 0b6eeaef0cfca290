export { seedDocument } from "./document/seed.ts";
export { meetAtRedis, type Nodes } from "./nodes/redis.ts";
export { type AttachedRooms, attachRooms, type RoomOptions } from "./socket/attach-rooms.ts";
export type { RoomWatch, WatchedRequest } from "./socket/watch.ts";
export { createMemoryStore } from "./store/memory-store.ts";
export { type Claim, claimDatabase } from "./store/postgres-claim.ts";
export { createPostgresStore, type PostgresOptions } from "./store/postgres-store.ts";
export { createSqliteStore } from "./store/sqlite-store.ts";
export type { Appended, Entry, NewEntry, SharedStore, Snapshot, Store, Turn } from "./store/store.ts";
