import type { Result } from "@crux/core";
import type * as z from "zod/mini";
import type { Permission } from "../protocol/permission.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { Role } from "../protocol/role.ts";
import type { Voice } from "./actor.ts";
import type { Prepared } from "./prepared.ts";
import type { Person, RoomState } from "./room-state.ts";

/** What the log says of an entry, beside its payload. */
export type EntryMeta = { readonly seq: number; readonly at: number; readonly by: string };

/** One kind of command: who may send it and what becomes of it. What its event does to the room is its fold (folds/). */
export type CommandRule<Input extends { kind: string }, Event extends object> = Voice<Input> & {
  readonly kind: Input["kind"];
  /** The command as it travels; `kind` is a literal in it. */
  readonly input: z.ZodMiniType<Input>;
  readonly roles: readonly Role[];
  /** What a phase must have opened; absent: no phase rules over it. */
  readonly permission?: Permission | ((input: Input) => Permission);
  /** Set for what a muted person may still do: take back, not add. */
  readonly whenMuted?: true;
  /** Set when the decision needs a code that no other room uses; it arrives in `prepared`. */
  readonly needsCode?: true;
  /** The event to log, or why not. Pure. */
  decide(state: RoomState, by: Person, input: Input, prepared: Prepared): Result<Event, Refusal>;
};

/** The state after an event of `Rule`. Pure; never fails, for the event is already in the log. */
export type Fold<Rule> =
  Rule extends CommandRule<infer _Input, infer Event>
    ? (state: RoomState, event: Event, meta: EntryMeta) => RoomState
    : never;

/** The rule, with its types checked against each other. */
export const defineCommand = <Input extends { kind: string }, Event extends object>(
  rule: CommandRule<Input, Event>,
): CommandRule<Input, Event> => rule;
