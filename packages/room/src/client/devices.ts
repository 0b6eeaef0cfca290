import { createMemoryDevice, type Device } from "./device.ts";

/** A room that this device has been in. */
export type KnownRoom = {
  readonly room: string;
  /** The code by which it was joined last; null when it was hidden. */
  readonly code: string | null;
  readonly name: string;
  /** Who this device is in the room. */
  readonly person: string;
  /** What makes this device the same person again; never shown. */
  readonly secret: string;
  readonly title: string;
  readonly visited: number;
};

/** What a device keeps of all its rooms. */
export type Devices = {
  find(room: { readonly id: string } | { readonly code: string }): Promise<KnownRoom | null>;
  remember(known: KnownRoom): Promise<void>;
  /** Newest visit first. */
  recent(): Promise<readonly KnownRoom[]>;
  /** Forgets a room and everything kept of it. */
  forget(room: string): Promise<void>;
  open(room: string): Device;
};

/** Devices that forget everything with the page. */
export function createMemoryDevices(): Devices {
  const rooms = new Map<string, KnownRoom>();
  const devices = new Map<string, Device>();
  const newest = (): KnownRoom[] => [...rooms.values()].sort((a, b) => b.visited - a.visited);
  return {
    async find(room) {
      if ("id" in room) return rooms.get(room.id) ?? null;
      return newest().find((one) => one.code === room.code) ?? null;
    },
    async remember(known) {
      rooms.set(known.room, known);
    },
    recent: async () => newest(),
    async forget(room) {
      rooms.delete(room);
      devices.delete(room);
    },
    open(room) {
      const device = devices.get(room) ?? createMemoryDevice();
      devices.set(room, device);
      return device;
    },
  };
}
