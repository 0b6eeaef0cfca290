import type { FunctionName } from "../expr/expr.ts";

/** How many arguments each function takes: at least and at most. */
export const FUNCTIONS: Readonly<Record<FunctionName, readonly [number, number]>> = Object.freeze({
  sqrt: [1, 1],
  log: [1, 1],
  log2: [1, 1],
  ln: [1, 1],
  exp: [1, 1],
  min: [1, 100],
  max: [1, 100],
  abs: [1, 1],
  lambertw: [1, 2],
  root: [2, 2],
});

const WORDS = ["and", "or", "not", "implies", "iff", "exists", "wins", "dominates"];

/** Whether the word joins claims and so can't be a name in a formula. */
export const isClaimWord = (word: string): boolean => WORDS.includes(word);

/** The function called `name`; undefined when there is none. */
export const functionNamed = (name: string): FunctionName | undefined =>
  Object.hasOwn(FUNCTIONS, name) ? (name as FunctionName) : undefined;

const IDENTIFIER = /^[A-Za-z_\u0391-\u03A9\u03B1-\u03C9][A-Za-z0-9_\u0391-\u03A9\u03B1-\u03C9]*$/;

/** Whether the text is one name: a letter or `_`, then letters, digits and `_`; Greek letters count. */
export const isIdentifier = (text: string): boolean => text.length <= 200 && IDENTIFIER.test(text);

/** Whether the name means something to every formula and so can't be a parameter. */
export const isReserved = (name: string): boolean =>
  functionNamed(name) !== undefined ||
  isClaimWord(name) ||
  ["c", "t", "score", "g", "pi", "e", "oo"].includes(name);
