import * as Y from "yjs";
import { no } from "./refused.ts";

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

/**
 * The structs in an order in which each comes after what it builds on, a client's own always in sequence. Yjs
 * writes one block per client, highest id first, so what was done on two visits builds forward in the bytes.
 * `known` says up to which clock the document has a client. Refuses what builds on something that is nowhere.
 */
export function causalOrder(structs: readonly Struct[], known: (client: number) => number): Struct[] {
  const queues = [...Map.groupBy(structs, (struct) => struct.id.client).values()];
  if (queues.length < 2) return [...structs];
  const reached = new Map<number, number>();
  const isHere = (id: Y.ID | null): boolean =>
    id === null || id.clock < Math.max(reached.get(id.client) ?? 0, known(id.client));
  const ordered: Struct[] = [];
  const places = queues.map(() => 0);
  while (ordered.length < structs.length) {
    const before = ordered.length;
    queues.forEach((queue, index) => {
      let at = places[index] ?? 0;
      for (
        let next = queue[at];
        next !== undefined && dependenciesOf(next).every(isHere);
        next = queue[++at]
      ) {
        ordered.push(next);
        reached.set(next.id.client, next.id.clock + next.length);
      }
      places[index] = at;
    });
    if (ordered.length === before) no("missing-dependency", "between the update's own parts");
  }
  return ordered;
}

/** What must be there before the struct, but its client's own earlier ones. */
function dependenciesOf(struct: Struct): (Y.ID | null)[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent = struct.parent instanceof Y.ID ? struct.parent : null;
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id?.client !== struct.id.client);
}
