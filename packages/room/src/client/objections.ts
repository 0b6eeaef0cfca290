import {
  type Anchor,
  type AnchorState,
  anchorState,
  type Objection,
  type Scenario,
  snapshotOf,
  unreachable,
} from "@crux/core";
import { type DebateState, type Outcome, type RoomObjection, statusOf } from "../command/debate-state.ts";
import type { Row, Rows } from "../document/rows.ts";
import { rowKinds } from "../document/shape.ts";

/** An objection as a page shows it. */
export type ObjectionView = {
  /** In the objection format: its author is a person's id, its anchor has the ids of now, its readings are read. */
  readonly objection: Objection;
  /** Whether the anchored thing is as it was, has changed since, or is gone (the orphan tray). */
  readonly anchorState: AnchorState;
  /** What the anchored thing says now; null when it is gone or there is no scenario. */
  readonly now: string | null;
  /** The rows that the anchor points at and that still exist, as `terms/KEY`. */
  readonly rows: readonly string[];
  readonly replyTo: string | null;
  readonly outcome: Outcome | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Per person, what they pressed. */
  readonly reactions: Readonly<Record<string, readonly string[]>>;
  /** Per person, whether they endorsed it as it is now or an earlier version. */
  readonly endorsements: Readonly<Record<string, "this" | "earlier">>;
};

/**
 * The objections of a room, oldest first, each as `read` has it: read once, for its patches take a parser (reader.ts).
 * Takes one step per objection: keep the answer while the arguments stay.
 */
export function objectionsOf(
  debate: DebateState,
  scenario: Scenario | null,
  rows: Rows,
  read: (one: RoomObjection) => Objection,
): readonly ObjectionView[] {
  const places = new Map(rowKinds.flatMap((kind) => rows[kind].map((row) => [`${kind}/${row.key}`, row])));
  return Object.values(debate.objections)
    .sort((a, b) => a.seq - b.seq)
    .map((one) => viewOf(one, read(one), { debate, scenario, places }));
}

type Surroundings = {
  readonly debate: DebateState;
  readonly scenario: Scenario | null;
  readonly places: ReadonlyMap<string, Row>;
};

function viewOf(
  one: RoomObjection,
  read: Objection,
  { debate, scenario, places }: Surroundings,
): ObjectionView {
  const anchor = anchorNow(
    one.anchor,
    one.rows.map((ref) => places.get(ref)),
  );
  const isGone = isDeleted(one, places);
  const endorsed = Object.entries(debate.endorsements[`objection/${one.id}`] ?? {});
  return {
    objection: { ...read, anchor, status: statusOf(one) },
    anchorState: isGone ? "gone" : scenario ? anchorState(scenario, anchor) : "same",
    now: isGone ? null : scenario && snapshotOf(scenario, anchor),
    rows: one.rows.filter((ref) => places.has(ref)),
    replyTo: one.replyTo,
    outcome: one.outcome,
    at: one.at,
    reactions: debate.reactions[`objection/${one.id}`] ?? {},
    endorsements: Object.fromEntries(
      endorsed.map(([person, version]) => [
        person,
        version === Number(one.stamp.version) ? "this" : "earlier",
      ]),
    ),
  };
}

/**
 * Whether a row that it is about was deleted, and none stands under the same id instead. The scenario can't tell: while
 * every program still names what was deleted, there is none.
 */
function isDeleted({ anchor, rows }: RoomObjection, places: ReadonlyMap<string, Row>): boolean {
  const ids = idsOf(anchor);
  return rows.some((ref, at) => {
    if (places.has(ref)) return false;
    const kind = ref.slice(0, ref.indexOf("/"));
    return ![...places.values()].some((row) => row.kind === kind && row.id === ids[at]);
  });
}

/** The ids that an anchor names, in the order of its rows. */
function idsOf(anchor: Anchor): readonly string[] {
  switch (anchor.kind) {
    case "term":
    case "cost":
      return [anchor.term];
    case "program":
    case "summand":
      return [anchor.program];
    case "assumption":
      return [anchor.assumption];
    case "threshold":
      return anchor.between;
    case "claim":
    case "scenario":
      return [];
    default:
      return unreachable(anchor);
  }
}

/** The anchor with the ids that its rows have now: a renamed term is still the same term. */
function anchorNow(anchor: Anchor, rows: readonly (Row | undefined)[]): Anchor {
  const id = rows[0]?.id;
  if (id === undefined && anchor.kind !== "threshold") return anchor;
  switch (anchor.kind) {
    case "term":
    case "cost":
      return { ...anchor, term: id ?? anchor.term };
    case "program":
    case "summand":
      return { ...anchor, program: id ?? anchor.program };
    case "assumption":
      return { ...anchor, assumption: id ?? anchor.assumption };
    case "threshold": {
      const [first, second] = anchor.between;
      const between = [id ?? first, rows[1]?.id ?? second] as const;
      // A snapshot of a threshold is made of the two ids; a new name is no change.
      return { ...anchor, between, snapshot: between.join(" = ") };
    }
    case "claim":
    case "scenario":
      return anchor;
  }
}
