import type { RecordNumbers, RecordPoll, RoomRecord } from "@crux/core";
import { compare, integer, multiply, parseRational, printRational, toDecimal } from "@crux/core/exact";
import { roundText } from "../number-text.ts";
import type { NumbersPart, PollPart } from "./report.ts";

/** Everybody's numbers before and after; `cite` names an objection by its id. */
export function numbersPart({ numbers }: RoomRecord, cite: (id: string) => string): NumbersPart {
  const { blind, count, rows } = numbers;
  return {
    note: blind
      ? `The last round is still blind: ${count === 1 ? "one person has" : `${count} people have`} placed something.`
      : "",
    hasBefore: rows.some(({ before }) => before !== null),
    rows: rows.map(({ name, before, after, because }) => ({
      name,
      before: sayG(before),
      after: sayG(after),
      credences: credencesOf(before, after),
      because: [because?.objection ? cite(because.objection) : "", because?.words ?? ""]
        .filter((one) => one !== "")
        .join(": "),
    })),
  };
}

function sayG(numbers: RecordNumbers | null): string {
  if (numbers === null) return "–";
  return numbers.refused ? "would rather not say" : (numbers.g ?? "–");
}

function credencesOf(
  before: RecordNumbers | null,
  after: RecordNumbers | null,
): NumbersPart["rows"][number]["credences"] {
  const all = [...(before?.credences ?? []), ...(after?.credences ?? [])].map(({ program }) => program);
  const valueIn = (numbers: RecordNumbers | null, program: string): string =>
    numbers?.credences.find((one) => one.program === program)?.value ?? "";
  return [...new Set(all)].map((program) => {
    const [old, now] = [valueIn(before, program), valueIn(after, program)];
    const [from, to] = [sayShare(old), sayShare(now)];
    return { program, text: old === now || old === "" || now === "" ? to || from : `${from} → ${to}` };
  });
}

/** A share from 0 to 1 in per cent where that is a short number, else as it is; empty for none. */
function sayShare(share: string): string {
  const value = parseRational(share);
  if (value === undefined) return share;
  const percent = multiply(value, integer(100n));
  const text = roundText(printRational(percent));
  const back = parseRational(text);
  return back !== undefined && compare(back, percent) === 0 ? `${text}%` : share;
}

/** A poll with how often each answer was given, and how answers changed; `cite` names an objection by its id. */
export function pollPart(poll: RecordPoll, cite: (id: string) => string): PollPart {
  if (poll.hidden !== null) return { question: "A poll", note: hiddenNote(poll.hidden), rows: [], moves: [] };
  const { form, answers, before, blind, count } = poll;
  const say = (answer: string): string =>
    form.kind === "choice" ? (form.options[Number(answer)] ?? answer) : answer;
  const given = [...new Set([...(before ?? []), ...answers])];
  const listed =
    form.kind === "choice" ? form.options.map((_, at) => `${at}`) : given.toSorted((a, b) => byValue(a, b));
  const times = (all: readonly string[], answer: string): number =>
    all.filter((one) => one === answer).length;
  return {
    question: poll.question,
    note: [
      form.kind === "slider" ? `From ${form.fromLabel || "low"} to ${form.toLabel || "high"}.` : "",
      form.kind === "number" && form.unit !== "" ? `In ${form.unit}.` : "",
      blind ? `Still blind: ${count} in.` : "",
      !blind && form.kind !== "words" && form.kind !== "choice" ? medianNote(answers) : "",
    ]
      .filter((one) => one !== "")
      .join(" "),
    rows: listed.map((answer) => ({
      answer: say(answer),
      before: before === null ? null : times(before, answer),
      count: times(answers, answer),
    })),
    moves: movesOf(poll, say, cite),
  };
}

/** Changes of one answer to another, told together, with what was named as the cause. */
function movesOf(
  { moves }: RecordPoll,
  say: (answer: string) => string,
  cite: (id: string) => string,
): readonly string[] {
  const groups = Map.groupBy(moves, ({ from, to }) => `${say(from)} → ${say(to)}`);
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([words, group]) => {
      const causes = Map.groupBy(
        group.flatMap(({ because }) => because ?? []),
        cite,
      );
      const named = [...causes].map(
        ([cause, all]) => `${group.length > 1 ? `${all.length} ` : ""}moved by ${cause}`,
      );
      const people = group.length === 1 ? "one person" : `${group.length} people`;
      return [`${words}: ${people}`, ...named].join(", ");
    });
}

/** What stands in the place of something that a moderator hid. */
export const hiddenNote = (reason: string): string =>
  reason === "" ? "Hidden by a moderator." : `Hidden by a moderator: ${reason}`;

function byValue(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => parseRational(text));
  if (x === undefined || y === undefined) return a < b ? -1 : 1;
  const left = x.num * y.den;
  const right = y.num * x.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

function medianNote(answers: readonly string[]): string {
  const sorted = answers.toSorted(byValue).flatMap((text) => parseRational(text) ?? []);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined || sorted.length < 2) return "";
  const text = printRational(middle);
  return `The ${sorted.length % 2 === 1 ? "middle" : "lower middle"} answer is ${text.length > 12 ? `≈ ${toDecimal(middle, 4)}` : text}.`;
}
