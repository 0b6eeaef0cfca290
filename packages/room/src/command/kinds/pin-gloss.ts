import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingRef } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { editors } from "../../protocol/role.ts";
import { checkWords } from "../check-words.ts";
import { defineCommand } from "../rule.ts";

/** Pins plain words to a thing for everybody to read; no words take them off. */
export const pinGloss = defineCommand({
  kind: "pin-gloss",
  input: z.strictObject({ kind: z.literal("pin-gloss"), to: thingRef, text: z.string() }),
  roles: editors,
  decide(state, by, { to, text: typed }) {
    const text = typed.trim();
    const { glosses } = state.session;
    const refusal = checkWords(text, limits.glossText);
    if (refusal) return err(refusal);
    if (state.session.hidden[`gloss/${to}`]) return err(refuse("is-hidden", to));
    if (!glosses[to] && Object.keys(glosses).length >= limits.glosses)
      return err(refuse("too-many", "glosses in the room"));
    return ok({ person: by.id, to, text: text === "" ? null : text });
  },
});
