import type * as Y from "yjs";
import type { Gone, Whereabouts } from "./whereabouts.ts";

/** A struct that the update under check brings. */
export type FreshPart = {
  readonly start: number;
  readonly end: number;
  readonly where: Whereabouts | Gone;
  /** Whether it is a type, so that others may live inside. */
  readonly isType: boolean;
  readonly text: string | null;
};

/** The structs that the update under check brings, by client, in order of their clocks. */
export type FreshParts = {
  add(client: number, part: FreshPart): void;
  /** The part that contains `id`. */
  find(id: Y.ID): FreshPart | undefined;
  of(client: number): readonly FreshPart[];
};

/** No parts yet. */
export function createFreshParts(): FreshParts {
  const parts = new Map<number, FreshPart[]>();
  const of = (client: number): FreshPart[] => parts.get(client) ?? [];
  return {
    of,
    add(client, part) {
      const list = parts.get(client);
      if (list) list.push(part);
      else parts.set(client, [part]);
    },
    find({ client, clock }) {
      const list = of(client);
      let low = 0;
      let high = list.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const part = list[middle] as FreshPart;
        if (clock < part.start) high = middle - 1;
        else if (clock >= part.end) low = middle + 1;
        else return part;
      }
      return undefined;
    },
  };
}
