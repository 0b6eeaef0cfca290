import type { RoomRecord } from "@crux/core";
import { type DatedScenario, type JoinedRoom, limits, recordOf, recordSeqs } from "@crux/room/client";

/** What the room came to, with its past asked of the server; why that is not known, in a sentence. */
export async function loadRecord(room: JoinedRoom): Promise<RoomRecord | string> {
  const view = await room.whenRead();
  const seqs = recordSeqs(view);
  const versions = new Map<number, DatedScenario>();
  for (let from = 0; from < seqs.length; from += limits.lookedAt) {
    const found = await room.past.versions(seqs.slice(from, from + limits.lookedAt));
    if (!found.ok)
      return found.error === "unreachable"
        ? UNREACHABLE
        : `The room's past can't be read: ${found.error.sentence}.`;
    for (const { seq, at, scenario } of found.value) versions.set(seq, { at, scenario });
  }
  return recordOf(view, versions);
}

const UNREACHABLE =
  "The room's past is on the server, which does not answer. Try again when there is a connection.";
