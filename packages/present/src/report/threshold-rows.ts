import { type RoomRecord, readScenario, type Scenario } from "@crux/core";
import type { KnownWinners } from "../effect-between.ts";
import { exactAndDecimal } from "../number-text.ts";
import { mapSentence } from "../sentence.ts";
import { alignStrips, stripScene } from "../strip.ts";
import { changeOf } from "./change.ts";
import type { ThresholdRow } from "./report.ts";
import { withWinners } from "./winners-in.ts";

type Moment = RoomRecord["moments"][number];

/** Who won as of each moment, and what changed between them; moments at which nothing can be read are left out. */
export function thresholdRows(
  record: RoomRecord,
  nameOf: (moment: Moment) => string,
): readonly ThresholdRow[] {
  const known: { readonly moment: Moment; readonly here: KnownWinners }[] = [];
  let last: { readonly json: string; readonly here: KnownWinners } | null = null;
  for (const moment of record.moments) {
    const json = JSON.stringify(moment.scenario);
    if (last === null || last.json !== json) {
      const read = readScenario(moment.scenario);
      if (!read.ok) continue;
      last = { json, here: withWinners(read.value) };
    }
    known.push({ moment, here: last.here });
  }
  const strips = alignStrips(
    known.flatMap(({ here: { scenario, winners } }) =>
      winners.kind === "map" ? [stripScene(scenario, winners.map)] : [],
    ),
  );
  let drawn = 0;
  return known.map(({ moment, here }, at) => {
    const before = known[at - 1]?.here;
    const { winners } = here;
    return {
      name: nameOf(moment),
      at: moment.at,
      sentence: winnersSentence(here),
      flips: winners.kind === "map" ? winners.map.thresholds.map((one) => exactAndDecimal(one.at)) : [],
      badge: before === undefined ? "" : before === here ? "as before" : badgeOf(before, here),
      strip: winners.kind === "map" ? (strips[drawn++] ?? null) : null,
    };
  });
}

function badgeOf(before: KnownWinners, here: KnownWinners): string {
  const { effect } = changeOf(before, here);
  return effect.kind === "none" ? "no flip moved" : effect.badge;
}

/** Who wins, in a sentence, whatever is known of it. */
export function winnersSentence({ scenario, winners }: KnownWinners): string {
  if (winners.kind === "map") return mapSentence(scenario, winners.map);
  return winners.kind === "cases" ? winners.text : `Undecided: ${winners.missing}.`;
}

/** Who wins in a scenario (JSON), in a sentence, whatever is known of it; null where it can't be read. */
export function sentenceOf(json: unknown): string | null {
  const read = readScenario(json);
  return read.ok ? winnersSentence(withWinners(read.value)) : null;
}

/** The newest scenario of a record; null where none can be read. */
export function scenarioNow({ moments }: RoomRecord): Scenario | null {
  const read = readScenario(moments[moments.length - 1]?.scenario);
  return read.ok ? read.value : null;
}
