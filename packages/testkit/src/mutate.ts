/** One change at one place of a JSON value. */
export type Mutation = {
  /** Keys from the root to the place. */
  readonly path: readonly (string | number)[];
  /** What was done there, in words. */
  readonly change: string;
  /** The whole value with that change. */
  readonly value: unknown;
};

/** JSON values that could be at a place instead of `value`, with what was done, for a place that is not a container. */
function variants(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value === "boolean") return [["turned round", !value]];
  if (typeof value === "number") {
    return [
      ["one more", value + 1],
      ["one less", value - 1],
      ["turned round", -value],
    ].filter((one): one is [string, number] => one[1] !== value && !Object.is(one[1], -0));
  }
  if (value === null) return [["filled", "7"]];
  return typeof value === "string" ? textVariants(value) : [];
}

function textVariants(value: string): readonly (readonly [string, unknown])[] {
  const result: [string, unknown][] = value === "" ? [["filled", "7"]] : [["emptied", ""]];
  for (const match of value.matchAll(/\d/g)) {
    const next = (Number(match[0]) + 1) % 10;
    const changed = value.slice(0, match.index) + next + value.slice(match.index + 1);
    result.push([`digit ${match.index} raised`, changed]);
  }
  const swaps: readonly (readonly [RegExp, string])[] = [
    [/</, ">"],
    [/>/, "<"],
    [/ \+ /, " - "],
    [/ - /, " + "],
    [/\*/, "+"],
    [/=/, "!="],
  ];
  for (const [from, to] of swaps) {
    if (from.test(value)) result.push([`first ${from.source} made ${to}`, value.replace(from, to)]);
  }
  return result;
}

function listVariants(items: readonly unknown[]): readonly (readonly [string, unknown])[] {
  const result: [string, unknown][] = [];
  for (const [index, item] of items.entries()) {
    result.push([`item ${index} dropped`, items.toSpliced(index, 1)]);
    result.push([`item ${index} doubled`, items.toSpliced(index, 0, item)]);
    if (index > 0) {
      const swapped = items.with(index, items[index - 1]).with(index - 1, item);
      if (JSON.stringify(swapped) !== JSON.stringify(items))
        result.push([`items ${index - 1}, ${index} swapped`, swapped]);
    }
  }
  return result;
}

/**
 * Every single change of a JSON value, in a fixed order: numbers one up or down, each digit of each text raised, signs
 * and relations swapped, texts emptied or exchanged for another text found in a place of the same name, booleans turned,
 * fields dropped, nulls filled, items of lists dropped, doubled or swapped.
 */
export function* mutations(root: unknown): Generator<Mutation> {
  const pool = textsByKey(root);
  yield* at(root, [], root, pool);
}

type Path = readonly (string | number)[];

function* at(
  root: unknown,
  path: Path,
  value: unknown,
  pool: ReadonlyMap<string, readonly string[]>,
): Generator<Mutation> {
  const put = (change: string, other: unknown): Mutation => ({
    path,
    change,
    value: withValue(root, path, other),
  });
  for (const [change, other] of variants(value)) yield put(change, other);
  if (typeof value === "string") {
    const others = pool.get(nameOfPlace(path)) ?? [];
    for (const other of others.filter((one) => one !== value).slice(0, 3)) yield put(`made ${other}`, other);
  }
  if (Array.isArray(value)) {
    for (const [change, other] of listVariants(value)) yield put(change, other);
    for (const [index, item] of value.entries()) yield* at(root, [...path, index], item, pool);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _, ...others } = value as Record<string, unknown>;
      yield put(`field ${key} dropped`, others);
      yield* at(root, [...path, key], item, pool);
    }
  }
}

const nameOfPlace = (path: Path): string => String(path.findLast((key) => typeof key === "string") ?? "");

function textsByKey(root: unknown): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === "string") {
      const name = nameOfPlace(path);
      found.set(name, (found.get(name) ?? new Set()).add(value));
    } else if (Array.isArray(value))
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
    }
  };
  visit(root, []);
  return new Map([...found].map(([key, texts]) => [key, [...texts]]));
}

/** The value with what stands at `path` replaced. */
export function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(root) && typeof key === "number")
    return root.with(key, withValue(root[key], rest, value));
  const object = root as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withValue(object[key], rest, value) };
}
