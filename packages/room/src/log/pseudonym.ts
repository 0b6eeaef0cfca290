import { toBase32 } from "../base/bytes.ts";
import { type Live, stageEvent } from "./live.ts";

/** An id like a person's that says nothing about whose it is. */
export const newPseudonym = ({ doors }: Live): string => toBase32(doors.random(16));

/** Notes in the log that `as` is `person`: nobody is told. */
export const stagePseudonym = (live: Live, person: string, as: string): void =>
  stageEvent(live, person, { kind: "pseudonym", person, as }, () => {});
