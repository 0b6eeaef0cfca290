import * as Y from "yjs";
import { isAnonymous } from "../command/anonymity.ts";
import { stateFor } from "../command/sight.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { Role } from "../protocol/role.ts";
import type { Synced } from "../wire/messages.ts";
import type { Outcome } from "./committer.ts";
import { leaseIds } from "./lease.ts";
import { type Answer, afterStaged, answered, type Live, stageEvent } from "./live.ts";
import { newPseudonym, stagePseudonym } from "./pseudonym.ts";
import { type Replica, selfOf, type Whole } from "./replica.ts";

/** Who syncs: someone whose ticket says who they are, and what they become when they are new. */
export type Entrant = { readonly person: string; readonly name: string; readonly role: Role };

/** What a client has. */
export type Have = { readonly stateVector: Uint8Array; readonly spareIds: number };

/** The part of `Synced` that the room itself knows. */
export type RoomSync = Omit<Synced, "presence" | "you">;

/** Lets someone in and tells them all that they lack. Refused (returned) or answered when it is all on disk. */
export function takeSync(live: Live, entrant: Entrant, have: Have, answer: Answer<RoomSync>): Refusal | null {
  const { replica, doors } = live;
  const has = missing(replica, have.stateVector);
  if (has === null) return refuse("malformed", "state vector");
  const known = replica.state.people[entrant.person];
  if (known?.removed) return refuse("removed");
  const isNew = known === undefined;
  if (isNew && replica.state.session.doorClosed) return refuse("no-entry");
  if (isNew && Object.keys(replica.state.people).length >= limits.people) return refuse("room-full");
  // Steps of one request fail together, and only the last one answers.
  const ignore = (_outcome: Outcome): void => {};
  if (isNew) stageEvent(live, entrant.person, { kind: "joined", ...entrant }, ignore);
  const leases = leaseIds(replica, entrant.person, have.spareIds, doors.random);
  if (leases.length > 0)
    stageEvent(live, "server", { kind: "leased", person: entrant.person, ids: leases }, ignore);
  if (isAnonymous(replica.state.session) && !replica.pseudonyms.has(entrant.person))
    stagePseudonym(live, entrant.person, newPseudonym(live));
  const self = selfOf(replica, entrant.person);
  // The answer is made now and given when all that it contains is on disk.
  const state = stateFor(replica.state, self);
  const rest = {
    ...has,
    state,
    leases,
    pseudonym: self.pseudonym,
    now: doors.clock.now(),
  };
  afterStaged(live, (outcome) => answer(answered(outcome, (seq) => ({ seq, ...rest }))));
  return null;
}

/** What the room has beyond a state vector, and the state vector of both; null when the bytes are none. */
function missing(replica: Replica, stateVector: Uint8Array): Whole | null {
  const hasNothing = stateVector.length === 1 && stateVector[0] === 0;
  if (hasNothing) return replica.whole();
  try {
    const update = Y.encodeStateAsUpdate(replica.doc, stateVector);
    return { update, stateVector: Y.encodeStateVector(replica.doc) };
  } catch {
    return null;
  }
}
