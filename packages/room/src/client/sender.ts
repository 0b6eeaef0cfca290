import type { Clock } from "../base/doors.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { ClientToServer, Saved } from "../wire/messages.ts";
import type { Exchange } from "./exchange.ts";
import { follow } from "./replies.ts";
import type { Wire } from "./wire.ts";

/** Something to send, and what becomes of it. */
export type Parcel<K extends "update" | "command"> = {
  readonly payload: ClientToServer[K];
  /** It is on the server's disk. */
  readonly done: (saved: Saved) => void;
  /** It will never be taken. */
  readonly giveUp: (refusal: Refusal) => void;
};

/** Sends parcels one at a time, so that none overtakes another. */
export type Sender = {
  /** Sends what waits, unless something is on its way. */
  pump(): void;
};

type Doors<K extends "update" | "command"> = {
  readonly name: K;
  readonly wire: () => Wire;
  readonly exchange: Exchange;
  readonly clock: Clock;
  /** What is to be sent now, made at the last moment; null when nothing waits. */
  readonly next: () => Parcel<K> | null;
  readonly resync: () => void;
  /** Something began or ended. */
  readonly changed: () => void;
};

/** Someone who is out of step so often in a row is not mended by comparing. */
const maxResyncs = 5;

const gapMs = 20;

/** A sender of updates or of commands. */
export function createSender<K extends "update" | "command">(doors: Doors<K>): Sender {
  const { exchange, clock } = doors;
  /** The exchange in which something is on its way; another one forgets it. */
  let busyIn = -1;
  let resyncs = 0;

  const pump = (): void => {
    if (!exchange.isLive() || busyIn === exchange.number()) return;
    const parcel = doors.next();
    if (parcel === null) return;
    const mine = exchange.number();
    busyIn = mine;
    doors.wire().request(doors.name, parcel.payload, (reply) => {
      if (mine !== exchange.number()) return;
      if (reply === null) doors.wire().restart();
      else if (reply.ok) {
        resyncs = 0;
        parcel.done(reply.value as Saved);
        doors.changed();
        // What is done meanwhile goes together: a value that is dragged stays within the server's allowance.
        clock.after(gapMs, () => goOn(mine));
      } else {
        busyIn = -1;
        refused(parcel, reply.refusal, mine);
      }
    });
    doors.changed();
  };

  const goOn = (mine: number): void => {
    if (mine !== exchange.number()) return;
    busyIn = -1;
    pump();
  };

  const refused = (parcel: Parcel<K>, refusal: Refusal, mine: number): void => {
    const giveUp = (no: Refusal): void => {
      resyncs = 0;
      parcel.giveUp(no);
      doors.changed();
      pump();
    };
    follow(refusal, clock, {
      again: () => mine === exchange.number() && pump(),
      resync: () => (++resyncs > maxResyncs ? giveUp(refusal) : doors.resync()),
      rejoin: () => doors.wire().restart(),
      giveUp,
    });
  };
  return { pump };
}
