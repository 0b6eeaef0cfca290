import { err, ok, type Result } from "@crux/core";
import * as z from "zod/mini";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { callPeople } from "./kinds/call-people.ts";
import { closeRoom } from "./kinds/close-room.ts";
import { handOver } from "./kinds/hand-over.ts";
import { pin } from "./kinds/pin.ts";
import { rename } from "./kinds/rename.ts";
import { renewCode } from "./kinds/renew-code.ts";
import { setCode } from "./kinds/set-code.ts";
import { setRole } from "./kinds/set-role.ts";
import type { Person, RoomState } from "./room-state.ts";
import type { CommandRule, EntryMeta, Prepared } from "./rule.ts";

/** Every kind of command. A new kind is one file in kinds/ and one line here. */
const kinds = [rename, setRole, handOver, setCode, renewCode, closeRoom, callPeople, pin] as const;

/** A command as it travels. */
// reason: the list's element type is a union of rules, which the signature of discriminatedUnion can't take apart
export const command = z.discriminatedUnion(
  "kind",
  kinds.map((rule) => rule.input) as never,
) as z.ZodMiniType<Command>;

/** What a person asks the room to do, beside editing the scenario. */
export type Command = z.infer<(typeof kinds)[number]["input"]>;

/** What a command became: its kind and what its rule decided. */
export type CommandEvent = { readonly kind: string };

// reason: a list of rules with different inputs has no common type for them; `kind` ties each input to its own rule
type AnyRule = CommandRule<{ kind: string }, object>;
const rules = new Map(kinds.map((rule) => [rule.kind as string, rule as unknown as AnyRule]));

/** Whether deciding this command takes a code that no other room uses. */
export const needsCode = (wanted: Command): boolean => rules.get(wanted.kind)?.needsCode === true;

/** The event that `wanted` becomes when `by` sends it now, or the refusal. Pure. */
export function decideCommand(
  state: RoomState,
  by: Person,
  wanted: Command,
  prepared: Prepared,
): Result<CommandEvent, Refusal> {
  const rule = rules.get(wanted.kind);
  if (!rule) return err(refuse("bad-message", wanted.kind));
  if (!rule.roles.includes(by.role)) return err(refuse("not-allowed", `${wanted.kind} as ${by.role}`));
  if (state.closed && wanted.kind !== "close-room") return err(refuse("room-closed"));
  const decided = rule.decide(state, by, wanted, prepared);
  return decided.ok ? ok({ ...decided.value, kind: wanted.kind }) : decided;
}

/** The state after a command's event; undefined when the kind is unknown here (the log was written by a newer version). */
export const applyCommandEvent = (
  state: RoomState,
  event: CommandEvent,
  meta: EntryMeta,
): RoomState | undefined => rules.get(event.kind)?.apply(state, event, meta);
