import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { personId, role } from "../../protocol/shapes.ts";
import type { RoomState } from "../room-state.ts";
import { defineCommand } from "../rule.ts";

const moderators = (state: RoomState) =>
  Object.values(state.people).filter(({ role, past }) => role === "moderator" && !past);

/** Gives someone another role; making someone else moderator is handing over or sharing the room. */
export const setRole = defineCommand({
  kind: "set-role",
  input: z.strictObject({ kind: z.literal("set-role"), person: personId, role }),
  roles: ["moderator"],
  decide(state, _by, input) {
    const person = state.people[input.person];
    if (!person) return err(refuse("no-such-person", input.person));
    const loses = person.role === "moderator" && input.role !== "moderator";
    if (loses && moderators(state).length === 1) return err(refuse("last-moderator"));
    return ok({ person: person.id, role: input.role });
  },
});
