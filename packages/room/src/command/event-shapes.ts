import * as z from "zod/mini";
import { anchor, anchorRows, becauseInput, rowRef, thingId, thingRef } from "../protocol/debate-shapes.ts";
import { objectionKinds, reactions } from "../protocol/debate-words.ts";
import { limits } from "../protocol/limits.ts";
import { duration, hideable, phaseId, phaseInput, pollForm, spotlight } from "../protocol/session-shapes.ts";
import { personId, place, role } from "../protocol/shapes.ts";
import { checkClaim, checkPatch } from "./check-content.ts";
import { ratherNot } from "./estimate-state.ts";
import { timerChange } from "./kinds/set-timer.ts";
import { isCredence, isPositive } from "./numbers.ts";

const words = (longest: number) => z.string().check(z.maxLength(longest));
const moment = z.int().check(z.minimum(0), z.maximum(2 ** 53 - 1));
const count = z.int().check(z.minimum(0), z.maximum(limits.people));
const entry = z.int().check(z.minimum(1), z.maximum(2 ** 31));
const key = z.string().check(z.regex(/^[0-9a-z]{1,24}$/));
const g = z.nullable(words(60).check(z.refine((text) => text === ratherNot || isPositive(text))));
const credence = z.nullable(words(60).check(z.refine(isCredence)));
const positive = z.nullable(words(60).check(z.refine(isPositive)));
const patch = z.unknown().check(z.refine((json) => checkPatch(json).ok));
const readings = z
  .array(z.strictObject({ label: words(limits.labelText), patch }))
  .check(z.maxLength(limits.readings));
const claimText = words(limits.claimText).check(z.refine((text) => text === "" || checkClaim(text) === null));
const overlayId = words(26 + limits.groupName);
const doubt = z.enum(objectionKinds);
const name = words(60);
const person = personId;
const person26 = { person: personId };
const number = {
  person,
  blind: z.optional(z.boolean()),
  anonymous: z.optional(z.boolean()),
  because: z.optional(becauseInput),
};
const estimate = z.strictObject({
  g,
  credences: z.record(key, words(60).check(z.refine(isCredence))),
  applicability: z.record(thingId, words(60).check(z.refine(isCredence))),
  because: z.optional(becauseInput),
});
const answer = words(limits.answerText);
const objection = thingId;

/** What a room file may say of each kind of event, beside its kind. */
const fields: Readonly<Record<string, Readonly<Record<string, z.ZodMiniType>>>> = {
  created: { person, name, code: z.literal("") },
  joined: { person, name, role },
  imported: { person, name, code: z.literal(""), until: z.optional(moment) },
  "estimates-in": { count, anonymous: z.optional(z.literal(true)) },
  "answers-in": { poll: thingId, count },
  rename: { person, name },
  "set-role": { person, role },
  "hand-over": { from: person, to: person },
  "set-code": { hidden: z.boolean(), role },
  "renew-code": { value: z.literal("") },
  "close-room": { closed: z.boolean() },
  "call-people": { person, place },
  pin: { ...number, g },
  "set-credence": { ...number, program: key, value: credence },
  "set-applicability": { ...number, objection, value: credence },
  "reveal-estimates": { person, values: z.record(person, estimate) },
  "blind-estimates": person26,
  "raise-objection": {
    raised: z.strictObject({
      id: thingId,
      author: person,
      kind: doubt,
      anchor,
      rows: anchorRows,
      text: words(limits.objectionText),
      readings,
      replyTo: z.nullable(thingId),
    }),
    map: z.unknown(),
  },
  "edit-objection": {
    objection,
    changed: z.strictObject({ kind: doubt, text: words(limits.objectionText), readings }),
    map: z.unknown(),
  },
  "withdraw-objection": { objection },
  "concede-objection": { objection },
  "accept-objection": { objection, as: z.enum(["answered", "conceded"]), residue: words(limits.reasonText) },
  "merge-objection": { objection, reading: z.int().check(z.minimum(0), z.maximum(limits.readings - 1)) },
  "decline-objection": { objection, reason: words(limits.reasonText) },
  "reopen-objection": { objection },
  "reanchor-objection": { objection, anchor, rows: anchorRows },
  react: { person, to: thingRef, reaction: z.enum(reactions), on: z.boolean() },
  endorse: { person, to: thingRef, version: z.nullable(entry) },
  "pin-claim": { claim: thingId, by: person, text: claimText },
  "remove-claim": { claim: thingId },
  "publish-overlay": {
    overlay: overlayId,
    group: z.nullable(words(limits.groupName)),
    person,
    patch,
    g: positive,
  },
  "join-group": { overlay: overlayId, person },
  "withdraw-overlay": { overlay: overlayId },
  "set-task": {
    person,
    overlay: overlayId,
    group: words(limits.groupName),
    objection: z.nullable(objection),
  },
  "set-agenda": { person, phases: z.array(phaseInput).check(z.maxLength(limits.phases)) },
  "start-phase": { person, phase: z.nullable(phaseId) },
  "lock-term": { person, row: rowRef, locked: z.boolean() },
  "set-timer": { person, timer: z.enum(["phase", "speaker"]), set: timerChange },
  "set-extra-time": { person, percent: z.int().check(z.minimum(100), z.maximum(300)) },
  "raise-hand": { person, thread: z.nullable(entry), about: z.nullable(thingRef) },
  "lower-hand": person26,
  "skip-hand": person26,
  recognise: { person, seconds: z.nullable(duration) },
  "yield-floor": person26,
  "show-on-screen": { person, what: z.nullable(spotlight) },
  "open-poll": {
    person,
    poll: thingId,
    question: words(limits.questionText),
    form: pollForm,
    blind: z.boolean(),
    anonymous: z.boolean(),
  },
  "answer-poll": { person, poll: thingId, answer: z.nullable(answer), because: z.optional(thingId) },
  "reveal-poll": {
    person,
    poll: thingId,
    answers: z.record(person, answer),
    because: z.optional(z.record(person, thingId)),
  },
  "blind-poll": { person, poll: thingId },
  "close-poll": { person, poll: thingId, closed: z.boolean() },
  "pin-gloss": { person, to: thingRef, text: z.nullable(words(limits.glossText)) },
  checkpoint: { person, name: words(limits.checkpointName) },
  "note-restore": { person, restored: entry },
  hide: { person, to: hideable, reason: words(limits.reasonText) },
  unhide: { person, to: hideable },
  mute: { moderator: person, person, until: z.enum(["phase", "lifted"]), reason: words(limits.reasonText) },
  unmute: person26,
  "remove-person": { person, reason: words(limits.reasonText) },
  "readmit-person": person26,
  "close-door": { person, closed: z.boolean() },
  "set-anonymous": { person, on: z.boolean() },
  "set-embed": { person, on: z.boolean() },
};

const shapes = new Map(
  Object.entries(fields).map(([kind, shape]) => [kind, z.strictObject({ kind: z.literal(kind), ...shape })]),
);

/** Why this is no event that a room file may contain, in a few words; null when it is one. */
export function eventIssue(event: { readonly kind: string }): string | null {
  const shape = shapes.get(event.kind);
  if (shape === undefined) return `unknown kind ${event.kind}`;
  const read = shape.safeParse(event);
  if (read.success) return null;
  const [first] = read.error.issues;
  return `${event.kind}: ${first?.path.join(".") ?? ""} ${first?.message ?? ""}`;
}
