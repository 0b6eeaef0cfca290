import { compare, parseRational } from "@crux/core/exact";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { checkSomeWords } from "./check-words.ts";

/** How a poll is answered. */
export type PollForm =
  | { readonly kind: "choice"; readonly options: readonly string[] }
  /** An exact number between two ends, which have names. */
  | {
      readonly kind: "slider";
      readonly from: string;
      readonly to: string;
      readonly fromLabel: string;
      readonly toLabel: string;
    }
  | { readonly kind: "number"; readonly unit: string }
  | { readonly kind: "words" };

/** A question that was put to everybody. */
export type Poll = {
  readonly id: string;
  readonly by: string;
  readonly question: string;
  readonly form: PollForm;
  /** While it is, each person gets their own answer and the count, and nobody gets another's. */
  readonly blind: boolean;
  readonly closed: boolean;
  /** Whether answers stand under pseudonyms; fixed when it was opened. */
  readonly anonymous: boolean;
  /** Per person: the index of an option as text, an exact number, or words. */
  readonly answers: Readonly<Record<string, string>>;
  readonly count: number;
  /** What was revealed last: answers that changed since are revisions. */
  readonly before: Readonly<Record<string, string>> | null;
  /** Per person, the objection that they name as the cause of their newest answer; absent while nobody does. */
  readonly because?: Readonly<Record<string, string>>;
  readonly seq: number;
};

/** Why this form can't be asked; null when it can. */
export function checkForm(form: PollForm): Refusal | null {
  switch (form.kind) {
    case "choice":
      if (form.options.length < 2 || form.options.length > limits.pollOptions)
        return refuse("too-many", `${form.options.length} options`);
      for (const option of form.options) {
        const refusal = checkSomeWords(option, limits.labelText);
        if (refusal) return refusal;
      }
      return null;
    case "slider": {
      const [from, to] = [parseRational(form.from), parseRational(form.to)];
      if (!from || !to || compare(from, to) >= 0) return refuse("bad-answer", `${form.from} to ${form.to}`);
      return checkLabels([form.fromLabel, form.toLabel]);
    }
    case "number":
      return checkLabels([form.unit]);
    case "words":
      return null;
  }
}

function checkLabels(labels: readonly string[]): Refusal | null {
  for (const label of labels) {
    const refusal = label === "" ? null : checkSomeWords(label, limits.labelText);
    if (refusal) return refusal;
  }
  return null;
}

/** Why this is no answer; null when it is one. */
export function checkAnswer(form: PollForm, answer: string): Refusal | null {
  if (form.kind === "words") return checkSomeWords(answer, limits.answerText);
  if (form.kind === "choice") {
    const isOption = /^(0|[1-9]\d?)$/.test(answer) && Number(answer) < form.options.length;
    return isOption ? null : refuse("bad-answer", answer);
  }
  const value = parseRational(answer);
  if (value === undefined) return refuse("bad-answer", answer);
  if (form.kind === "number") return null;
  const [from, to] = [parseRational(form.from), parseRational(form.to)];
  const isWithin = from && to && compare(from, value) <= 0 && compare(value, to) <= 0;
  return isWithin ? null : refuse("bad-answer", answer);
}
