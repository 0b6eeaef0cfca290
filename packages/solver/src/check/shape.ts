import { type Path, refuse } from "./refusal.ts";

/** Reads one place of an untrusted JSON value; refuses anything that is not as it should be. */
export type Shape<T> = (value: unknown, path: Path) => T;

const STEP = "read the answer";

const describe = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  return typeof value === "object" ? "an object" : String(value);
};

const wrong = (value: unknown, path: Path, wanted: string): never =>
  refuse(STEP, path, `not ${wanted}: ${describe(value)}`);

/** A string. */
export const text: Shape<string> = (value, path) =>
  typeof value === "string" ? value : wrong(value, path, "a text");

/** True or false. */
export const flag: Shape<boolean> = (value, path) =>
  typeof value === "boolean" ? value : wrong(value, path, "true or false");

/** A whole number from 0 to a million. */
export const count: Shape<number> = (value, path) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1_000_000
    ? value
    : wrong(value, path, "a count");

/** Anything at all, to be read later. */
export const anything: Shape<unknown> = (value) => value;

/** One of the listed strings or numbers. */
export const oneOf =
  <const T extends string | number>(...allowed: readonly T[]): Shape<T> =>
  (value, path) =>
    allowed.find((one) => one === value) ?? wrong(value, path, allowed.join(" or "));

/** Null, or what `shape` reads. */
export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, path) =>
    value === null ? null : shape(value, path);

/** A list of what `shape` reads. */
export const list =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value, path) =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => shape(item, [...path, index]))
      : wrong(value, path, "a list");

/** A list of exactly two. */
export const pair =
  <T>(shape: Shape<T>): Shape<readonly [T, T]> =>
  (value, path) => {
    const [first, second, ...others] = list(shape)(value, path);
    if (first === undefined || second === undefined || others.length > 0) return wrong(value, path, "a pair");
    return [first, second];
  };

type Fields<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

/** An object with these fields and no other; a field whose shape is `optional` may be absent. */
export const record =
  <T extends object>(fields: Fields<T>): Shape<T> =>
  (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return wrong(value, path, "an object");
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key)) refuse(STEP, [...path, key], `unknown field: ${key}`);
    }
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(fields) as (keyof T & string)[]) {
      const has = Object.hasOwn(value, key);
      const read = fields[key](has ? (value as Record<string, unknown>)[key] : ABSENT, [...path, key]);
      if (read !== ABSENT) result[key] = read;
    }
    // reason: every key of T has been read by its own shape in the loop above
    return result as T;
  };

const ABSENT = Symbol("absent");

/** What may be absent from an object. */
export const optional =
  <T>(shape: Shape<T>): Shape<T> =>
  (value, path) =>
    // reason: `record` leaves an absent field out, as its type says
    value === ABSENT ? (ABSENT as T) : shape(value, path);

/** One of several objects, told apart by their field `kind`. */
export const byKind =
  <T extends { readonly kind: string }>(
    shapes: {
      readonly [K in T["kind"]]: Shape<Extract<T, { kind: K }>>;
    },
  ): Shape<T> =>
  (value, path) => {
    const kind = typeof value === "object" && value !== null ? (value as { kind?: unknown }).kind : undefined;
    if (typeof kind !== "string" || !Object.hasOwn(shapes, kind)) {
      return refuse(STEP, [...path, "kind"], `unknown kind: ${describe(kind)}`);
    }
    return (shapes as Record<string, Shape<T>>)[kind]?.(value, path) ?? wrong(value, path, "an object");
  };

/** An object from any names to what `shape` reads. */
export const table =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return wrong(value, path, "an object");
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shape(item, [...path, key])]));
  };
