import { checkPhase, isMuted } from "../command/permits.ts";
import { applyChecked } from "../gate/apply-update.ts";
import { checkUpdate } from "../gate/check-update.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { mayEdit } from "../protocol/role.ts";
import type { Saved } from "../wire/messages.ts";
import { type Answer, afterStaged, answered, type Live } from "./live.ts";

/** Takes one update of the scenario through the gate. Refused (returned) or answered when it is on disk. */
export function takeUpdate(
  live: Live,
  person: string,
  update: Uint8Array,
  answer: Answer<Saved>,
): Refusal | null {
  const { replica, committer, doors } = live;
  const who = replica.state.people[person];
  if (who === undefined) return refuse("not-joined");
  if (who.removed) return refuse("removed");
  if (isMuted(replica.state, person)) return refuse("muted");
  if (!mayEdit(who.role)) return refuse("not-allowed", `edit as ${who.role}`);
  if (replica.state.closed) return refuse("room-closed");
  const locked = checkPhase(replica.state, who, "edit");
  if (locked) return locked;
  const { locks } = replica.state.session;
  const isLocked = Object.keys(locks).length > 0 ? (row: string) => Object.hasOwn(locks, row) : null;
  const isTheirs = (client: number): boolean => replica.leases.get(client) === person;
  const checked = checkUpdate(replica.doc, update, isTheirs, limits.document - replica.bytes, isLocked);
  if (!checked.ok) return checked.error;
  const added = apply(live, update);
  if (added === undefined) return refuse("malformed", "the update can't be applied");
  if (added === null) {
    afterStaged(live, (outcome) => answer(answered(outcome, () => ({ seq: 0 }))));
    return null;
  }
  const at = doors.clock.now();
  replica.seq++;
  replica.bytes += added.length;
  committer.stage({
    entry: { at, by: person, kind: "scenario-update", payload: added },
    wire: { kind: "update", update: added },
    settled: (outcome) => answer(answered(outcome, (seq) => ({ seq }))),
  });
  return null;
}

/** What was new in the update, null for nothing, undefined when Yjs threw. */
function apply(live: Live, update: Uint8Array): Uint8Array | null | undefined {
  try {
    return applyChecked(live.replica.doc, update);
  } catch {
    live.broken();
    return undefined;
  }
}
