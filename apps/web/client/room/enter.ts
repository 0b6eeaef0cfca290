import {
  type ClientDoors,
  createRoom,
  type Devices,
  importRoom,
  type JoinedRoom,
  joinRoom,
  type KnownRoom,
  type NotAdmitted,
  openDevices,
  type Reader,
  type Role,
} from "@crux/room/client";
import { createPageReader, prepareReading, readerHere, startReading } from "../reading/page-reader.ts";
import type { ScenarioJson } from "../scenario-json.ts";

/** A room that was entered, or why not. */
export type Entered =
  | { readonly ok: true; readonly value: JoinedRoom }
  | { readonly ok: false; readonly error: NotAdmitted };

let reader: Reader | null = null;
let devices: Devices | null = null;
const ownDevices = (): Devices => {
  devices ??= openDevices();
  return devices;
};
const doorsOf = (own: Devices): ClientDoors => {
  if (reader === null) {
    prepareReading();
    reader = createPageReader(startReading, readerHere);
  }
  return { server: location.origin, devices: own, reader };
};
const doors = (): ClientDoors => doorsOf(ownDevices());

/** What an address names: a room's code as people type it, or the id of a room that this device knows. */
export const roomOf = (text: string): { readonly code: string } | { readonly id: string } =>
  text.length === 26 ? { id: text } : { code: text.toUpperCase().replace(/[\s-]/g, "") };

/** Joins the room that `text` names. */
export const enterRoom = (text: string, name: string, as?: Role): Promise<Entered> =>
  joinRoom({ room: roomOf(text), name, ...(as && { as }) }, doors());

let screens: Devices | null = null;

/**
 * Enters the room that `text` names as its big screen. A screen is a person of its own, also on a device whose owner
 * is in the room, so it is shown what everybody may see and nothing more.
 */
export const enterAsScreen = (text: string): Promise<Entered> => {
  screens ??= openDevices("crux-screen");
  return joinRoom({ room: roomOf(text), name: "Screen", as: "screen" }, doorsOf(screens));
};

/** Makes a room that holds `scenario`, or an empty one, and enters it as its moderator. */
export const makeRoom = (name: string, scenario: ScenarioJson | null): Promise<Entered> =>
  createRoom({ name, scenario }, doors());

/** Makes a room that goes on from `file` (JSON of a whole room) and enters it as its moderator. */
export const bringRoom = (name: string, file: unknown): Promise<Entered> =>
  importRoom({ name, file }, doors());

/** The room that `text` names if this device has been in it, else null. */
export const knownRoom = (text: string): Promise<KnownRoom | null> => ownDevices().find(roomOf(text));

/** The last part of a room's address: its code, or its id where the code is not known. */
export async function addressOf(room: JoinedRoom): Promise<string> {
  const known = await ownDevices().find({ id: room.id });
  return known?.code ?? room.id;
}
