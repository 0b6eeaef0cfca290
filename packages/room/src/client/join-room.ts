import { err, ok, type Result } from "@crux/core";
import { type Clock, type Random, systemClock, systemRandom } from "../base/doors.ts";
import type { Command } from "../command/commands.ts";
import type { Role } from "../protocol/role.ts";
import type { Place } from "../protocol/shapes.ts";
import type { Admission } from "../wire/messages.ts";
import { PROTOCOL_VERSION } from "../wire/version.ts";
import { type Fetch, type NotAdmitted, requestAdmission } from "./admit.ts";
import type { Devices, KnownRoom } from "./devices.ts";
import { createLookingBack, type LookingBack } from "./looking-back.ts";
import type { Reader } from "./reader.ts";
import { createRoomEdits, type RoomEdits } from "./room-edits.ts";
import type { RoomView } from "./room-view.ts";
import { openSession, type Session } from "./session.ts";
import { createSocketWire } from "./socket-wire.ts";

/** What joining or making a room needs; the page gives the first three, tests the rest. */
export type ClientDoors = {
  /** The server's origin, e.g. `location.origin`. */
  readonly server: string;
  /** Where this device keeps its rooms: `openDevices()` in a browser, `createMemoryDevices()` elsewhere. */
  readonly devices: Devices;
  /** By default core's, at once; a page gives one that asks a worker, and so brings no parser itself. */
  readonly reader?: Reader;
  readonly fetch?: Fetch;
  readonly clock?: Clock;
  readonly random?: Random;
};

/** A room that this page is in. */
export type JoinedRoom = {
  readonly id: string;
  /** Calls `listener` after every change; the function that comes back ends that. Fits React's `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
  /** The room as it is now: the same object until something changes. */
  getSnapshot(): RoomView;
  readonly edit: RoomEdits;
  undo(): void;
  redo(): void;
  /** Sends a command; offline it waits on this device. A refusal shows as `lastRefusal`. */
  send(command: Command): void;
  /** Tells the others where this person is. */
  move(place: Place): void;
  forgetDraft(id: string): void;
  /** The room's past. */
  readonly past: LookingBack;
  /** The person has read what happened since they left. */
  forgetSince(): void;
  /** The Yjs document, for an editor that binds to its texts; another one after a refused edit. */
  document: Session["document"];
  /** The room once all that has come so far is read. */
  whenRead(): Promise<RoomView>;
  /** Reads objections for `objectionsOf`. */
  readonly reader: Reader;
  /** Leaves; what was not saved waits on this device. */
  leave(): void;
};

/** Joins a room by its code, or by its id when this device has been there. A known room opens without the server. */
export async function joinRoom(
  request: {
    readonly room: { readonly code: string } | { readonly id: string };
    readonly name: string;
    readonly as?: Role;
  },
  doors: ClientDoors,
): Promise<Result<JoinedRoom, NotAdmitted>> {
  const known = await doors.devices.find(tidied(request.room));
  if (known) return ok(await enter(known, null, doors));
  const secret = newSecret(doors.random ?? systemRandom);
  const body = {
    version: PROTOCOL_VERSION,
    room: request.room,
    name: request.name,
    secret,
    ...(request.as && { as: request.as }),
  };
  const admitted = await requestAdmission(doors.fetch ?? fetch, `${doors.server}/api/rooms/join`, body);
  if (!admitted.ok) return err(admitted.error);
  // The room may be one that this device knows under an older code: then it is the same person again.
  const before = await doors.devices.find({ id: admitted.value.room });
  if (before) return ok(await enter({ ...before, code: admitted.value.code }, null, doors));
  return ok(await enterNew(admitted.value, request.name, secret, doors));
}

