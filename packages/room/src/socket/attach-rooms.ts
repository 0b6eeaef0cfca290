import { createHmac } from "node:crypto";
import type { Server as HttpServer, IncomingMessage, ServerResponse } from "node:http";
import { type Issue, type Result, readScenario, type Scenario } from "@crux/core";
import { Server, type Socket } from "socket.io";
import { type Clock, type Random, systemClock, systemRandom } from "../base/doors.ts";
import { networkOf } from "../base/network-of.ts";
import { createBucket, createBuckets } from "../base/token-bucket.ts";
import { createDoorkeeper, createGuesses } from "../identity/admission.ts";
import { createTickets, type Ticket } from "../identity/ticket.ts";
import type { SharedDoors } from "../log/live.ts";
import { createLookIn, type OpenLook } from "../log/open-look.ts";
import type { Room } from "../log/room.ts";
import { createRooms } from "../log/rooms.ts";
import { linkNodes, type NodeLink } from "../nodes/node-link.ts";
import type { Nodes } from "../nodes/redis.ts";
import { createPresenceBoard, type PresenceBoard } from "../presence/presence-board.ts";
import { limits } from "../protocol/limits.ts";
import { refuse } from "../protocol/refusal.ts";
import type { SharedStore, Store } from "../store/store.ts";
import { type Entries, handshake } from "../wire/messages.ts";
import { socketParser } from "../wire/socket-parser.ts";
import { PROTOCOL_VERSION } from "../wire/version.ts";
import { serveConnection } from "./connection.ts";
import { createHttpHandler } from "./http.ts";
import { createLiveSockets, type LiveSockets } from "./live-sockets.ts";
import { type RoomWatch, unwatched } from "./watch.ts";

/** How rooms are attached to an HTTP server. */
export type RoomOptions = {
  readonly store: Store;
  /** How this process reaches the others that serve the same rooms from the same store; none by default. */
  readonly nodes?: { readonly meet: Nodes; readonly store: SharedStore };
  /** 32 secret bytes that sign tickets; the same for every process, kept between starts. */
  readonly key: Uint8Array;
  /** The reader that a new room's scenario must pass; by default core's. */
  readonly readScenario?: (json: unknown) => Result<Scenario, readonly Issue[]>;
  /** Origins besides the server's own that pages may come from, e.g. `https://crux.example`. */
  readonly origins?: readonly string[];
  /** The address that wrong guesses are counted for; by default the peer's (IPv6: its /64). */
  readonly addressOf?: (request: IncomingMessage) => string;
  /** Messages that one connection may send for long; by default 60, and four times as many at once. */
  readonly messagesPerSecond?: number;
  /** Leaves unknown upgrades alone; needed beside a development server with a socket of its own. */
  readonly keepForeignUpgrades?: boolean;
  /** Hears of our own bugs. */
  readonly report?: (error: unknown) => void;
  /** Is told of every answer, for measuring. */
  readonly watch?: RoomWatch;
  readonly clock?: Clock;
  readonly random?: Random;
};

/** Rooms on an HTTP server. */
export type AttachedRooms = {
  /** Answers POST /api/rooms and /api/rooms/join; false when the request is for someone else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /**
   * What a room shows anybody, where a moderator lets other pages show it; null for any other code. Guesses are
   * counted per address as they are at the door.
   */
  lookIn(request: IncomingMessage, code: string): Promise<OpenLook | null>;
  /** How many connections, rooms that have one, and people in them there are now. */
  counts(): { readonly connections: number; readonly rooms: number; readonly people: number };
  /** Tells everybody to come back, waits for what is being saved, and closes the store. */
  close(): Promise<void>;
};

type OpenRoom = {
  readonly room: Room;
  readonly board: PresenceBoard;
  readonly sockets: LiveSockets;
  users: number;
  stop: () => void;
};

/** What a socket is bound to from the handshake on. */
type Data = { readonly here: OpenRoom; readonly ticket: Ticket; readonly leave: () => void };

