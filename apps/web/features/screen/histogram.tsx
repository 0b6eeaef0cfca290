import { integer, multiply, parseRational, printRational } from "@crux/core/exact";
import { middleSentence, middleShares } from "../../client/session/movements.ts";
import { tallyOf } from "../../client/session/tally.ts";
import { Columns } from "./columns.tsx";

const percent = { kind: "slider", from: "0", to: "100", fromLabel: "", toLabel: "" } as const;

/** Credences from 0 to 1 (exact texts) as standing columns of ten per cent each; those before as outlines, with an arrow from the old middle to the new. */
export function Histogram({
  now,
  before,
}: {
  readonly now: readonly string[];
  readonly before: readonly string[];
}) {
  const answers = {
    form: percent,
    answers: numbered(now),
    before: before.length === 0 ? null : numbered(before),
  };
  return (
    <Columns bars={tallyOf(answers).bars} ends={["0%", "100%"]} middles={middleShares(answers)}>
      {now.length === 0
        ? "Nobody has said yet."
        : `${now.length === 1 ? "1 person" : `${now.length} people`}. ${middleSentence(answers, "%")}`}
    </Columns>
  );
}

const numbered = (texts: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    texts.flatMap((text, at) => {
      const value = parseRational(text);
      return value === undefined ? [] : [[`${at}`, printRational(multiply(value, integer(100n)))] as const];
    }),
  );
