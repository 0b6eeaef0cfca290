import { isLease, type LogEvent, type PublicEvent } from "../command/events.ts";
import type { RoomState } from "../command/room-state.ts";
import type { OwnEntry, WireEntry } from "../wire/messages.ts";

/** What the connections hear of one entry: all the same, but for what only one person's own may. */
export type Telling = { readonly wire: WireEntry; readonly own: Omit<OwnEntry, "index"> | null };

const estimateKinds = ["pin", "set-credence", "set-applicability"];
const silent: WireEntry = { kind: "silent" };

/**
 * What to tell of `event`, which led from `before` to `after`. A number that is placed in a blind round goes to
 * its person only; the others hear the count when it changes, and neither whose it was nor which command.
 */
export function tellEvent(
  before: RoomState,
  after: RoomState,
  event: LogEvent,
  meta: { readonly by: string; readonly at: number },
): Telling {
  if (isLease(event)) return { wire: silent, own: null };
  const { values, count, blind } = after.estimates;
  const told = (what: PublicEvent): WireEntry => ({ ...meta, kind: "event", event: what });
  if (event.kind === "reveal-estimates") {
    const revealed = { ...event, values };
    return { wire: told(revealed), own: null };
  }
  if (!estimateKinds.includes(event.kind) || blind !== true) return { wire: told(event), own: null };
  const isNews = count !== before.estimates.count || blind !== before.estimates.blind;
  const anonymous: WireEntry = { kind: "event", by: "", at: meta.at, event: { kind: "estimates-in", count } };
  const counted = { ...event, count };
  return { wire: isNews ? anonymous : silent, own: { person: meta.by, entry: told(counted) } };
}
