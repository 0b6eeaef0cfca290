import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { rowRef } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { withSession } from "../room-state.ts";
import { defineCommand } from "../rule.ts";

/** Locks a row of the shared scenario: nobody, moderators included, changes it until it is unlocked. */
export const lockTerm = defineCommand({
  kind: "lock-term",
  input: z.strictObject({ kind: z.literal("lock-term"), row: rowRef, locked: z.boolean() }),
  roles: ["moderator"],
  decide(state, by, { row, locked }) {
    if (locked && Object.keys(state.session.locks).length >= limits.locks)
      return err(refuse("too-many", "locked rows"));
    return ok({ person: by.id, row, locked });
  },
  apply(state, { person, row, locked }, { seq }) {
    const { [row]: _old, ...others } = state.session.locks;
    return withSession(state, { locks: locked ? { ...others, [row]: { by: person, seq } } : others });
  },
});
