import {
  applyPatch,
  asSentence,
  diffScenarios,
  readPatch,
  readScenario,
  type Scenario,
  writeScenario,
} from "@crux/core";
import { compare, parseRational } from "@crux/core/exact";
import { effectBetween, exactText, namesText, patchWords } from "@crux/present";
import type { MapAnswer } from "@crux/solver";
import { readSide, winnersAt } from "./read-side.ts";
import type { Digest, DigestLine, DigestTask, Holder } from "./reason.ts";

/** What happened between two moments of a room, by what it did to whose winner and flips; nothing for whom nothing changed. */
export function digestOf({ before, now }: DigestTask): Digest {
  const [old, current] = [readScenario(before.scenario), readScenario(now.scenario)];
  if (!old.ok || !current.ok) return { kind: "wrong", why: "The model of then or of now can't be read." };
  const room = roomLine(old.value, current.value);
  const holders = now.holders.flatMap((holder) => {
    const was = before.holders.find(({ id }) => id === holder.id) ?? null;
    const line = holderLine(held(old.value, was), held(current.value, holder), was, holder);
    return line === null ? [] : [line];
  });
  const gone = before.holders
    .filter(({ id }) => !now.holders.some((one) => one.id === id))
    .map(
      ({ name }): DigestLine => ({
        name,
        changes: [],
        effect: "Took back the values that they had published.",
      }),
    );
  return { kind: "digest", lines: [...(room === null ? [] : [room]), ...holders, ...gone] };
}

/** The shared scenario with somebody's own values over it; null where they don't fit. */
function held(shared: Scenario, holder: Holder | null): Scenario | null {
  const read = holder && readPatch(holder.patch);
  const own = read?.ok === true ? applyPatch(shared, read.value) : null;
  return own?.ok === true ? own.value : null;
}

function roomLine(before: Scenario, now: Scenario): DigestLine | null {
  const patch = diffScenarios(before, now);
  if (patch.length === 0) return null;
  const [old, current] = [winnersOf(before), winnersOf(now)];
  const effect = effectBetween({ scenario: before, winners: old }, { scenario: now, winners: current });
  return { name: null, changes: patchWords(before, patch), effect: effect.sentence };
}

type Winners = Parameters<typeof effectBetween>[0]["winners"];

function winnersOf(scenario: Scenario): Winners {
  const side = readSide({ name: "", scenario: writeScenario(scenario) as never, g: "1" });
  if (typeof side === "string") return { kind: "undecided", missing: side };
  return { kind: "map", map: side.map };
}

/** What changed for someone who holds values of their own. */
function holderLine(
  before: Scenario | null,
  now: Scenario | null,
  was: Holder | null,
  holder: Holder,
): DigestLine | null {
  const { name, g } = holder;
  if (now === null) return { name, changes: [], effect: "Holds values that no longer fit the model." };
  const standing = standingOf(now, g);
  if (was === null || before === null)
    return { name, changes: [], effect: `Published own values. ${sayStanding(now, standing)}` };
  const patch = diffScenarios(before, now);
  const isSameG = was.g === g;
  if (patch.length === 0 && isSameG) return null;
  const changes = [
    ...patchWords(before, patch),
    ...(isSameG ? [] : [`g: ${was.g ?? "none"} → ${g ?? "none"}`]),
  ];
  return { name, changes, effect: sayChange(now, standingOf(before, was.g), standing) };
}

/** Where someone stands: the flips of their scenario and who wins at their g. */
type Standing = {
  readonly map: MapAnswer;
  readonly g: string | null;
  readonly winners: string | null;
} | null;

function standingOf(scenario: Scenario, g: string | null): Standing {
  const json = writeScenario(scenario) as never;
  const side = readSide({ name: "", scenario: json, g: g ?? "1" });
  if (typeof side === "string") return null;
  const winners = g === null ? null : winnersAt(json, side.side.g);
  return { map: side.map, g, winners: winners && namesText(scenario, winners) };
}

const flips = (map: MapAnswer): string => map.thresholds.map(({ at }) => exactText(at)).join(" and ");

function sayStanding(scenario: Scenario, standing: Standing): string {
  if (standing === null) return "Who wins for them can't be told.";
  const won = standing.winners === null ? "" : `${standing.winners} wins at their g of ${standing.g}`;
  const at = flips(standing.map);
  const turned = at === "" ? "the winner never flips" : `the flip is at ${at}`;
  const text = [won, turned].filter(Boolean).join("; ");
  return asSentence(text || scenario.title);
}

function sayChange(scenario: Scenario, before: Standing, now: Standing): string {
  if (before === null || now === null) return sayStanding(scenario, now);
  const [old, at] = [flips(before.map), flips(now.map)];
  const winner =
    now.winners === null
      ? ""
      : before.winners === now.winners
        ? `their winner is unchanged, ${now.winners}`
        : `their winner is now ${now.winners}${before.winners === null ? "" : `, before ${before.winners}`}`;
  const many = Math.max(before.map.thresholds.length, now.map.thresholds.length) > 1;
  const moved =
    old === at
      ? "no flip of theirs moved"
      : `their ${many ? "flips" : "flip"} ${old || "nowhere"} → ${at || "nowhere"}${sideOf(before, now)}`;
  return asSentence([winner, moved].filter(Boolean).join("; "));
}

/** On which side of someone's g the one flip lies, and whether it did before; empty where that can't be said exactly. */
function sideOf(before: NonNullable<Standing>, now: NonNullable<Standing>): string {
  const [was, is] = [wayOf(before), wayOf(now)];
  if (is === null) return "";
  const way = is < 0 ? "below" : is > 0 ? "above" : "at";
  return `, ${was === is ? "still" : "now"} ${way} their g of ${now.g}`;
}

function wayOf({ map, g }: NonNullable<Standing>): number | null {
  const [only, ...others] = map.thresholds;
  const at = only && others.length === 0 ? parseRational(only.at.exact ?? "") : undefined;
  const rate = g === null ? undefined : parseRational(g);
  return at === undefined || rate === undefined ? null : compare(at, rate);
}
