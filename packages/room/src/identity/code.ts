import type { Random } from "../base/doors.ts";

/** Letters that look and sound unlike each other: no I, L, O, Q, U, V, no digits. */
const letters = "ABCDEFGHJKMNPRSTWXYZ";
const length = 6;

/** A random room code: one of 64 million. */
export function newCode(random: Random): string {
  let code = "";
  while (code.length < length) {
    const [byte = 0] = random(1);
    // 240 is the largest multiple of 20 that a byte holds: above it the first letters would come up more often.
    if (byte < 240) code += letters[byte % letters.length];
  }
  return code;
}

/** What a person typed as a code, in its one spelling; undefined when it can't be one. */
export function tidyCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : undefined;
}
