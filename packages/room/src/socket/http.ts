import type { IncomingMessage, ServerResponse } from "node:http";
import type { Issue, Result, Scenario } from "@crux/core";
import type { Doorkeeper } from "../identity/admission.ts";
import { importRoom } from "../log/import-room.ts";
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
  /** Whether this address may make one more room now. */
  readonly mayCreate: (address: string) => boolean;
  /** Whether this address may make one of a file now, which is more work. */
  readonly mayBringIn: (address: string) => boolean;
};

const maxBody = 1024 * 1024;
const maxFile = limits.roomFile + 1024 * 1024;

/** Answers POST /api/rooms and POST /api/rooms/join; false when the request is for someone else. */
export function createHttpHandler(
  doors: HttpDoors,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const routes: Record<string, (body: unknown, address: string) => Promise<[number, unknown]>> = {
    "/api/rooms": (body, address) => create(doors, body, address),
    "/api/rooms/import": (body, address) => bringIn(doors, body, address),
    "/api/rooms/join": (body, address) => join(doors, body, address),
  };
  return (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) return false;
    const since = performance.now();
    const finish = (status: number, body: unknown): void => {
      send(response, status, body);
      const outcome = (body as { refusal?: Refusal }).refusal?.code ?? "ok";
      const name = path === "/api/rooms" ? "create" : "join";
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
  route: (body: unknown, address: string) => Promise<[number, unknown]>,
): Promise<[number, unknown]> {
  if (request.method !== "POST") return [405, { refusal: refuse("bad-message", "POST only") }];
  if (!doors.isAllowedOrigin(request.headers.origin, request.headers.host))
    return [403, { refusal: refuse("other-origin") }];
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? ""))
    return [415, { refusal: refuse("bad-message", "application/json only") }];
  const isFile = request.url?.startsWith("/api/rooms/import") === true;
  const body = await readBody(request, isFile ? maxFile : maxBody);
  if (body === undefined) return [400, { refusal: refuse("bad-message", "not JSON, or too large") }];
  return route(body, doors.addressOf(request));
}

async function create(doors: HttpDoors, body: unknown, address: string): Promise<[number, unknown]> {
  const read = httpRequests.create.safeParse(body);
  if (!read.success) return [400, { refusal: refuse("bad-message") }];
  const { version, name, secret, scenario = emptyScenario } = read.data;
  if (version !== PROTOCOL_VERSION) return [409, { refusal: refuse("other-version") }];
  if (!doors.mayCreate(address)) return [429, { refusal: refuse("too-fast", "rooms", 5_000) }];
  // An empty room is begun with no programs yet, which the reader would not take for a scenario.
  const checked = read.data.scenario === undefined ? null : doors.readScenario(scenario);
  if (checked?.ok === false)
    return [422, { refusal: refuse("schema-value"), issues: checked.error.slice(0, 100) }];
  // reason: the reader accepted it, so it is an object
  const { id } = await doors.rooms.create(scenario as Record<string, unknown>, { name, secret });
  return admitted(await doors.admit({ room: { id }, name, secret, as: undefined, address }), 201);
}

async function bringIn(doors: HttpDoors, body: unknown, address: string): Promise<[number, unknown]> {
  const read = httpRequests.bringIn.safeParse(body);
  if (!read.success) return [400, { refusal: refuse("bad-message") }];
  const { version, name, secret, file } = read.data;
  if (version !== PROTOCOL_VERSION) return [409, { refusal: refuse("other-version") }];
  if (!doors.mayBringIn(address)) return [429, { refusal: refuse("too-fast", "rooms", 20_000) }];
  const log = await importRoom(file);
  if (!log.ok) return [422, { refusal: log.error }];
  const { id } = await doors.rooms.bringIn(log.value, { name, secret });
  return admitted(await doors.admit({ room: { id }, name, secret, as: undefined, address }), 201);
}

async function join(doors: HttpDoors, body: unknown, address: string): Promise<[number, unknown]> {
  const read = httpRequests.join.safeParse(body);
  if (!read.success) return [400, { refusal: refuse("bad-message") }];
  const { version, room, name, secret, as } = read.data;
  if (version !== PROTOCOL_VERSION) return [409, { refusal: refuse("other-version") }];
  return admitted(await doors.admit({ room, name, secret, as, address }), 200);
}

const statusOf: Partial<Record<Refusal["code"], number>> = { "too-fast": 429 };

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
 * The body as JSON; undefined when it is too large or not JSON. What is too large is read on for a while without
 * being kept, so that the answer still arrives.
 */
async function readBody(request: IncomingMessage, most: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most + 7 * maxBody) return undefined;
    if (size <= most) chunks.push(chunk);
  }
  if (size > most) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined;
  }
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
