import {
  type RecordGroup,
  type RecordNote,
  type RecordNumbers,
  type RecordObjection,
  type RecordPoll,
  type RoomRecord,
  type Scenario,
  writePatch,
  writeScenario,
} from "@crux/core";
import { isPublished, outcomeWords } from "../command/debate-state.ts";
import { type Estimate, ratherNot } from "../command/estimate-state.ts";
import { overlayRef } from "../command/hideable.ts";
import type { ModerationNote } from "../command/moderation.ts";
import type { Poll } from "../command/poll.ts";
import { pseudonymName } from "../command/pseudonym-name.ts";
import { rowKinds } from "../document/shape.ts";
import { limits } from "../protocol/limits.ts";
import type { ObjectionView } from "./objections.ts";
import { type Reported, writtenAt } from "./record-seqs.ts";
import { reportOf } from "./report.ts";

/** The scenario in force right after an entry of the log. */
export type DatedScenario = { readonly at: number; readonly scenario: Scenario | null };

/** The record of a room with what its scenario was after the entries that `recordSeqs` names, as far as that is known. */
export function recordOf(view: Reported, versions: ReadonlyMap<number, DatedScenario>): RoomRecord {
  const report = reportOf(view);
  const who = nameIn(view);
  const hidden = hiddenIn(view);
  const texts = view.rows.scenario.texts;
  const json = (scenario: Scenario | null | undefined): unknown =>
    scenario ? writeScenario(scenario) : null;
  const moments = report.moments.map(({ seq, kind, name }) => {
    const version = versions.get(seq);
    return { kind, name, at: version?.at ?? null, scenario: json(version?.scenario) };
  });
  return {
    title: texts.title ?? "",
    summary: texts.summary ?? "",
    people: report.people.map(({ id, role }) => ({ name: who(id), role })),
    agenda: report.agenda,
    moments: [...moments, { kind: "now", name: "", at: null, scenario: json(view.scenario) }],
    numbers: numbersOf(view),
    polls: report.polls.map((poll) => pollOf(poll, hidden)),
    positions: positionsOf(view),
    groups: groupsOf(view),
    objections: [...report.open, ...report.settled]
      .sort((a, b) => seqOf(view, a) - seqOf(view, b))
      .map((one) =>
        objectionOf(one, { who, hidden, written: versions.get(writtenAt(one.objection))?.scenario }),
      ),
    claims: report.claims.map(({ id, by, text }) => {
      const why = hidden(`claim/${id}`);
      return { by: who(by), text: why === null ? text : "", hidden: why };
    }),
    notes: report.notes.map((note) => noteOf(note, view)),
    hasLostNotes: report.notes.length >= limits.notes,
  };
}

const seqOf = ({ debate }: Reported, { objection }: ObjectionView): number =>
  debate.objections[objection.id]?.seq ?? 0;

/** Names as they may be printed. */
const nameIn =
  ({ people, session }: Reported) =>
  (id: string): string => {
    if (session.hidden[`name/${id}`]) return "someone (name hidden)";
    return people.find((one) => one.id === id)?.name ?? pseudonymName(id);
  };

/** Why a thing is hidden; null where it is not. */
const hiddenIn =
  ({ session }: Reported) =>
  (ref: string): string | null =>
    session.hidden[ref]?.reason ?? null;

function numbersOf(view: Reported): RoomRecord["numbers"] {
  const { estimates, session, rows } = view;
  const isBlind = estimates.blind === true;
  const programs = new Map(rows.programs.map(({ key, id, texts }) => [key, texts.name || id]));
  const numbers = (one: Estimate | undefined): RecordNumbers | null =>
    one === undefined
      ? null
      : {
          g: one.g === ratherNot ? null : one.g,
          refused: one.g === ratherNot,
          credences: Object.entries(one.credences).flatMap(([key, value]) => {
            const program = programs.get(key);
            return program === undefined ? [] : [{ program, value }];
          }),
        };
  const values = isBlind ? {} : estimates.values;
  const { before } = estimates;
  const placed = new Set([...Object.keys(before ?? {}), ...Object.keys(values)]);
  const people = view.people.map(({ id }) => id).filter((id) => placed.has(id));
  const voices = [...placed].filter((id) => !people.includes(id)).sort();
  const ids = [...people, ...voices];
  return {
    blind: isBlind,
    count: estimates.count,
    rows: ids.map((id) => {
      const because = values[id]?.because ?? null;
      return {
        name: nameIn(view)(id),
        before: numbers(before?.[id]),
        after: numbers(values[id]),
        because: because && session.hidden[`because/${id}`] ? { ...because, words: "" } : because,
      };
    }),
  };
}

