import { ok, type Result } from "@crux/core";
import type { Socket } from "socket.io";
import type * as z from "zod/mini";
import type { Clock } from "../base/doors.ts";
import { createBucket, type TokenBucket } from "../base/token-bucket.ts";
import { weigh } from "../base/weigh.ts";
import { isAnonymous } from "../command/anonymity.ts";
import type { Self } from "../command/sight.ts";
import type { Ticket } from "../identity/ticket.ts";
import { exportRoom } from "../log/export-room.ts";
import { history, lookBack, type Past } from "../log/look-back.ts";
import type { Room } from "../log/room.ts";
import type { Entrant } from "../log/take-sync.ts";
import type { PresenceBoard } from "../presence/presence-board.ts";
import { limits } from "../protocol/limits.ts";
import { nowhere } from "../protocol/nowhere.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import {
  type ClientToServer,
  clientToServer,
  type Presence,
  type Replies,
  type Reply,
} from "../wire/messages.ts";
import { sendBehind } from "./broadcast.ts";
import type { RoomWatch } from "./watch.ts";

/** What one connection is bound to; fixed by its ticket. */
export type Bound = {
  readonly room: Room;
  readonly board: PresenceBoard;
  readonly ticket: Ticket;
  /** The person's allowance of bytes, shared by all of their connections. */
  readonly bytes: TokenBucket;
  readonly messagesPerSecond: number;
  readonly clock: Clock;
  readonly watch: RoomWatch;
  /** The connection has everything up to now: it hears the room from here on. */
  readonly live: () => void;
};

/** A character of a command costs as much as so many bytes of an update: its formulas are read, which takes longer. */
const commandCost = 8;
const mostCost = 1024 * 1024;

/** Folding a whole log is work for as long as so many bytes of updates. */
const lookCost = 128 * 1024;

type Answer<K extends keyof Replies> = (reply: Reply<Replies[K]>) => void;

/**
 * Serves one connection. Every handler is wrapped: Socket.IO calls them outside of any try, where a throw ends
 * the process. Events that the protocol does not know are ignored, but they count as messages.
 */
