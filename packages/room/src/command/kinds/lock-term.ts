import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { rowRef } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
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
});
