import type { Anchor, ObjectionKind, ObjectionStatus } from "@crux/core";
import { weigh } from "../base/weigh.ts";
import { limits } from "../protocol/limits.ts";
import type { PatchJson } from "./check-content.ts";

/** How an objection was settled, by whom, as entry `seq`. */
export type Outcome = { readonly by: string; readonly seq: number } & (
  | { readonly kind: "withdrawn" }
  /** Someone it was against gives in; `residue` says what they still hold, "" for nothing. */
  | { readonly kind: "conceded"; readonly residue: string }
  /** Its author takes the answers; `residue` says what remains, "" for nothing. */
  | { readonly kind: "answered"; readonly residue: string }
  /** Its patch (one of its readings) became part of the shared scenario. */
  | { readonly kind: "merged"; readonly reading: number }
  | { readonly kind: "declined"; readonly reason: string }
);

/** What was said when it was settled: the reason, or what is still held; "" for nothing, and while it is open. */
export function outcomeWords(outcome: Outcome | null): string {
  switch (outcome?.kind) {
    case "conceded":
    case "answered":
      return outcome.residue;
    case "declined":
      return outcome.reason;
    default:
      return "";
  }
}

/** An objection, or a reply to one, as the room keeps it. */
export type RoomObjection = {
  readonly id: string;
  readonly author: string;
  readonly kind: ObjectionKind;
  readonly anchor: Anchor;
  /** The rows that the anchor points at, as `terms/KEY`: they survive renaming and come back with undo. */
  readonly rows: readonly string[];
  readonly text: string;
  readonly readings: readonly { readonly label: string; readonly patch: PatchJson }[];
  /** The objection that this answers and whose patch it builds on. */
  readonly replyTo: string | null;
  /** The entry as which this version was written, by the server; the winner map is the author's word. */
  readonly stamp: { readonly version: string; readonly map: unknown };
  /** The entry with which it was raised, and when. */
  readonly seq: number;
  readonly at: number;
  readonly outcome: Outcome | null;
};

/** Own values over the shared scenario, made public: of one person, or of a group that goes by a name. */
export type PublishedOverlay = {
  /** The person's id, or `group/` and the group's name. */
  readonly id: string;
  /** Null for one person's own. */
  readonly group: string | null;
  /** Who may publish it, its maker first. */
  readonly members: readonly string[];
  readonly by: string;
  readonly patch: PatchJson;
  readonly g: string | null;
  readonly seq: number;
  /** The objection that a group was given to work on. */
  readonly task?: string;
};

/** Whether somebody published it: a group that was made for a task holds nothing of its own until then. */
export const isPublished = ({ members, by }: PublishedOverlay): boolean => members.includes(by);

/** A claim that stands in the room, to be judged by whoever looks. */
export type PinnedClaim = {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly seq: number;
};

/** What people said about the scenario: the part of the room's state that is theirs. */
export type DebateState = {
  readonly objections: Readonly<Record<string, RoomObjection>>;
  /** Per thing, per person: what they pressed. */
  readonly reactions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Per thing, per person: the version (entry) that they endorsed. */
  readonly endorsements: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly overlays: Readonly<Record<string, PublishedOverlay>>;
  readonly claims: Readonly<Record<string, PinnedClaim>>;
  /** Weight of all objections, overlays and claims together. */
  readonly weight: number;
};

/** Nobody has said anything yet. */
export const emptyDebate: DebateState = {
  objections: {},
  reactions: {},
  endorsements: {},
  overlays: {},
  claims: {},
  weight: 0,
};

type Collection = "objections" | "overlays" | "claims";
type Thing = { readonly id: string };

/** What a thing weighs in the room. */
export function weightOf(thing: unknown): number {
  const weight = weigh(thing, 100, Number.POSITIVE_INFINITY);
  return weight === "too-deep" ? limits.debate : weight;
}

/** The debate with one thing put in, or in the place of the one with its id. */
export function withThing<K extends Collection>(
  debate: DebateState,
  name: K,
  thing: DebateState[K][string] & Thing,
): DebateState {
  const old = debate[name][thing.id];
  const weight = debate.weight + weightOf(thing) - (old ? weightOf(old) : 0);
  return { ...debate, [name]: { ...debate[name], [thing.id]: thing }, weight };
}

/** The debate without a thing, and without what was bound to it. */
export function withoutThing(debate: DebateState, name: Collection, id: string): DebateState {
  const { [id]: gone, ...rest } = debate[name];
  if (gone === undefined) return debate;
  const ref = `claim/${id}`;
  const { [ref]: _reactions, ...reactions } = debate.reactions;
  const { [ref]: _endorsements, ...endorsements } = debate.endorsements;
  const weight = debate.weight - weightOf(gone);
  const bound = name === "claims" ? { reactions, endorsements } : {};
  return { ...debate, ...bound, [name]: rest, weight };
}

/** Where an objection stands, in the words of the objection format: a merged one is conceded, a declined one rejected. */
export function statusOf({ outcome }: Pick<RoomObjection, "outcome">): ObjectionStatus {
  if (outcome === null) return "open";
  if (outcome.kind === "merged") return "conceded";
  return outcome.kind === "declined" ? "rejected" : outcome.kind;
}

/** The version of an objection (its newest stamp) or a claim; null when there is no such thing. */
export function versionOf(debate: DebateState, ref: string): number | null {
  const id = ref.slice(ref.indexOf("/") + 1);
  const objection = ref.startsWith("objection/") ? debate.objections[id] : undefined;
  if (objection) return Number(objection.stamp.version);
  return (ref.startsWith("claim/") ? debate.claims[id]?.seq : undefined) ?? null;
}
