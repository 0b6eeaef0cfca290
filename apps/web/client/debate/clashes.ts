import { type Edit, printExpr } from "@crux/core";
import { type Board, chainOf, isOpen } from "./board.ts";
import type { Target } from "./draft.ts";

/** One of several values that open objections would give the same thing. */
export type ClashOption = { readonly card: string; readonly reading: number; readonly value: string };

/** A cost, value or formula for which open objections have different values. */
export type Clash = {
  /** Names the thing, and nothing else has that name. */
  readonly place: string;
  /** What it is: a cost of a term, a formula of a program, or a parameter's id. */
  readonly of: Target | string;
  /** One for each card, those of one value next to each other. */
  readonly options: readonly ClashOption[];
};

/** All things for which open objections have different values; a reply may set anew what it builds on. */
export function clashesOf(board: Board): readonly Clash[] {
  const places = new Map<string, { of: Target | string; options: ClashOption[] }>();
  for (const card of board.cards.values()) {
    if (!isOpen(card)) continue;
    card.objection.readings.forEach(({ patch }, reading) => {
      for (const edit of patch) {
        const set = settingOf(edit);
        if (set === null) continue;
        const found = places.get(set.place) ?? { of: set.of, options: [] };
        places.set(set.place, found);
        const option = { card: card.objection.id, reading, value: set.value };
        if (!found.options.some((one) => one.card === option.card)) found.options.push(option);
      }
    });
  }
  return [...places].flatMap(([place, { of, options }]) => {
    const rivals = options.filter((one) => options.some((other) => isRival(board, one, other)));
    return rivals.length < 2
      ? []
      : [
          {
            place,
            of,
            options: rivals.toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)),
          },
        ];
  });
}

/** Whether two give the same thing different values, and neither builds on the other. */
function isRival(board: Board, one: ClashOption, other: ClashOption): boolean {
  if (one.card === other.card || one.value === other.value) return false;
  const isUnder = (card: string, id: string): boolean => {
    const found = board.cards.get(card);
    return found !== undefined && chainOf(board, found).some(({ objection }) => objection.id === id);
  };
  return !isUnder(one.card, other.card) && !isUnder(other.card, one.card);
}

type Setting = { readonly place: string; readonly of: Target | string; readonly value: string };

/** What an edit gives a value, as far as values can be put side by side. */
function settingOf(edit: Edit): Setting | null {
  switch (edit.kind) {
    case "set-cost":
      return {
        place: `${edit.axis}(${edit.term})`,
        of: { kind: "cost", term: edit.term, axis: edit.axis },
        value: edit.to === null ? "unknown" : printExpr(edit.to),
      };
    case "set-parameter":
      return {
        place: `parameter ${edit.parameter}`,
        of: edit.parameter,
        value: edit.to === null ? "unknown" : printExpr(edit.to),
      };
    case "set-program":
      return {
        place: `${edit.axis} of ${edit.id}`,
        of: { kind: "program", program: edit.id },
        value: `${edit.axis} = ${printExpr(edit.to)}`,
      };
    default:
      return null;
  }
}
