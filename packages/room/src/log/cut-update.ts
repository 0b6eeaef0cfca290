import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { causalOrder } from "../gate/causal-order.ts";

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded["structs"][number];
type Deletion = { readonly client: number; readonly clock: number; readonly len: number };

/**
 * A whole document, as one update, in parts of at most `size` structs or deletions that can be applied one after the
 * other: each part builds on nothing but the ones before. Yjs can't be asked to stop half-way through an update.
 */
export function cutUpdate(update: Uint8Array, size: number): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const deletions = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, len })),
  );
  const none = (): number => 0;
  return [
    ...runsOf(causalOrder(structs, none), size).map((run) => write(run, [])),
    ...runsOf(deletions, size).map((run) => write([], run)),
  ];
}

const runsOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Structs, each client's without a gap, and deletions as an update in Yjs's first encoding. */
function write(structs: readonly Struct[], deletions: readonly Deletion[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  const blocks = Map.groupBy(structs, ({ id }) => id.client);
  encoding.writeVarUint(rest, blocks.size);
  for (const [client, block] of blocks) {
    encoding.writeVarUint(rest, block.length);
    encoder.writeClient(client);
    encoding.writeVarUint(rest, block[0]?.id.clock ?? 0);
    for (const struct of block) struct.write(encoder, 0);
  }
  const deleted = Map.groupBy(deletions, ({ client }) => client);
  encoding.writeVarUint(rest, deleted.size);
  for (const [client, ranges] of deleted) {
    for (const n of [client, ranges.length]) encoding.writeVarUint(rest, n);
    for (const { clock, len } of ranges) for (const n of [clock, len]) encoding.writeVarUint(rest, n);
  }
  return encoder.toUint8Array();
}
