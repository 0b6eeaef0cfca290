import {
  err,
  type Issue,
  issue,
  type Objection,
  ok,
  type Result,
  readObjection,
  under,
  writeObjection,
} from "@crux/core";

/** An objection or a reply, as it is exported; its author is a name for people. */
export type DebateItem = {
  readonly objection: Objection;
  /** Id of the objection that it answers; null where it starts a thread. */
  readonly replyTo: string | null;
};

/** An item with its replies below it; `number` is its place, `2.1` for the first reply to the second. */
export type Thread = {
  readonly item: DebateItem;
  readonly number: string;
  readonly replies: readonly Thread[];
};

/** More objections than these are not read. */
const MOST = 5_000;

/** Reads a list of objections as JSON; a reply names what it answers in `replyTo`. */
export function readDebate(json: unknown): Result<readonly DebateItem[], readonly Issue[]> {
  if (!Array.isArray(json))
    return err([issue("not-a-list", "objections are no list", { hint: "write [ … ]" })]);
  if (json.length > MOST) return err([issue("too-many", `more objections than the limit: ${MOST}`)]);
  const issues: Issue[] = [];
  const items: DebateItem[] = [];
  for (const [index, one] of json.entries()) {
    const read = readObjection(one);
    if (!read.ok) issues.push(...under([index], read.error));
    else items.push({ objection: read.value, replyTo: textAt(one, "replyTo") });
  }
  return issues.length > 0 ? err(issues) : ok(items);
}

const textAt = (json: unknown, key: string): string | null => {
  const value = Object.entries(json ?? {}).find(([name]) => name === key)?.[1];
  return typeof value === "string" ? value : null;
};

/** Objections as JSON that `readDebate` reads back. */
export const writeDebate = (debate: readonly DebateItem[]): readonly unknown[] =>
  debate.map(({ objection, replyTo }) => ({
    ...writeObjection(objection),
    ...(replyTo === null ? {} : { replyTo }),
  }));

/** Replies below what they answer, in the order given. What answers something that is missing, or itself, starts a thread. */
export function threadsOf(debate: readonly DebateItem[]): readonly Thread[] {
  const ids = new Set(debate.map(({ objection }) => objection.id));
  const replies = new Map<string | null, DebateItem[]>();
  for (const item of debate) {
    const to = item.replyTo !== null && ids.has(item.replyTo) ? item.replyTo : null;
    replies.set(to, [...(replies.get(to) ?? []), item]);
  }
  const seen = new Set<DebateItem>();
  const below = (items: readonly DebateItem[], prefix: string, level: number): readonly Thread[] =>
    items
      .filter((item) => !seen.has(item))
      .map((item, index) => {
        seen.add(item);
        const number = `${prefix}${index + 1}`;
        const own = level < 100 ? (replies.get(item.objection.id) ?? []) : [];
        return { item, number, replies: below(own, `${number}.`, level + 1) };
      });
  const roots = below(replies.get(null) ?? [], "", 0);
  const left = debate.filter((item) => !seen.has(item));
  return [
    ...roots,
    ...left.map((item, index) => ({ item, number: `${roots.length + index + 1}`, replies: [] })),
  ];
}