/**
 * Serves rooms on `http`: Socket.IO at /socket.io/ for what is live, and the two requests that admit people,
 * which the caller passes to `handle`.
 */
export function attachRooms(http: HttpServer, options: RoomOptions): AttachedRooms {
  const { messagesPerSecond = 60 } = options;
  const {
    store,
    clock = systemClock,
    random = systemRandom,
    report = () => {},
    watch = unwatched,
    addressOf = peerAddress,
  } = options;
  const isAllowedOrigin = originRule(options.origins ?? []);
  let link: NodeLink | null = null;
  const shared: SharedDoors | undefined = options.nodes && {
    store: options.nodes.store,
    tell: (room, from, entries) => link?.entries(room, from, entries),
  };
  const rooms = createRooms({ store, clock, random, shared });
  const tickets = createTickets(options.key, store, clock, random);
  // Other processes hear a digest: an address is nobody's business.
  const callerOf = (address: string): string =>
    createHmac("sha256", options.key).update(`crux caller\n${address}`).digest("base64url");
  const guesses = createGuesses(clock, (address) => link?.guess(address));
  const admit = createDoorkeeper(rooms, store, tickets, clock, guesses);
  const lookIn = createLookIn(rooms, store, options.readScenario ?? readScenario);
  const allowances = createBuckets(() => createBucket(2 * 1024 * 1024, 64 * 1024, clock.now), 10_000);
  const creations = createBuckets(() => createBucket(100, 1, clock.now), 10_000);
  const open = new Map<string, OpenRoom>();
  let isClosing = false;

  const io = new Server(http, {
    serveClient: false,
    transports: ["websocket"],
    parser: socketParser,
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: limits.message,
    destroyUpgrade: options.keepForeignUpgrades !== true,
    connectTimeout: 10_000,
    ...(options.nodes?.meet.adapter && { adapter: options.nodes.meet.adapter }),
    allowRequest: (request, decide) =>
      decide(null, !isClosing && isAllowedOrigin(request.headers.origin, request.headers.host)),
  });

  io.use((socket, next) => {
    // reason: Socket.IO takes an Error as the way to refuse; `data` is what the client sees of it
    const refused = (code: "bad-ticket" | "other-version" | "room-full" | "closing"): void =>
      next(Object.assign(new Error(code), { data: refuse(code, "", code === "closing" ? 1_000 : 0) }));
    const read = handshake.safeParse(socket.handshake.auth);
    if (!read.success) return refused("bad-ticket");
    if (read.data.version !== PROTOCOL_VERSION) return refused("other-version");
    if (io.engine.clientsCount > limits.connections * 20) return refused("room-full");
    enter(socket, read.data.ticket).then(
      (entered) => (entered === "in" ? next() : refused(entered)),
      (error) => {
        report(error);
        refused("closing");
      },
    );
  });

  /** Binds the socket to the room of its ticket. */
  async function enter(socket: Socket, text: string): Promise<"in" | "bad-ticket" | "room-full"> {
    const ticket = await tickets.redeem(text);
    if (ticket === null) return "bad-ticket";
    const room = await rooms.hold(ticket.room);
    if (room === null) return "bad-ticket";
    const known = open.get(room.id);
    const here = known?.room === room ? known : begin(room);
    if (here.users >= limits.connections || !socket.conn || socket.conn.readyState !== "open") {
      rooms.release(room.id);
      if (here.users === 0) end(here);
      return "room-full";
    }
    here.users++;
    const data: Data = { here, ticket, leave: once(() => leave(socket, here)) };
    socket.data = data;
    socket.conn.once("close", data.leave);
    return "in";
  }

  function begin(room: Room): OpenRoom {
    const sockets = createLiveSockets((socket) => (socket.data as Data).ticket.person, clock);
    const board = createPresenceBoard(clock, sockets.presence, (own) => link?.presence(room.id, own));
    const stop = room.listen({
      entries(entries, own) {
        sockets.entries(entries, own);
        for (const person of removedIn(entries)) sockets.end(person, refuse("removed"));
      },
      resync() {
        // What was loaded again was not told entry by entry.
        for (const { person } of board.own())
          if (room.state().people[person]?.removed) sockets.end(person, refuse("removed"));
        sockets.resync();
      },
      gone: () => sockets.end(null, refuse("no-entry")),
    });
    const here: OpenRoom = { room, board, sockets, users: 0, stop };
    open.set(room.id, here);
    link?.who(room.id);
    return here;
  }

  function end(here: OpenRoom): void {
    here.stop();
    if (open.get(here.room.id) === here) open.delete(here.room.id);
  }

  function leave(socket: Socket, here: OpenRoom): void {
    here.sockets.remove(socket);
    here.board.leave(socket.id);
    here.users--;
    rooms.release(here.room.id);
    if (here.users === 0) end(here);
  }

  if (options.nodes)
    link = linkNodes({
      bus: options.nodes.meet.bus(io),
      store: options.nodes.store,
      clock,
      report,
      rooms,
      presence: {
        hear: (node, room, changes) => open.get(room)?.board.hear(node, changes),
        drop: (node) => {
          for (const { board } of open.values()) board.drop(node);
        },
        own: (room) =>
          new Map(
            [...open].flatMap(([id, { board }]) => (room === null || id === room ? [[id, board.own()]] : [])),
          ),
      },
      guessed: (caller) => void guesses.of(caller).take(1),
    });

  io.on("connection", (socket) => {
    try {
      const { here, ticket, leave } = socket.data as Data;
      socket.on("disconnect", leave);
      const bytes = allowances.of(`${ticket.room} ${ticket.person}`);
      const live = (): void => {
        if (socket.connected) here.sockets.add(socket);
      };
      serveConnection(
        socket,
        { room: here.room, board: here.board, ticket, bytes, messagesPerSecond, clock, watch, live },
        report,
      );
    } catch (error) {
      report(error);
      socket.disconnect(true);
    }
  });

  return {
    handle: createHttpHandler({
      rooms,
      admit,
      readScenario: options.readScenario ?? readScenario,
      isAllowedOrigin,
      addressOf: (request) => callerOf(addressOf(request)),
      report,
      watch,
      mayCreate: (address, rooms) => creations.of(address).take(rooms),
    }),
    async lookIn(request, code) {
      const wrong = guesses.of(callerOf(addressOf(request)));
      if (!wrong.take(1)) return null;
      const look = await lookIn(code);
      if (look !== null) wrong.take(-1);
      return look;
    },
    counts: () => ({
      connections: io.engine.clientsCount,
      rooms: open.size,
      people: [...open.values()].reduce((sum, { board }) => sum + peopleOn(board), 0),
    }),
    async close() {
      isClosing = true;
      io.local.emit("bye", refuse("closing", "", 1_000));
      await rooms.settle();
      io.local.disconnectSockets(true);
      io.engine.close();
      await link?.close();
      await store.close();
    },
  };
}

/** Pages of the server's own origin and of the listed ones; a request without an origin does not come from a page. */
function originRule(
  origins: readonly string[],
): (origin: string | undefined, host: string | undefined) => boolean {
  return (origin, host) => {
    if (origin === undefined || origins.includes(origin)) return true;
    return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
  };
}

/** Whom these entries send out of the room. */
const removedIn = ({ list }: Entries): string[] =>
  list.flatMap((entry) =>
    entry.kind === "event" && entry.event.kind === "remove-person"
      ? [String((entry.event as { readonly person?: unknown }).person)]
      : [],
  );

const peopleOn = (board: PresenceBoard): number => new Set(board.own().map(({ person }) => person)).size;

/** `run`, but only the first time. */
function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) run();
    isDone = true;
  };
}

const peerAddress = (request: IncomingMessage): string => networkOf(request.socket.remoteAddress ?? "");
