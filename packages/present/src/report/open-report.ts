import { capitalize, type RoomRecord, writeScenario } from "@crux/core";
import { answerQuery } from "@crux/solver";
import { cardOf } from "../card.ts";
import { noteWords } from "../note-words.ts";
import { proofLines } from "../proof-lines.ts";
import { cruxesPart } from "./cruxes-part.ts";
import { groupPart } from "./group-part.ts";
import { hiddenNote, numbersPart, pollPart } from "./number-parts.ts";
import { objectionParts } from "./objection-parts.ts";
import type { ClaimPart, Report } from "./report.ts";
import { scenarioNow, thresholdRows } from "./threshold-rows.ts";

/** The report of a record, but for its claims: those are judged one by one, since a proof may take long. */
export function openReport(record: RoomRecord): Report {
  const now = scenarioNow(record);
  const objections = objectionParts(record, now);
  const cite = (id: string): string => {
    const found = objections.find((one) => one.id === id);
    return found === undefined ? "an objection" : `objection ${found.number}`;
  };
  const thresholds = thresholdRows(record, ({ kind, name }) => {
    switch (kind) {
      case "start":
        return "Start";
      case "now":
        return "Now";
      case "merge":
        return capitalize(`${cite(name)} merged`);
      default:
        return name;
    }
  });
  const { title, summary, people, agenda, polls, claims, notes } = record;
  return {
    title: title || "Untitled room",
    summary,
    sentence: now === null ? "" : (thresholds[thresholds.length - 1]?.sentence ?? ""),
    people,
    agenda,
    thresholds,
    numbers: numbersPart(record, cite),
    polls: polls.map((poll) => pollPart(poll, cite)),
    cruxes: cruxesPart(now, record.positions),
    groups: record.groups.map((group) => groupPart(group, now, objections)),
    open: objections.filter(({ isOpen }) => isOpen),
    settled: objections.filter(({ isOpen }) => !isOpen),
    settledNote: settledNote(record),
    claims: claims.map(
      (one): ClaimPart => ({
        ...one,
        hidden: one.hidden === null ? null : hiddenNote(one.hidden),
        verdict: null,
        headline: "",
        details: [],
        proof: [],
      }),
    ),
    notes: notes.map((note) => ({ at: note.at, text: noteWords(note) })),
    notesNote: record.hasLostNotes ? `The last ${notes.length}; the room keeps no older ones.` : "",
  };
}

/** How many settled objections are told for another model than the one that they were written for. */
function settledNote({ objections }: RoomRecord): string {
  const count = objections.filter(
    ({ outcome, written, hidden }) => outcome !== null && written === null && hidden === null,
  ).length;
  if (count === 0) return "";
  const which = count === 1 ? "One of them is" : `${count} of them, the oldest, are`;
  return `${which} told for the model as it is now. The room's file has the model that ${count === 1 ? "it was" : "each was"} written for.`;
}

/** One claim of a record with its verdict and proof, for the model as it is now. */
export function judgedClaim(record: RoomRecord, claim: ClaimPart): ClaimPart {
  const scenario = scenarioNow(record);
  if (claim.hidden !== null) return claim;
  const none = (headline: string): ClaimPart => ({ ...claim, verdict: "undecided", headline });
  if (scenario === null) return none("Undecided: there is no model.");
  const query = { kind: "judge", claim: claim.text, assume: [] };
  const reply = answerQuery({ scenario: writeScenario(scenario), query });
  if (!reply.ok) return none(`Undecided: ${reply.issues[0]?.message ?? "no answer"}.`);
  const { answer } = reply;
  const { headline, details } = cardOf(scenario, answer);
  if (answer.kind !== "judge") return { ...none(headline), details };
  return { ...claim, verdict: answer.verdict, headline, details, proof: proofLines(answer) };
}

/** The report with every claim judged. */
export function wholeReport(record: RoomRecord): Report {
  const report = openReport(record);
  return { ...report, claims: report.claims.map((one) => judgedClaim(record, one)) };
}
