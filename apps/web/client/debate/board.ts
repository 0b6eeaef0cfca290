import { anchorState, type applyPatch, type Objection, type Scenario, snapshotOf } from "@crux/core";
import { type ObjectionView, objectionsOf, type RoomView } from "@crux/room/client";

/** An objection with the replies to it, oldest first. */
export type Thread = { readonly card: ObjectionView; readonly replies: readonly Thread[] };

/** All objections of a room as threads; an object of it stays the same as long as it says the same. */
export type Board = {
  readonly threads: readonly Thread[];
  readonly cards: ReadonlyMap<string, ObjectionView>;
};

/** What a board is made from. */
export type BoardSource = Pick<RoomView, "debate" | "scenario" | "rows">;

/** What making a board takes. */
export type BoardTools = {
  /** An objection of the room as it was read. */
  readonly read: (one: RoomView["debate"]["objections"][string]) => Objection;
  /** Core's, for replies whose thing is not in the scenario (`needsPatches`); null: it is not here yet. */
  readonly apply: typeof applyPatch | null;
};

/** A board without threads. */
export const emptyBoard: Board = { threads: [], cards: new Map() };

/** The board of a room, with what did not change since `before` taken from there; `before` itself where nothing did. */
export function boardOf(source: BoardSource, before: Board, { read, apply }: BoardTools): Board {
  const views = objectionsOf(source.debate, source.scenario, source.rows, read);
  const plain: Board = { threads: [], cards: new Map(views.map((view) => [view.objection.id, view])) };
  const over = apply === null ? (card: ObjectionView) => card : createOver(plain, source.scenario, apply);
  const cards = new Map(views.map((view) => [view.objection.id, steady(over(view), before)]));
  const replies = new Map<string, ObjectionView[]>();
  for (const card of cards.values()) {
    if (card.replyTo === null) continue;
    const siblings = replies.get(card.replyTo);
    if (siblings === undefined) replies.set(card.replyTo, [card]);
    else siblings.push(card);
  }
  const old = new Map(before.threads.map((thread) => [thread.card.objection.id, thread]));
  const threads = [...cards.values()]
    .filter(({ replyTo }) => replyTo === null || !cards.has(replyTo))
    .map((card) => threadOf(card, replies, old.get(card.objection.id)));
  const isSame =
    cards.size === before.cards.size &&
    threads.length === before.threads.length &&
    threads.every((thread, at) => thread === before.threads[at]) &&
    [...cards.values()].every((card) => before.cards.get(card.objection.id) === card);
  return isSame ? before : { threads, cards };
}

/** Whether how a reply's thing stands depends on the patches that it builds on. */
export const needsPatches = ({ cards }: Board): boolean =>
  [...cards.values()].some((card) => card.anchorState === "gone" && card.replyTo !== null);

/**
 * How a reply's thing stands in the scenario that it builds on: what it answers may bring in the very term or program
 * that it is about.
 */
function createOver(
  board: Board,
  scenario: Scenario | null,
  apply: typeof applyPatch,
): (card: ObjectionView) => ObjectionView {
  const grounds = new Map<string, Scenario | null>();
  const groundOf = (id: string | null): Scenario | null => {
    if (id === null || scenario === null) return scenario;
    const known = grounds.get(id);
    if (known !== undefined) return known;
    const parent = board.cards.get(id);
    const below = groundOf(parent?.replyTo ?? null);
    const patch = parent?.outcome?.kind === "merged" ? undefined : parent?.objection.readings[0]?.patch;
    const changed = below === null || patch === undefined ? null : apply(below, patch);
    const ground = changed?.ok === true ? changed.value : below;
    grounds.set(id, ground);
    return ground;
  };
  return (card) => {
    if (card.anchorState !== "gone" || card.replyTo === null) return card;
    const ground = groundOf(card.replyTo);
    if (ground === null || ground === scenario) return card;
    const { anchor } = card.objection;
    return { ...card, anchorState: anchorState(ground, anchor), now: snapshotOf(ground, anchor) };
  };
}

/** The view that was there before when it says the same. */
function steady(view: ObjectionView, before: Board): ObjectionView {
  const old = before.cards.get(view.objection.id);
  if (old === undefined) return view;
  const { objection: a, ...restA } = old;
  const { objection: b, ...restB } = view;
  const same =
    a.text === b.text &&
    a.kind === b.kind &&
    a.readings === b.readings &&
    a.stamp === b.stamp &&
    JSON.stringify([a.anchor, restA]) === JSON.stringify([b.anchor, restB]);
  return same ? old : view;
}

function threadOf(
  card: ObjectionView,
  replies: ReadonlyMap<string, readonly ObjectionView[]>,
  before: Thread | undefined,
): Thread {
  const old = new Map(before?.replies.map((one) => [one.card.objection.id, one]));
  const now = (replies.get(card.objection.id) ?? []).map((one) =>
    threadOf(one, replies, old.get(one.objection.id)),
  );
  const same =
    before?.card === card &&
    before.replies.length === now.length &&
    before.replies.every((one, at) => one === now[at]);
  return same ? before : { card, replies: now };
}

/** All cards of a thread, what starts it first. */
export const cardsOf = ({ card, replies }: Thread): readonly ObjectionView[] => [
  card,
  ...replies.flatMap(cardsOf),
];

/** What a card answers, from the start of its thread down to what it answers itself. */
export function chainOf(board: Board, card: ObjectionView): readonly ObjectionView[] {
  const chain: ObjectionView[] = [];
  const seen = new Set<string>();
  for (let at = card.replyTo; at !== null && !seen.has(at); ) {
    seen.add(at);
    const parent = board.cards.get(at);
    if (parent === undefined) break;
    chain.unshift(parent);
    at = parent.replyTo;
  }
  return chain;
}

/** Whether a card is still open. */
export const isOpen = ({ outcome }: ObjectionView): boolean => outcome === null;

/** Objections that start a thread and change no number: they have a shelf of their own. */
export const isScope = (card: ObjectionView): boolean =>
  card.objection.readings.length === 0 && card.objection.kind !== "question" && !isStub(card);

/** Whether a moderator hid it, and only a stub of it is here: then nothing says what it is about. */
export const isStub = ({ objection: { text, readings, anchor } }: ObjectionView): boolean =>
  text === "" && readings.length === 0 && anchor.kind === "scenario" && anchor.snapshot === "";

/** Open ones whose thing is gone. */
export const isOrphan = (card: ObjectionView): boolean =>
  card.anchorState === "gone" && isOpen(card) && card.replyTo === null;
