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
  while (ids.size < wanted) {
    const [a = 0, b = 0, c = 0, d = 0] = random(4);
    const id = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    if (id >= firstLease && !replica.leases.has(id) && !replica.doc.store.clients.has(id)) ids.add(id);
  }
  return [...ids];
}
