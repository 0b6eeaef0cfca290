import { printExpr, readExpr, readScenario, type Scenario } from "@crux/core";
import { namesText, positionOf, rationalToFloat, stripScene, toFloat } from "@crux/present";
import { answerQuery, type MapAnswer } from "@crux/solver";
import type { Side, SideStrip } from "./reason.ts";

/** A side that was read and solved. */
export type ReadSide = {
  /** With `g` as it is printed. */
  readonly side: Side;
  readonly scenario: Scenario;
  readonly map: MapAnswer;
  /** Who wins at the side's `g`. */
  readonly winners: readonly string[];
};

/** A side that can be compared, or why not. */
export function readSide(side: Side): ReadSide | string {
  const read = readScenario(side.scenario);
  if (!read.ok) return `The scenario can't be read: ${read.error[0]?.message ?? ""}`;
  const reply = answerQuery({ scenario: side.scenario, query: { kind: "winners" } }, { certificate: false });
  if (!reply.ok) return reply.issues[0]?.message ?? "no answer";
  if (reply.answer.kind !== "map") return "Some costs are unknown: give them a value to compare who wins.";
  const rate = readExpr(side.g);
  if (!rate.ok) return "Each side needs its own g.";
  const g = printExpr(rate.value);
  const winners = winnersAt(side.scenario, g);
  if (winners === null) return `Nobody can be told to win at g = ${g}.`;
  return { side: { ...side, g }, scenario: read.value, map: reply.answer, winners };
}

/** Who wins at `g`; null where the scores there can't be compared. */
export function winnersAt(scenario: unknown, g: string): readonly string[] | null {
  const reply = answerQuery({ scenario, query: { kind: "score", at: { g } } }, { certificate: false });
  return reply.ok && reply.answer.kind === "score" ? reply.answer.winners : null;
}

/** The strips of sides, all on one axis on which every threshold and every `g` of theirs lies. */
export function stripsOf(sides: readonly ReadSide[]): readonly SideStrip[] {
  const marks = sides.flatMap(({ side, map }) => [
    rationalToFloat(side.g),
    ...[...map.thresholds, ...map.touches].map((mark) => toFloat(mark.at)),
  ]);
  return sides.map(({ side, scenario, map, winners }) => {
    const strip = stripScene(scenario, map, marks);
    return {
      name: side.name,
      g: side.g,
      strip,
      at: positionOf(strip.axis, rationalToFloat(side.g)),
      winners: namesText(scenario, winners),
    };
  });
}
