import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingRef } from "../../protocol/debate-shapes.ts";
import { reactions } from "../../protocol/debate-words.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { isAnonymous } from "../anonymity.ts";
import { versionOf } from "../debate-state.ts";
import { defineCommand } from "../rule.ts";

/** Puts a reaction on exactly one thing, or takes it off: each of the four at most once per person and thing. */
export const react = defineCommand({
  kind: "react",
  input: z.strictObject({
    kind: z.literal("react"),
    to: thingRef,
    reaction: z.enum(reactions),
    on: z.boolean(),
  }),
  roles: speakers,
  permission: "react",
  isAnonymous: ({ session }) => isAnonymous(session),
  owns: ({ debate }, id, { to, reaction }) => debate.reactions[to]?.[id]?.includes(reaction) === true,
  decide(state, by, { to, reaction, on }) {
    const isThing = to.startsWith("objection/") || to.startsWith("claim/");
    if (isThing && versionOf(state.debate, to) === null) return err(refuse("no-such-thing", to));
    if (on) {
      const all = Object.values(state.debate.reactions);
      const count = (list: readonly (readonly string[] | undefined)[]): number =>
        list.reduce((sum, one) => sum + (one?.length ?? 0), 0);
      if (count(all.map((people) => people[by.id])) >= limits.reactionsPerPerson)
        return err(refuse("too-many", "reactions of yours"));
      if (count(all.flatMap((people) => Object.values(people))) >= limits.reactions)
        return err(refuse("too-many", "reactions in the room"));
    }
    return ok({ person: by.id, to, reaction, on });
  },
});
