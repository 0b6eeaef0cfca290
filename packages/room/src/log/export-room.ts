import { err, ok, type Result } from "@crux/core";
import { canonicalText } from "../base/canonical.ts";
import type { PublicEvent } from "../command/events.ts";
import { maskEvent } from "../command/mask-event.ts";
import type { Self } from "../command/sight.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { RoomFile } from "../protocol/room-file.ts";
import { checkPast, type Past } from "./look-back.ts";
import { tellEvent } from "./tell.ts";
import { type Step, walkLog } from "./walk-log.ts";

type FileEntry = RoomFile["entries"][number];

/**
 * The room as a file (JSON text): its log as everybody heard it, so that folding it gives what everybody sees. It has
 * no blind number or answer, no link between a person and a pseudonym, no code, and for all but moderators nothing
 * that is hidden.
 */
export async function exportRoom(past: Past, self: Self, exported: number): Promise<Result<string, Refusal>> {
  const refusal = checkPast(past, self);
  if (refusal) return err(refusal);
  const isModerator = past.now.people[self.person]?.role === "moderator";
  const { hidden } = past.now.session;
  const isHidden = (ref: string): boolean => !isModerator && Object.hasOwn(hidden, ref);
  const entries: string[] = [];
  let size = 0;
  await walkLog(past.store, past.room, past.last, (step) => {
    if (size > limits.roomFile) return;
    const entry = canonicalText(entryOf(step, isHidden));
    size += entry.length + 1;
    entries.push(entry);
  });
  if (size > limits.roomFile) return err(refuse("too-large", "the room as a file"));
  return ok(
    `{"format":"crux/room","version":1,"exported":${exported},"entries":[\n${entries.join(",\n")}\n]}\n`,
  );
}

function entryOf({ entry, event, before, replica }: Step, isHidden: (ref: string) => boolean): FileEntry {
  const { at, by } = entry;
  if (event === null) return { at, by, update: Buffer.from(entry.payload).toString("base64") };
  const { wire } = tellEvent(before, replica.state, event, { by, at });
  if (wire.kind !== "event") return null;
  const said = maskEvent(withoutCode(wire.event), isHidden);
  return said && { at, by: wire.by, event: said };
}

/** A code lets people into the room that the file came from. */
function withoutCode(event: PublicEvent): PublicEvent {
  if (event.kind === "created" || event.kind === "imported") return { ...event, code: "" } as PublicEvent;
  return event.kind === "renew-code" ? ({ ...event, value: "" } as PublicEvent) : event;
}
