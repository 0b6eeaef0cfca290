import { asSentence } from "@crux/core";
import type { NotAdmitted } from "@crux/room/client";

/** Why nobody came in, as a sentence: the server's own, with what to do next where the door says `noEntry`. */
export function sayNotAdmitted(
  error: NotAdmitted,
  words: { readonly unreachable: string; readonly noEntry: string },
): string {
  if (error === "unreachable") return words.unreachable;
  const sentence = asSentence(error.sentence);
  if (error.code === "room-full")
    return `${sentence} Look on at the big screen, or with somebody who is in; or try again later.`;
  return error.code === "no-entry" ? `${sentence} ${words.noEntry}` : sentence;
}
