import { splitsCharacter } from "../base/split-surrogate.ts";
import { no } from "./refused.ts";

/** Refuses a cut inside a surrogate pair: Yjs puts U+FFFD there on some replicas and not on others. */
export function checkCut(text: string, at: number): void {
  if (splitsCharacter(text, at)) no("split-surrogate");
}
