import {
  applyPatch,
  fromLibrary,
  must,
  type RecordObjection,
  type RoomRecord,
  readPatch,
  type Scenario,
  writeScenario,
} from "@crux/core";
import { describe, expect, it } from "vitest";
import { changeBetween } from "./change.ts";
import { openReport, wholeReport } from "./open-report.ts";
import { reportMarkdown } from "./report-markdown.ts";

const essay = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const dearer = [{ kind: "set-cost", term: "combine", axis: "c", to: "9" }];

function after(scenario: Scenario, patch: unknown): unknown {
  const read = readPatch(patch);
  const changed = read.ok ? applyPatch(scenario, read.value) : read;
  if (!changed.ok) throw new Error(JSON.stringify(changed.error));
  return writeScenario(changed.value);
}

const objection = (id: string, more: Partial<RecordObjection> = {}): RecordObjection => ({
  id,
  author: "Bob",
  kind: "undermine",
  anchor: { kind: "cost", term: "combine", axis: "c", snapshot: "6" },
  text: "It costs more.",
  readings: [{ label: "", patch: dearer }],
  replyTo: null,
  outcome: null,
  anchorState: "same",
  written: null,
  hidden: null,
  ...more,
});

const numbers = (g: string | null) => ({
  g,
  refused: g === null,
  credences: [{ program: "Fast honest", value: "1/2" }],
});

const record: RoomRecord = {
  title: "Speed | simplicity",
  summary: "",
  people: [{ name: "Ann", role: "moderator" }],
  agenda: [{ name: "Estimate", from: 0, to: 300_000 }],
  moments: [
    { kind: "start", name: "", at: 0, scenario: writeScenario(essay) },
    { kind: "checkpoint", name: "Before <b>all</b>", at: 60_000, scenario: writeScenario(essay) },
    { kind: "merge", name: "o1", at: 120_000, scenario: after(essay, dearer) },
    { kind: "phase", name: "Unread", at: 180_000, scenario: null },
    { kind: "now", name: "", at: null, scenario: after(essay, dearer) },
  ],
  numbers: {
    blind: false,
    count: 2,
    rows: [
      {
        name: "Bob",
        before: numbers("1"),
        after: numbers("3"),
        because: { objection: "o1", words: "That." },
      },
      { name: "Cleo", before: null, after: numbers(null), because: null },
    ],
  },
  polls: [
    {
      question: "Who wins if thinking is free?",
      form: { kind: "choice", options: ["honest", "deceptive"] },
      blind: false,
      count: 3,
      answers: ["0", "0", "1"],
      before: ["1", "1", "1"],
      moves: [
        { from: "1", to: "0", because: "o1" },
        { from: "1", to: "0", because: null },
      ],
      hidden: null,
    },
  ],
  positions: [
    { name: "Bob", patch: [{ kind: "set-cost", term: "combine", axis: "c", to: "6" }], g: "9/4" },
    { name: "Cleo", patch: [{ kind: "set-cost", term: "combine", axis: "c", to: "9" }], g: "3" },
    { name: "Dan", patch: [], g: null },
  ],
  objections: [
    objection("o1", {
      outcome: { kind: "merged", by: "Ann", words: "", reading: 0 },
      written: writeScenario(essay),
    }),
    objection("o2", {
      author: "Cleo",
      replyTo: "o1",
      readings: [{ label: "back", patch: [{ ...dearer[0], to: "6" }] }],
    }),
    objection("o3", { text: "A [link](x) and `code`", readings: [] }),
    objection("o4", { text: "", readings: [], hidden: "off topic" }),
  ],
  claims: [
    { by: "Bob", text: "score(fd) > score(fh)", hidden: null },
    { by: "Bob", text: "score(fh) < score(sd)", hidden: null },
    { by: "Bob", text: "score(nobody) > 0", hidden: null },
    { by: "Cleo", text: "", hidden: "rude" },
  ],
  hasLostNotes: false,
  groups: [
    { name: "Dear | combining", members: ["Bob", "Cyd"], task: "o1", patch: [{ ...dearer[0], to: "14" }] },
    { name: "Quiet", members: [], task: null, patch: null },
    { name: "Astray", members: ["Dee"], task: "gone", patch: [{ ...dearer[0], term: "nowhere" }] },
  ],
  notes: [{ at: 0, by: "Ann", kind: "hide", subject: "objection", reason: "off topic" }],
};

