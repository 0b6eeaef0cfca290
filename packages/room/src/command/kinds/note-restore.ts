import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { editors } from "../../protocol/role.ts";
import { defineCommand } from "../rule.ts";

/** Says in the record that the client has just written the scenario of entry `seq` back, as an edit of this person's. */
export const noteRestore = defineCommand({
  kind: "note-restore",
  input: z.strictObject({
    kind: z.literal("note-restore"),
    seq: z.int().check(z.minimum(1), z.maximum(2 ** 31)),
  }),
  roles: editors,
  permission: "edit",
  decide: (state, by, { seq }) =>
    state.closed ? err(refuse("room-closed")) : ok({ person: by.id, restored: seq }),
});
