import { type DatedScenario, type JoinedRoom, limits, type Reported, recordSeqs } from "@crux/room/client";

/** What a room's record is made of: its view, and what its scenario was after the entries that count. Plain data. */
export type PastRoom = {
  readonly view: Reported;
  readonly versions: ReadonlyMap<number, DatedScenario>;
};

/** What the room came to, with its past asked of the server; why that is not known, in a sentence. */
export async function loadRecord(room: JoinedRoom): Promise<PastRoom | string> {
  const { session, estimates, debate, scenario, rows, people } = await room.whenRead();
  const view: Reported = { session, estimates, debate, scenario, rows, people };
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
  return { view, versions };
}

const UNREACHABLE =
  "The room's past is on the server, which does not answer. Try again when there is a connection.";
