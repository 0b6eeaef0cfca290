import nerdamer from "nerdamer-prime/all";
import { isHarmless } from "./mangle.ts";

/** Ways to change the library's state for later calls; none is needed here. */
const OFF = [
  "setFunction",
  "setVar",
  "setConstant",
  "setOperator",
  "aliasOperator",
  "replaceFunction",
  "register",
  "load",
  "addPeeker",
];

let isShut = false;

/** Shuts off what an expression or a caller could change the library with. */
function shut(): void {
  if (isShut) return;
  isShut = true;
  const api = nerdamer as unknown as Record<string, unknown>;
  for (const name of OFF)
    api[name] = () => {
      throw new Error(`${name} is shut off`);
    };
}

/**
 * Factors of a polynomial in `v1`, `v2`, … as the library finds them: unchecked texts, without those that hold decimal
 * numbers. Throws what the library throws.
 */
export function nerdamerFactors(text: string): string[] {
  if (!isHarmless(text)) return [];
  shut();
  try {
    return splitProduct(nerdamer(`factor(${text})`).toString()).filter(isUseful);
  } finally {
    // a division by zero leaves this switched on, and then every later result is rounded
    nerdamer.set("PARSE2NUMBER", false);
    nerdamer.flush();
  }
}

/** Texts with names in them and short numbers only: long fractions are rounded roots. */
const isUseful = (text: string): boolean =>
  text.includes("v") && !/[0-9]{9}|\./.test(text) && /^[-+*/^()v0-9]+$/.test(text);

/** The factors of a product, without brackets and powers around them. */
export function splitProduct(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const char = text.charAt(i);
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    if (depth > 0 || (char !== "*" && i < text.length)) continue;
    out.push(bare(text.slice(start, i)));
    start = i + 1;
  }
  return out;
}

/** `(a+b)^2` and `(a+b)` as `a+b`. */
function bare(text: string): string {
  const match = /^\((.*)\)(?:\^\(?[0-9]+\)?)?$/.exec(text);
  const inner = match?.[1];
  return inner !== undefined && isBalanced(inner) ? inner : text;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