function pollOf(poll: Poll, hidden: (ref: string) => string | null): RecordPoll {
  const { id, question, form, blind, count } = poll;
  const why = hidden(`poll/${id}`);
  const shown = (answers: Poll["answers"]): readonly string[] =>
    Object.entries(answers).flatMap(([person, answer]) =>
      hidden(`answer/${id}/${person}`) === null ? [answer] : [],
    );
  if (why !== null)
    return {
      question: "",
      form: { kind: "words" },
      blind,
      count,
      answers: [],
      before: null,
      moves: [],
      hidden: why,
    };
  const answers = blind ? [] : shown(poll.answers);
  return {
    question,
    form,
    blind,
    count,
    answers,
    before: poll.before && shown(poll.before),
    moves: blind ? [] : movesOf(poll, hidden),
    hidden: null,
  };
}

/** Answers that changed since they were shown first, sorted by what they say: their order tells nothing of whose they are. */
function movesOf(
  { id, answers, before, because }: Poll,
  hidden: (ref: string) => string | null,
): RecordPoll["moves"] {
  return Object.entries(answers)
    .flatMap(([person, to]) => {
      const from = before?.[person];
      const isMove = from !== undefined && from !== to && hidden(`answer/${id}/${person}`) === null;
      return isMove ? [{ from, to, because: because?.[person] ?? null }] : [];
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function positionsOf(view: Reported): RoomRecord["positions"] {
  const { debate, estimates, session } = view;
  return Object.values(debate.overlays)
    .filter((one) => isPublished(one))
    .filter(({ id }) => session.hidden[overlayRef(id)] === undefined)
    .sort((a, b) => a.seq - b.seq)
    .map(({ group, by, patch, g }) => {
      const placed = group === null && estimates.blind !== true ? estimates.values[by]?.g : null;
      const own = placed === ratherNot ? null : placed;
      return {
        name: group ?? nameIn(view)(by),
        patch: [...(patch as readonly unknown[])],
        g: g ?? own ?? null,
      };
    });
}

function groupsOf(view: Reported): readonly RecordGroup[] {
  const { debate, session } = view;
  return Object.values(debate.overlays)
    .filter(({ id }) => session.hidden[overlayRef(id)] === undefined)
    .sort((a, b) => a.seq - b.seq)
    .flatMap((overlay) => {
      const { group, members, patch, task } = overlay;
      if (group === null) return [];
      return [
        {
          name: group,
          members: members.map(nameIn(view)),
          task: task ?? null,
          patch: isPublished(overlay) ? [...(patch as readonly unknown[])] : null,
        },
      ];
    });
}

function objectionOf(
  { objection, replyTo, outcome, anchorState }: ObjectionView,
  room: {
    readonly who: (id: string) => string;
    readonly hidden: (ref: string) => string | null;
    readonly written: Scenario | null | undefined;
  },
): RecordObjection {
  const { id, author, kind, anchor, text, readings } = objection;
  const why = room.hidden(`objection/${id}`);
  const isHidden = why !== null;
  return {
    id,
    author: room.who(author),
    kind,
    anchor: isHidden ? { kind: "scenario", snapshot: "" } : anchor,
    text: isHidden ? "" : text,
    readings: isHidden ? [] : readings.map(({ label, patch }) => ({ label, patch: writePatch(patch) })),
    replyTo,
    outcome: outcome && {
      kind: outcome.kind,
      by: room.who(outcome.by),
      words: isHidden ? "" : outcomeWords(outcome),
      reading: outcome.kind === "merged" ? outcome.reading : null,
    },
    anchorState: isHidden ? "same" : anchorState,
    written: isHidden || outcome === null || !room.written ? null : writeScenario(room.written),
    hidden: why,
  };
}

function noteOf({ at, by, kind, subject, reason }: ModerationNote, view: Reported): RecordNote {
  const who = nameIn(view);
  return { at, by: who(by), kind, subject: subjectOf(subject, view), reason };
}

/** What a note is about, in a name that may be printed. */
function subjectOf(subject: string, view: Reported): string {
  if (subject === "") return "";
  const [kind = "", key] = subject.split("/");
  const rows = rowKinds.find((one) => one === kind);
  if (rows !== undefined) {
    const row = view.rows[rows].find((one) => one.key === key);
    return row ? row.texts.label || row.texts.name || row.id : "a row that is gone";
  }
  return key === undefined ? nameIn(view)(subject) : kind;
}
