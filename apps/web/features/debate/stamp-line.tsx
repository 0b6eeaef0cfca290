import type { Stamp } from "@crux/core";

/** The version that an objection was written against, and where the flips were then, as far as its author said so. */
export function StampLine({ stamp, at }: { readonly stamp: Stamp | null; readonly at: number }) {
  const flips = flipsThen(stamp?.map);
  return (
    <span title={new Date(at).toLocaleString()}>
      {timeOf(at)}
      {stamp !== null && ` · v${stamp.version}`}
      {flips !== null && (flips === "" ? " · no flip then" : ` · flip then ${flips}`)}
    </span>
  );
}

const timeOf = (at: number): string => {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString([], { day: "numeric", month: "short" });
};

/** The flips in a winner map that someone else's page sent: it may hold anything. */
export function flipsThen(map: unknown): string | null {
  const list = field(map, "thresholds");
  if (!Array.isArray(list)) return null;
  const texts = list.slice(0, 4).map((one) => field(field(one, "at"), "exact"));
  const flips = texts.filter((text) => typeof text === "string" && /^[-0-9/.e+]{1,24}$/.test(text));
  return flips.length === texts.length ? flips.join(", ") : null;
}

const field = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