export function serveConnection(socket: Socket, bound: Bound, report: (error: unknown) => void): void {
  const { room, board, ticket, clock } = bound;
  const person = ticket.person;
  const rate = bound.messagesPerSecond;
  const messages = createBucket(4 * rate, rate, clock.now);
  /** A flood beyond all measure ends the connection; refusing costs something too. */
  const patience = createBucket(30 * rate, 2 * rate, clock.now);

  socket.use(([event, ...args], next) => {
    if (!patience.take(1)) return void socket.disconnect(true);
    if (messages.take(event === "presence" ? 0.5 : 1)) return next();
    const ack = args.at(-1);
    if (typeof ack !== "function") return;
    ack(failed(refuse("too-fast", "", 1_000)));
    if (isRequest(event)) bound.watch.answered(event, "too-fast", 0);
  });

  /** Calls `handle` with a well-shaped request; an ill-shaped one is refused, one without an acknowledgement ignored. */
  function on<K extends keyof Replies>(
    event: K,
    handle: (request: ClientToServer[K], answer: Answer<K>) => void,
  ): void {
    socket.on(event as string, (...args: unknown[]) => {
      const [payload, ack] = args;
      if (args.length !== 2 || typeof ack !== "function") return;
      const since = performance.now();
      const answer: Answer<K> = (reply) => {
        sendBehind(socket, () => ack(reply));
        bound.watch.answered(event, reply.ok ? "ok" : reply.refusal.code, performance.now() - since);
      };
      try {
        const read = (clientToServer[event] as unknown as z.ZodMiniType<ClientToServer[K]>).safeParse(
          payload,
        );
        if (read.success) handle(read.data, answer);
        else answer(failed(refuse("bad-message", firstIssue(read.error))));
      } catch (error) {
        report(error);
        answer(failed(refuse("not-ready")));
      }
    });
  }

  const isPresent = (one: string): boolean => board.all().some((presence) => presence.person === one);
  /**
   * Of whom it stays hidden where their handle stands, which is a number of theirs too: in a blind round, and before one
   * that will be blind, but for moderators, who show others what they look at.
   */
  const hiddenHandles = (): ((one: string) => boolean) => {
    const { estimates, people } = room.state();
    const { blind } = estimates;
    if (blind !== null) return () => blind;
    const isModerator = (one: string): boolean => people[one]?.role === "moderator";
    const isSteered = board.all().some((presence) => isModerator(presence.person));
    return (one) => isSteered && !isModerator(one);
  };
  /** Everybody's place as this person may see it. */
  const placesShown = (): readonly Presence[] => {
    const isHidden = hiddenHandles();
    return board
      .all()
      .map((presence) =>
        presence.place !== null && presence.person !== person && isHidden(presence.person)
          ? { ...presence, place: { ...presence.place, g: null } }
          : presence,
      );
  };

  on("sync", (request, answer) => {
    const entrant: Entrant = { person, name: ticket.name, role: ticket.role };
    room.sync(entrant, request, (reply) => {
      if (!reply.ok) return answer(reply);
      bound.live();
      board.move(
        socket.id,
        person,
        board.all().find((one) => one.connection === socket.id)?.place ?? nowhere,
      );
      answer({
        ok: true,
        value: {
          ...reply.value,
          presence: placesShown(),
          you: { person, connection: socket.id },
        },
      });
    });
  });
  on("update", ({ update }, answer) => {
    if (!bound.bytes.take(update.length)) return answer(failed(refuse("too-fast", "bytes", 2_000)));
    room.update(person, update, answer);
  });
  on("command", (request, answer) => {
    // Checked before anything looks inside it.
    const weight = weigh(request.command, limits.commandDepth + 4, limits.message);
    if (weight === "too-deep") return answer(failed(refuse("too-deep")));
    if (!bound.bytes.take(Math.min(weight * commandCost, mostCost)))
      return answer(failed(refuse("too-fast", "bytes", 2_000)));
    room.command(person, request, answer, isPresent);
  });

  /** Looks at the past when this person may do so much work again; one at a time. */
  let isLooking = false;
  function look<T>(
    answer: (reply: Reply<T>) => void,
    run: (past: Past, self: Self) => Promise<Result<T, Refusal>>,
  ): void {
    const past = room.past();
    if (past === null) {
      answer(failed(refuse("not-ready")));
      return;
    }
    if (isLooking || !bound.bytes.take(lookCost)) {
      answer(failed(refuse("too-fast", "looking back", 2_000)));
      return;
    }
    isLooking = true;
    run(past, room.self(person))
      .then(
        (found) => answer(found.ok ? { ok: true, value: found.value } : failed(found.error)),
        (error) => {
          report(error);
          answer(failed(refuse("not-ready")));
        },
      )
      .finally(() => {
        isLooking = false;
      });
  }
  on("look-back", (request, answer) => look(answer, (past, self) => lookBack(past, self, request)));
  on("history", (request, answer) => look(answer, (past, self) => history(past, self, request)));
  on("export", (_request, answer) =>
    look(answer, async (past, self) => {
      const file = await exportRoom(past, self, clock.now());
      return file.ok ? ok({ file: file.value }) : file;
    }),
  );
  on("clock", (_request, answer) => answer({ ok: true, value: { now: clock.now() } }));

  socket.on("presence", (payload: unknown) => {
    try {
      const read = clientToServer.presence.safeParse(payload);
      if (read.success && room.state().people[person]) {
        // And what someone looks at while something is said anonymously tells who says it.
        const isShown =
          !isAnonymous(room.state().session) || room.state().people[person]?.role === "moderator";
        const place = isShown ? read.data : nowhere;
        board.move(socket.id, person, hiddenHandles()(person) ? { ...place, g: null } : place);
      }
    } catch (error) {
      report(error);
    }
  });
  socket.on("disconnect", () => board.leave(socket.id));
}

const isRequest = (event: string): event is keyof Replies =>
  event !== "presence" && Object.hasOwn(clientToServer, event);

const failed = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});

const firstIssue = (error: z.core.$ZodError): string => {
  const [first] = error.issues;
  return first ? `${first.path.join(".")}: ${first.message}` : "";
};
