import { isPublished, phaseLock, phaseOf, type RoomView, speakers } from "@crux/room/client";
import { isYou, ownIn } from "../room/who.ts";

/**
 * What a phone asks of its owner: to speak, to answer a question, to place or revise their numbers, to say what they
 * doubt; or what their group was given to work on; or nothing.
 */
export type Prompt =
  | { readonly kind: "speak" }
  | { readonly kind: "poll"; readonly poll: string }
  | { readonly kind: "estimate"; readonly isAgain: boolean }
  /** Their group was given an objection, or there are such groups and they are in none. */
  | { readonly kind: "group" }
  | { readonly kind: "object" }
  | { readonly kind: "nothing" };

type PromptView = Pick<RoomView, "you" | "session" | "estimates" | "closed" | "pseudonym" | "debate">;

/** The one thing that is asked now: having the floor goes before questions, these before what the phase is for. */
export function promptOf(view: PromptView): Prompt {
  const { you, session, estimates, closed } = view;
  if (you === null || closed) return { kind: "nothing" };
  if (session.floor.speaker?.person === you.id) return { kind: "speak" };
  if (!speakers.includes(you.role)) return { kind: "nothing" };
  const may = (permission: "answer" | "estimate" | "object" | "overlay") =>
    phaseLock(session, you.role, permission) === null;
  const open = Object.values(session.polls)
    .filter(({ id, closed }) => !closed && session.hidden[`poll/${id}`] === undefined)
    // What is asked now, or again, goes before what has been shown already.
    .toSorted((a, b) => Number(b.blind) - Number(a.blind) || b.seq - a.seq)
    .find(({ answers }) => ownIn(view, answers) === null);
  if (open !== undefined && may("answer")) return { kind: "poll", poll: open.id };
  const own = ownIn(view, estimates.values);
  // A phase that asks for numbers goes on asking; without one it is asked once.
  const asks = phaseOf(session) === null ? own?.g === undefined || own.g === null : !may("object");
  if (may("estimate") && asks) return { kind: "estimate", isAgain: estimates.before !== null };
  if (may("overlay") && hasTask(view)) return { kind: "group" };
  return may("object") ? { kind: "object" } : { kind: "nothing" };
}

/** Whether a group that this person is in works on something; for who is in none, whether any does. */
function hasTask(view: PromptView): boolean {
  const groups = Object.values(view.debate.overlays).filter(({ task }) => task !== undefined);
  const own = groups.filter(({ members }) => members.some((id) => isYou(view, id)));
  return own.length === 0 ? groups.length > 0 : own.some((one) => !isPublished(one));
}
