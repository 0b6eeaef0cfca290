import { isIPv6 } from "node:net";

/** What an address counts as: an IPv4 address itself; of an IPv6 address the first half, for one household has all of the second. */
export function networkOf(address: string): string {
  const bare = address.startsWith("::ffff:") ? address.slice(7) : address;
  if (!isIPv6(bare)) return bare;
  const [left = "", right] = bare.split("::");
  const [before, after] = [left, right ?? ""].map((half) => (half === "" ? [] : half.split(":"))) as [
    string[],
    string[],
  ];
  const gap = right === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, gap)).fill("0"), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
