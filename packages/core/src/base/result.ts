/** What a function returns when a person's input can be wrong: a value, or what is wrong with it. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** A result that carries `value`. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A result that carries what went wrong. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
