import type { Scenario } from "@crux/core";
import type { Segment, Value, WinnerMap } from "@crux/solver";
import { listText, namesText, programName } from "./names.ts";
import { exactText } from "./number-text.ts";

/** The one sentence about a winner map: caption, screen-reader text and first line of every answer. */
export function mapSentence(scenario: Scenario, map: WinnerMap): string {
  return [segmentsSentence(scenario, map), touchSentence(scenario, map), neverSentence(scenario, map)]
    .filter((part) => part !== "")
    .join(" ");
}

function segmentsSentence(scenario: Scenario, map: WinnerMap): string {
  const { segments } = map;
  const [only] = segments;
  if (only === undefined) return "";
  if (segments.length === 1) return `${noFlip(scenario, only.winners)} at every ${map.over}.`;
  const at = (value: Value) => (map.over === "g" ? exactText(value) : `${map.over} = ${exactText(value)}`);
  if (segments.length === 2) {
    const [first, second] = segments as [Segment, Segment];
    return `${wins(scenario, first.winners)} below ${at(first.to)}. ${wins(scenario, second.winners)} above.`;
  }
  const parts = segments.map((segment, index) => {
    if (index === 0) return `${wins(scenario, segment.winners)} below ${at(segment.to)}`;
    if (index === segments.length - 1) return `${wins(scenario, segment.winners)} above`;
    return `${wins(scenario, segment.winners)} from there to ${at(segment.to)}`;
  });
  return `${parts.join(", ")}.`;
}

function noFlip(scenario: Scenario, winners: readonly string[]): string {
  if (winners.length === 0) return "No program can compete";
  return winners.length === 1 ? `No flip: ${wins(scenario, winners)}` : wins(scenario, winners);
}

function wins(scenario: Scenario, winners: readonly string[]): string {
  if (winners.length === 0) return "nobody can compete";
  return `${namesText(scenario, winners)} ${winners.length === 1 ? "wins" : "tie"}`;
}

function touchSentence(scenario: Scenario, map: WinnerMap): string {
  const parts = map.touches.map(
    (touch) => `${namesText(scenario, touch.ties)} tie at ${exactText(touch.at)}`,
  );
  return parts.length === 0 ? "" : `${listText(parts)}, without a flip.`;
}

function neverSentence(scenario: Scenario, map: WinnerMap): string {
  const names = map.never.map((loser) => programName(scenario, loser.program));
  if (names.length === 0) return "";
  if (names.length > 4) return `${names.length} others never win.`;
  return `${listText(names)} never ${names.length === 1 ? "wins" : "win"}.`;
}

/** Why a program never wins, in one sentence. */
export function neverReason(scenario: Scenario, map: WinnerMap, program: string): string {
  const why = whyNever(scenario, map, program);
  if (why === "") return "";
  const isOut = map.never.find((one) => one.program === program)?.because.kind === "not-eligible";
  return `${programName(scenario, program)} ${isOut ? "can't compete" : "never wins"}: ${why}.`;
}

/** The reason alone, without the program's name; empty for a program that wins somewhere. */
export function whyNever(scenario: Scenario, map: WinnerMap, program: string): string {
  const because = map.never.find((one) => one.program === program)?.because;
  switch (because?.kind) {
    case undefined:
      return "";
    case "dominated":
      return `${namesText(scenario, because.by)} costs no more in complexity or in time`;
    case "jointly-dominated":
      return `at every g one of ${namesText(scenario, because.by)} is better`;
    case "beaten":
      return `${namesText(scenario, because.by)} scores lower wherever it could`;
    case "not-eligible":
      return "it takes more time than the cap allows";
  }
}
