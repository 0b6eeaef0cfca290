import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { hideable } from "../../protocol/session-shapes.ts";
import { defineCommand } from "../rule.ts";

/** Brings something that was hidden back. */
export const unhide = defineCommand({
  kind: "unhide",
  input: z.strictObject({ kind: z.literal("unhide"), to: hideable }),
  roles: ["moderator"],
  decide(state, by, { to }) {
    if (!state.session.hidden[to]) return err(refuse("no-such-thing", to));
    // The words travel to clients only: the server has them.
    const event: { person: string; to: string; thing?: unknown } = { person: by.id, to };
    return ok(event);
  },
});
