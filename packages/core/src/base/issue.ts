/** A half-open range of characters in the text that was read, counted from 0. */
export type Span = { readonly start: number; readonly end: number };

/** A mistake in what a person wrote: what it is, where it is, and a way out. */
export type Issue = {
  /** Stable kebab-case name of the kind of mistake, e.g. `unknown-term`. */
  readonly code: string;
  /** `problem noun: value`, lower case, no full stop. */
  readonly message: string;
  /** Keys from the root of the JSON that was read to the place, e.g. `["programs", 0, "c"]`. */
  readonly path: readonly (string | number)[];
  /** Characters inside the string at `path`; null when the whole value is meant. */
  readonly span: Span | null;
  /** What to do instead; an empty string when there is nothing useful to say. */
  readonly hint: string;
};

/** An issue; place and hint are optional. */
export const issue = (
  code: string,
  message: string,
  place: { path?: readonly (string | number)[]; span?: Span | null; hint?: string } = {},
): Issue => ({ code, message, path: place.path ?? [], span: place.span ?? null, hint: place.hint ?? "" });

/** The same issues, found below `prefix`. */
export const under = (prefix: readonly (string | number)[], issues: readonly Issue[]): Issue[] =>
  issues.map((one) => ({ ...one, path: [...prefix, ...one.path] }));
