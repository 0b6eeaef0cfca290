import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { pollForm } from "../../protocol/session-shapes.ts";
import { isAnonymous } from "../anonymity.ts";
import { checkSomeWords } from "../check-words.ts";
import { checkLead, leaders } from "../lead.ts";
import { checkForm } from "../poll.ts";
import { defineCommand } from "../rule.ts";

/** Puts a question to everybody; while it is blind, answers go to nobody but those who gave them. */
export const openPoll = defineCommand({
  kind: "open-poll",
  input: z.strictObject({
    kind: z.literal("open-poll"),
    /** A new id, chosen by the client. */
    poll: thingId,
    question: z.string(),
    form: pollForm,
    blind: z.boolean(),
  }),
  roles: leaders,
  decide(state, by, { poll, question, form, blind }, prepared) {
    const { polls } = state.session;
    const refusal =
      checkLead(by, prepared) ?? checkSomeWords(question, limits.questionText) ?? checkForm(form);
    if (refusal) return err(refusal);
    if (polls[poll]) return err(refuse("id-taken", poll));
    if (Object.keys(polls).length >= limits.polls) return err(refuse("too-many", "polls in the room"));
    return ok({ person: by.id, poll, question, form, blind, anonymous: isAnonymous(state.session) });
  },
});
