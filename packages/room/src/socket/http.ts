import type { IncomingMessage, ServerResponse } from "node:http";
import type { Issue, Result, Scenario } from "@crux/core";
import { createHolds } from "../base/holds.ts";
import { parseJson } from "../base/parse-json.ts";
import type { Doorkeeper } from "../identity/admission.ts";
import { importAside } from "../log/import-aside.ts";
import type { Rooms } from "../log/rooms.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { httpRequests } from "../wire/messages.ts";
import { PROTOCOL_VERSION } from "../wire/version.ts";
import type { RoomWatch } from "./watch.ts";

/** What the two HTTP requests need. */
export type HttpDoors = {
  readonly rooms: Rooms;
  readonly admit: Doorkeeper;
  readonly readScenario: (json: unknown) => Result<Scenario, readonly Issue[]>;
  readonly isAllowedOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly report: (error: unknown) => void;
  readonly watch: RoomWatch;
  /** Whether this address may make so many rooms more now; one of a file or of a long scenario counts as several. */
  readonly mayCreate: (address: string, rooms: number) => boolean;
};

const megabyte = 1024 * 1024;

/** One address of the two requests. */
type Route = {
  readonly most: number;
  /** What is taken from the allowance of new rooms before anything is read. */
  readonly rooms: number;
  readonly run: (
    doors: HttpDoors,
    body: Uint8Array<ArrayBuffer>,
    address: string,
  ) => Promise<[number, unknown]>;
};

const routes: Readonly<Record<string, Route>> = {
  "/api/rooms": { most: megabyte, rooms: 1, run: create },
  "/api/rooms/import": { most: limits.roomFile + megabyte, rooms: 20, run: bringIn },
  "/api/rooms/join": { most: 16 * 1024, rooms: 0, run: join },
};

/** A scenario counts as one more room for so many bytes: it is read here, and half a second may go by. */
const bytesPerRoom = 50_000;

/** Bytes of a body beyond the first few, by address and together: whoever sends slowly holds memory for long. */
const uncounted = 64 * 1024;
const holds = createHolds(40 * megabyte, 160 * megabyte);

/** Answers POST /api/rooms and POST /api/rooms/join; false when the request is for someone else. */
export function createHttpHandler(
  doors: HttpDoors,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) return false;
    const since = performance.now();
    const finish = (status: number, body: unknown): void => {
      send(response, status, body);
      const outcome = (body as { refusal?: Refusal }).refusal?.code ?? "ok";
      const name = path.endsWith("/join") ? "join" : "create";
      doors.watch.answered(name, outcome, performance.now() - since);
    };
    answer(doors, request, route).then(
      ([status, body]) => finish(status, body),
      (error) => {
        doors.report(error);
        finish(500, { refusal: refuse("not-saved") });
      },
    );
    return true;
  };
}

async function answer(
  doors: HttpDoors,
  request: IncomingMessage,
  { most, rooms, run }: Route,
): Promise<[number, unknown]> {
  if (request.method !== "POST") return [405, { refusal: refuse("bad-message", "POST only") }];
  if (!doors.isAllowedOrigin(request.headers.origin, request.headers.host))
    return [403, { refusal: refuse("other-origin") }];
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? ""))
    return [415, { refusal: refuse("bad-message", "application/json only") }];
  const address = doors.addressOf(request);
  if (rooms > 0 && !doors.mayCreate(address, rooms))
    return [429, { refusal: refuse("too-fast", "rooms", rooms * 1_000) }];
  const held = { bytes: 0 };
  try {
    const body = await readBody(request, most, (bytes) => {
      if (!holds.take(address, bytes)) return false;
      held.bytes += bytes;
      return true;
    });
    if (body === "busy") return [429, { refusal: refuse("too-fast", "bodies", 5_000) }];
    if (body === "aborted" || body === "too-large")
      return [400, { refusal: refuse("bad-message", "not JSON, or too large") }];
    return await run(doors, body, address);
  } finally {
    holds.give(address, held.bytes);
  }
}

async function create(
  doors: HttpDoors,
  body: Uint8Array<ArrayBuffer>,
  address: string,
): Promise<[number, unknown]> {
  const read = httpRequests.create.safeParse(parseJson(Buffer.from(body).toString("utf8")));
  if (!read.success) return [400, { refusal: refuse("bad-message") }];
  const { version, name, secret, scenario = emptyScenario } = read.data;
  if (version !== PROTOCOL_VERSION) return [409, { refusal: refuse("other-version") }];
  const more = Math.floor(body.length / bytesPerRoom);
  if (!doors.mayCreate(address, more)) return [429, { refusal: refuse("too-fast", "rooms", more * 1_000) }];
  // An empty room is begun with no programs yet, which the reader would not take for a scenario.
  const checked = read.data.scenario === undefined ? null : doors.readScenario(scenario);
  if (checked?.ok === false)
    return [422, { refusal: refuse("schema-value"), issues: checked.error.slice(0, 100) }];
  // reason: the reader accepted it, so it is an object
  const { id } = await doors.rooms.create(scenario as Record<string, unknown>, { name, secret });
  return admitted(await doors.admit({ room: { id }, name, secret, as: undefined, address }), 201);
}

async function bringIn(
  doors: HttpDoors,
  body: Uint8Array<ArrayBuffer>,
  address: string,
): Promise<[number, unknown]> {
  const read = await importAside(body);
  if (!read.ok) return [statusOf[read.error.code] ?? 422, { refusal: read.error }];
  const { name, secret, log } = read.value;
  const { id } = await doors.rooms.bringIn(log, { name, secret });
  return admitted(await doors.admit({ room: { id }, name, secret, as: undefined, address }), 201);
}

async function join(
  doors: HttpDoors,
  body: Uint8Array<ArrayBuffer>,
  address: string,
): Promise<[number, unknown]> {
  const read = httpRequests.join.safeParse(parseJson(Buffer.from(body).toString("utf8")));
  if (!read.success) return [400, { refusal: refuse("bad-message") }];
  const { version, room, name, secret, as } = read.data;
  if (version !== PROTOCOL_VERSION) return [409, { refusal: refuse("other-version") }];
  return admitted(await doors.admit({ room, name, secret, as, address }), 200);
}

const statusOf: Partial<Record<Refusal["code"], number>> = {
  "too-fast": 429,
  "bad-message": 400,
  "other-version": 409,
};

const admitted = (result: Awaited<ReturnType<Doorkeeper>>, status: number): [number, unknown] =>
  result.ok ? [status, result.value] : [statusOf[result.error.code] ?? 403, { refusal: result.error }];

const emptyScenario = {
  format: "crux/scenario",
  version: 1,
  title: "",
  summary: "",
  exchange: { family: "linear", apply: "sum" },
  terms: [],
  parameters: [],
  programs: [],
  assumptions: [],
};

/**
 * The body, in memory that `mayHold` allows; what is too large is read on for a while without being kept, so that
 * the answer still arrives.
 */
async function readBody(
  request: IncomingMessage,
  most: number,
  mayHold: (bytes: number) => boolean,
): Promise<Uint8Array<ArrayBuffer> | "aborted" | "busy" | "too-large"> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isBusy = false;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most + 7 * megabyte) break;
      if (size > uncounted && size <= most && !isBusy) isBusy = !mayHold(chunk.length);
      if (size <= most && !isBusy) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    return "aborted";
  }
  if (size > most) return "too-large";
  return isBusy ? "busy" : joined(chunks, size);
}

/** The chunks in a row, in memory of their own: it may be handed to a thread. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(JSON.stringify(body));
}
