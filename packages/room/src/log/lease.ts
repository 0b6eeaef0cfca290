import type { Random } from "../base/doors.ts";
import { firstLease } from "../document/document.ts";
import { limits } from "../protocol/limits.ts";
import { mayEdit } from "../protocol/role.ts";
import type { Replica } from "./replica.ts";

/**
 * Client ids of the document that nobody has, as many as bring `spare` up to what a device keeps for work
 * offline. None for those who may not edit: they get theirs when their role changes and they sync again.
 */
export function leaseIds(replica: Replica, person: string, spare: number, random: Random): number[] {
  const who = replica.state.people[person];
  if (!who || !mayEdit(who.role)) return [];
  const held = [...replica.leases.values()].filter((owner) => owner === person).length;
  const wanted = Math.min(limits.spareIds - spare, limits.leasesPerPerson - held);
  const ids = new Set<number>();
  const mask = idMask(replica.leases.size + replica.doc.store.clients.size);
  while (ids.size < wanted) {
    const [a = 0, b = 0, c = 0, d = 0] = random(4);
    const id = ((a << 24) | (b << 16) | (c << 8) | d) & mask;
    if (id >= firstLease && !replica.leases.has(id) && !replica.doc.store.clients.has(id)) ids.add(id);
  }
  return [...ids];
}

/**
 * Ids are as small as keeps seven of eight free: two bytes on the wire instead of five, in every edit, for a room
 * of a hundred. They need not be hard to guess, for the gate asks who has which.
 */
function idMask(taken: number): number {
  let bits = 14;
  while (bits < 31 && 2 ** bits < 8 * taken + 8 * firstLease) bits++;
  return 2 ** bits - 1;
}
