import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { endorsable } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { isAnonymous } from "../anonymity.ts";
import { versionOf } from "../debate-state.ts";
import { defineCommand } from "../rule.ts";

/** Puts one's name to an objection or a claim in the version that stands now, or takes it off. */
export const endorse = defineCommand({
  kind: "endorse",
  input: z.strictObject({ kind: z.literal("endorse"), to: endorsable, on: z.boolean() }),
  roles: speakers,
  permission: "react",
  isAnonymous: ({ session }) => isAnonymous(session),
  owns: ({ debate }, id, { to }) => debate.endorsements[to]?.[id] !== undefined,
  decide(state, by, { to, on }) {
    const version = versionOf(state.debate, to);
    if (version === null) return err(refuse("no-such-thing", to));
    const all = Object.values(state.debate.endorsements);
    if (on && all.filter((people) => people[by.id] !== undefined).length >= limits.endorsementsPerPerson)
      return err(refuse("too-many", "endorsements of yours"));
    const count = all.reduce((sum, people) => sum + Object.keys(people).length, 0);
    if (on && count >= limits.endorsements) return err(refuse("too-many", "endorsements in the room"));
    return ok({ person: by.id, to, version: on ? version : null });
  },
});
