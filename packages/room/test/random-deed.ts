import { overlayRef } from "../src/command/hideable.ts";
import { limits } from "../src/protocol/limits.ts";
import { roles } from "../src/protocol/role.ts";
import type { Seeded } from "./seeded.ts";

const ids = ["aaaaaaaa", "bbbbbbbb", "cccccccc"];
const rows = ["terms/s0", "terms/s1", "programs/s0"];
const patch = [{ kind: "set-cost", term: "rule", axis: "c", to: "9" }];
const forms = [
  { kind: "choice", options: ["one", "two"] },
  { kind: "slider", from: "0", to: "1", fromLabel: "never", toLabel: "always" },
  { kind: "number", unit: "steps" },
  { kind: "words" },
];
const phases = ["estimate", "object", "crux", "quiet"];

/** Something that somebody might do in a room, allowed or not: a command as it travels. */
export function randomDeed(random: Seeded, people: readonly string[]): object {
  const one = <T>(list: readonly T[]): T => random.pick(list);
  const id = one(ids);
  const text = `words ${random.int(100)}`;
  const because = random.chance(0.5) ? { because: { objection: null, words: text } } : {};
  const to = one([`objection/${id}`, `claim/${id}`, ...rows]);
  const person = one(people);
  const deeds: (() => object)[] = [
    () => ({ kind: "rename", name: text }),
    () => ({ kind: "set-role", person, role: one(roles) }),
    () => ({ kind: "set-code", hidden: random.chance(0.5) }),
    () => ({ kind: "pin", g: one(["1/2", "3", "rather-not", null]), ...because }),
    () => ({ kind: "set-credence", program: one(["s0", "s1"]), value: one(["1/3", "1", null]), ...because }),
    () => ({ kind: "set-applicability", objection: id, value: "1/4" }),
    () => ({ kind: "reveal-estimates" }),
    () => ({ kind: "blind-estimates" }),
    () => ({
      kind: "raise-objection",
      objection: id,
      doubt: "scope",
      anchor: { kind: "term", term: text, snapshot: text },
      rows: [one(rows)],
      text,
      readings: [{ label: text, patch }],
      replyTo: random.chance(0.3) ? one(ids) : null,
      map: { said: text },
    }),
    () => ({ kind: "edit-objection", objection: id, doubt: "rebut", text, readings: [] }),
    () => ({ kind: "accept-objection", objection: id, residue: text }),
    () => ({ kind: "decline-objection", objection: id, reason: text }),
    () => ({ kind: "withdraw-objection", objection: id }),
    () => ({ kind: "reopen-objection", objection: id }),
    () => ({
      kind: "reanchor-objection",
      objection: id,
      anchor: { kind: "scenario", snapshot: text },
      rows: [],
    }),
    () => ({ kind: "merge-objection", objection: id, reading: 0 }),
    () => ({ kind: "react", to, reaction: "agree", on: random.chance(0.7) }),
    () => ({ kind: "endorse", to: `objection/${id}`, on: random.chance(0.7) }),
    () => ({ kind: "pin-claim", claim: id, text: "c(rule) < c(table)" }),
    () => ({ kind: "remove-claim", claim: id }),
    () => ({ kind: "publish-overlay", group: one([null, "Row 1", "Row 2"]), patch, g: one([null, "2"]) }),
    () => ({ kind: "join-group", group: "Row 1" }),
    () => ({ kind: "withdraw-overlay", group: one([null, "Row 1"]) }),
    () => ({ kind: "start-phase", phase: one([...phases, null]) }),
    () => ({ kind: "lock-term", row: one(rows), locked: random.chance(0.5) }),
    () => ({
      kind: "set-timer",
      timer: one(["phase", "speaker"]),
      set: one([{ do: "start", seconds: 60 }, { do: "pause" }, { do: "add", seconds: 30 }, { do: "stop" }]),
    }),
    () => ({ kind: "set-extra-time", percent: 100 + random.int(200) }),
    () => ({ kind: "raise-hand", reply: random.chance(0.5), about: one([null, `objection/${id}`]) }),
    () => ({ kind: "lower-hand", person }),
    () => ({ kind: "skip-hand", person }),
    () => ({ kind: "recognise", person, seconds: null }),
    () => ({ kind: "yield-floor" }),
    () => ({
      kind: "show-on-screen",
      what: one([null, { kind: "poll", poll: id }, { kind: "compare", between: ["room", "group/Row 1"] }]),
    }),
    () => ({ kind: "open-poll", poll: id, question: text, form: one(forms), blind: random.chance(0.6) }),
    () => ({
      kind: "answer-poll",
      poll: id,
      answer: one(["0", "1", text, null]),
      ...(random.chance(0.4) && { because: id }),
    }),
    () => ({ kind: "reveal-poll", poll: id }),
    () => ({ kind: "blind-poll", poll: id }),
    () => ({ kind: "close-poll", poll: id, closed: random.chance(0.5) }),
    () => ({ kind: "lost-me", to, on: random.chance(0.7) }),
    () => ({ kind: "clear-lost", to: one([null, to]) }),
    () => ({ kind: "pin-gloss", to, text: one(["", text]) }),
    () => ({ kind: "checkpoint", name: text.slice(0, limits.checkpointName) }),
    () => ({ kind: "note-restore", seq: 2 }),
    () => ({ kind: "mute", person, until: one(["phase", "lifted"]), reason: text }),
    () => ({ kind: "unmute", person }),
    () => ({ kind: "close-door", closed: random.chance(0.5) }),
    () => ({ kind: "set-embed", on: random.chance(0.5) }),
    () => ({ kind: "set-anonymous", on: random.chance(0.5) }),
    () => ({
      kind: one(["hide", "hide", "unhide"]),
      to: one([
        `objection/${id}`,
        `claim/${id}`,
        `poll/${id}`,
        `gloss/${to}`,
        `answer/${id}/${person}`,
        `because/${person}`,
        `name/${person}`,
        overlayRef(one([person, "group/Row 1"])),
      ]),
      reason: text,
    }),
  ];
  const deed = one(deeds)();
  if ("kind" in deed && deed.kind === "unhide") {
    const { reason: _reason, ...shown } = deed as { reason?: unknown };
    return shown;
  }
  return deed;
}