/** Makes a room with `scenario` (JSON; null: an empty one) and enters it as its moderator. */
export async function createRoom(
  request: { readonly name: string; readonly scenario: unknown | null },
  doors: ClientDoors,
): Promise<Result<JoinedRoom, NotAdmitted>> {
  const secret = newSecret(doors.random ?? systemRandom);
  const scenario = request.scenario === null ? {} : { scenario: request.scenario };
  const body = { version: PROTOCOL_VERSION, name: request.name, secret, ...scenario };
  const admitted = await requestAdmission(doors.fetch ?? fetch, `${doors.server}/api/rooms`, body);
  return admitted.ok ? ok(await enterNew(admitted.value, request.name, secret, doors)) : err(admitted.error);
}

/** Makes a room that goes on from `file` (JSON that `past.export` gave) and enters it as its moderator. */
export async function importRoom(
  request: { readonly name: string; readonly file: unknown },
  doors: ClientDoors,
): Promise<Result<JoinedRoom, NotAdmitted>> {
  const secret = newSecret(doors.random ?? systemRandom);
  const body = { version: PROTOCOL_VERSION, name: request.name, secret, file: request.file };
  const admitted = await requestAdmission(doors.fetch ?? fetch, `${doors.server}/api/rooms/import`, body);
  return admitted.ok ? ok(await enterNew(admitted.value, request.name, secret, doors)) : err(admitted.error);
}

const enterNew = (
  admission: Admission,
  name: string,
  secret: string,
  doors: ClientDoors,
): Promise<JoinedRoom> => {
  const { room, person, code } = admission;
  return enter({ room, person, code, name, secret, title: "", visited: 0 }, admission, doors);
};

async function enter(known: KnownRoom, first: Admission | null, doors: ClientDoors): Promise<JoinedRoom> {
  const { server, devices, clock = systemClock, random = systemRandom } = doors;
  const reader = doors.reader ?? (await import("./core-reader.ts")).coreReader;
  await devices.remember({ ...known, visited: clock.now() });
  let unused = first;
  const admit = async (): Promise<Result<Admission, NotAdmitted>> => {
    const held = unused;
    unused = null;
    if (held) return ok(held);
    const body = {
      version: PROTOCOL_VERSION,
      room: { id: known.room },
      name: known.name,
      secret: known.secret,
    };
    return requestAdmission(doors.fetch ?? fetch, `${server}/api/rooms/join`, body);
  };
  const session = await openSession(known.person, {
    device: devices.open(known.room),
    connect: (events) => createSocketWire({ server, ticket: admit, clock, random }, events),
    reader,
    clock,
    random,
  });
  rememberTitle(session, known, devices, clock);
  return {
    id: known.room,
    subscribe: session.subscribe,
    getSnapshot: session.getSnapshot,
    whenRead: () => whenRead(session),
    edit: createRoomEdits(session, reader),
    undo: session.undo,
    redo: session.redo,
    send: session.send,
    move: session.move,
    forgetDraft: session.forgetDraft,
    past: createLookingBack(session, reader),
    forgetSince: session.forgetSince,
    document: session.document,
    reader,
    leave: session.close,
  };
}

const whenRead = (session: Session): Promise<RoomView> =>
  new Promise((resolve) => {
    let stop = (): void => {};
    const look = (): boolean => {
      const view = session.getSnapshot();
      if (view.isReading) return false;
      stop();
      resolve(view);
      return true;
    };
    if (!look()) stop = session.subscribe(look);
  });

/** Keeps the title and the code with the room, for the list of recent rooms. */
function rememberTitle(session: Session, known: KnownRoom, devices: Devices, clock: Clock): void {
  let last = "";
  session.subscribe(() => {
    const { rows, code, you, connection } = session.getSnapshot();
    if (connection.kind !== "online") return;
    const seen = {
      title: rows.scenario.texts.title ?? "",
      code: code.hidden ? null : code.value,
      name: you?.name ?? known.name,
    };
    const text = JSON.stringify(seen);
    if (text === last) return;
    last = text;
    void devices.remember({ ...known, ...seen, visited: clock.now() });
  });
}

const tidied = (
  room: { readonly code: string } | { readonly id: string },
): { code: string } | { id: string } =>
  "code" in room ? { code: room.code.toUpperCase().replace(/[\s-]/g, "") } : room;

function newSecret(random: Random): string {
  return [...random(32)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