describe("wholeReport", () => {
  const report = wholeReport(record);

  it("tells the flips moment by moment, and what moved them", () => {
    expect(report.thresholds.map(({ name, flips, badge }) => [name, flips.join(), badge])).toEqual([
      ["Start", "19/8 (2.375)", ""],
      ["Before <b>all</b>", "19/8 (2.375)", "as before"],
      ["Objection 1 merged", "76/29 (2.621)", "19/8 → 76/29"],
      ["Now", "76/29 (2.621)", "as before"],
    ]);
    expect(report.sentence).toBe(
      "Fast honest wins below 76/29. Simple deceptive wins above. Fast deceptive never wins.",
    );
    const axes = report.thresholds.map(({ strip }) => strip?.axis);
    expect(new Set(axes.map((axis) => JSON.stringify(axis))).size).toBe(1);
  });

  it("gives a settled objection its effect where it was written, and a reply its own over what it answers", () => {
    const badges = (parts: typeof report.settled) =>
      parts.map(({ number, effects }) => [number, ...effects.map(({ badge }) => badge)]);
    expect(badges(report.settled)).toEqual([
      ["1", "19/8 → 76/29"],
      ["1.1", "76/29 → 19/8"],
    ]);
    expect(badges(report.open)).toEqual([["2"], ["3"]]);
    expect(report.settled[0]).toMatchObject({
      outcome: "Ann made it part of the model.",
      about: expect.stringContaining("complexity of"),
    });
  });

  it("says in words what it leaves out: settled objections without their model, positions beyond the newest eight", () => {
    expect(report.settledNote).toBe("");
    const small = writeScenario(must(fromLibrary("index-or-scan"), "a small scenario"));
    const positions = Array.from({ length: 10 }, (_, at) => ({ name: `P${at}`, patch: [], g: "3" }));
    const objections = record.objections.slice(0, 1).map((one) => ({ ...one, readings: [], written: null }));
    const moments = [{ kind: "now", name: "", at: null, scenario: small }] as const;
    const cut = openReport({ ...record, moments, positions, objections });
    expect(cut.settledNote).toMatch(/told for the model as it is now/);
    expect(cut.cruxes.note).toContain(
      "Of 10 positions the newest 8 are compared; the other 2 are in the room's file.",
    );
    expect(reportMarkdown(cut, () => "now")).toContain("for the model as it is now");
  });

  it("names the crux of two who disagree and says who was not compared", () => {
    expect(report.cruxes.pairs.map(({ names }) => names)).toEqual(["Bob and Cleo"]);
    expect(report.cruxes.pairs[0]?.sentence).not.toBe("");
    expect(report.cruxes.note).toContain("Dan");
  });

  it("judges every claim, and says of none that it is proved which is not", () => {
    expect(report.claims.map(({ verdict }) => verdict)).toEqual(["proved", "refuted", "undecided", null]);
    expect(report.claims[0]?.proof.length).toBeGreaterThan(0);
    expect(report.claims[2]?.headline).toContain("nobody");
  });

  it("tells what groups worked on, and what the values that they published do", () => {
    expect(report.groups).toEqual([
      {
        name: "Dear | combining",
        members: "Bob, Cyd",
        task: "objection 1: It costs more.",
        badge: "76/29 → 19/6",
        sentence: "Moves the flip at 76/29 to 19/6.",
      },
      { name: "Quiet", members: "", task: "", badge: "nothing published", sentence: "" },
      expect.objectContaining({ name: "Astray", task: "an objection", badge: "does not fit" }),
    ]);
    expect(reportMarkdown(report, () => "now")).toContain("  - worked on objection 1: It costs more.");
  });

  it("says that a room keeps no more of what moderators did than the newest", () => {
    expect(report.notesNote).toBe("");
    const cut = openReport({ ...record, hasLostNotes: true });
    expect(cut.notesNote).toBe("The last 1; the room keeps no older ones.");
    expect(reportMarkdown(cut, () => "now")).toContain(cut.notesNote);
  });

  it("keeps what is hidden a stub", () => {
    expect(report.open.find(({ id }) => id === "o4")).toMatchObject({
      hidden: "Hidden by a moderator: off topic",
      about: "",
      text: "",
    });
    expect(report.notes).toEqual([{ at: 0, text: "Ann hid an objection: off topic." }]);
  });

  it("shows numbers before and after, and what was named as their cause", () => {
    expect(report.numbers.rows).toEqual([
      {
        name: "Bob",
        before: "1",
        after: "3",
        credences: [{ program: "Fast honest", text: "50%" }],
        because: "objection 1: That.",
      },
      {
        name: "Cleo",
        before: "–",
        after: "would rather not say",
        credences: [{ program: "Fast honest", text: "50%" }],
        because: "",
      },
    ]);
    expect(report.polls[0]?.moves).toEqual(["deceptive → honest: 2 people, 1 moved by objection 1"]);
    expect(report.polls[0]?.rows).toEqual([
      { answer: "honest", before: 0, count: 2 },
      { answer: "deceptive", before: 3, count: 1 },
    ]);
  });

  it("is written as Markdown in which nothing that people typed is markup", () => {
    const text = reportMarkdown(report, (at) => `t${at / 60_000}`);
    expect(text).toContain("# Speed \\| simplicity");
    expect(text).toContain("| Objection 1 merged | t2 | 76/29 (2.621) | 19/8 → 76/29 |");
    expect(text).toContain("Before \\<b\\>all\\</b\\>");
    expect(text).toContain("A \\[link\\](x) and \\`code\\`");
    expect(text).toContain("- t0 – t5: Estimate");
    expect(text).not.toContain("rude\n\n#");
  });

  it("has something to say of a room in which there is nothing", () => {
    const empty = wholeReport({
      ...record,
      title: "",
      moments: [{ kind: "now", name: "", at: null, scenario: null }],
      positions: [],
      objections: [],
      claims: [],
    });
    expect(empty).toMatchObject({ title: "Untitled room", sentence: "", thresholds: [] });
    expect(reportMarkdown(empty, String)).toContain("# Untitled room");
  });
});

describe("changeBetween", () => {
  it("says each difference in words and all of them by effect", () => {
    const change = changeBetween(writeScenario(essay), after(essay, dearer));
    expect(change?.words).toEqual([expect.stringMatching(/^complexity of .*: 6 → 9$/)]);
    expect(change?.effect.badge).toBe("19/8 → 76/29");
  });

  it("knows new words for the scenario itself, and versions that say the same", () => {
    const json = writeScenario(essay);
    const renamed = changeBetween(json, { ...(json as object), title: "Other" });
    expect(renamed?.words).toEqual([`name: ${essay.title} → Other`]);
    expect(renamed?.effect).toMatchObject({ kind: "none", sentence: "No effect: only words changed." });
    expect(changeBetween(json, json)?.words).toEqual([]);
    expect(changeBetween(json, null)).toBeNull();
  });
});
