import { writeScenario } from "@crux/core";
import type { JoinedRoom } from "@crux/room/client";
import { askRecordOnce } from "./ask-record.ts";

/** Who won as of a checkpoint, in a sentence, and whether the model is another one now. */
export type CheckpointWords = { readonly sentence: string; readonly hasChanged: boolean };

/** What the room's model said right after entry `seq`; where that can't be read, the sentence says so. */
export async function readCheckpoint(room: JoinedRoom, seq: number): Promise<CheckpointWords> {
  const found = await room.past.versions([seq]);
  const unknown = (why: string): CheckpointWords => ({ sentence: why, hasChanged: false });
  if (!found.ok) return unknown("Who won then can't be read now.");
  const scenario = found.value[0]?.scenario ?? null;
  if (scenario === null) return unknown("There was no model yet.");
  const json = writeScenario(scenario);
  const { scenario: now } = await room.whenRead();
  const hasChanged = now === null || JSON.stringify(writeScenario(now)) !== JSON.stringify(json);
  const told = await askRecordOnce({ kind: "winners", scenario: json });
  return { sentence: told?.sentence ?? "Who won then could not be worked out here.", hasChanged };
}
