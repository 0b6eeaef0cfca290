import { unreachable } from "@crux/core";
import type { Instance, Rule, SumTerm } from "./proof-types.ts";

const line = (place: number): string => `(${place + 1})`;

/** A product of lines with a number in front, and what else it is multiplied by: `1/2·(1)·(3)`. */
export function termText({ times, facts, square, factor }: SumTerm): string {
  const number = times === "1" && facts.length > 0 ? [] : [/^[\w/.]+$/.test(times) ? times : `(${times})`];
  const parts = [
    ...number,
    ...facts.map(line),
    ...(square === null ? [] : [`[${square}]^2`]),
    ...(factor === null ? [] : [`[${factor}]`]),
  ];
  return parts.join("·");
}

/** Why a line follows from the lines above it. */
export function ruleText(rule: Rule): string {
  switch (rule.kind) {
    case "sum":
      return rule.terms.length === 0 ? "worked out" : `adds up from ${rule.terms.map(termText).join(" + ")}`;
    case "sure":
      return "every part of it is positive";
    case "number":
      return "a number; its sign is worked out exactly";
    case "replace":
      return `${line(rule.fact)} with ${rule.by} for ${rule.unknown}, by ${line(rule.equality)}`;
    case "known":
      return `${instanceText(rule.instance)}${from(rule.instance.given)}`;
    default:
      return unreachable(rule);
  }
}

const from = (given: readonly number[]): string =>
  given.length === 0 ? "" : `, from ${given.map(line).join(", ")}`;

function instanceText(instance: Instance): string {
  switch (instance.kind) {
    case "power-sign":
      return "a power of something positive is positive";
    case "exp-tangent":
      return "exp(x) is at least 1 + x";
    case "log-tangent":
      return "log(u) is at most u - 1";
    case "log-sum":
      return "a sum of logarithms is the logarithm of the product";
    case "power-tangent-convex":
      return "a convex power lies above its tangent at 1";
    case "power-tangent-concave":
      return "a concave power lies below its tangent at 1";
    case "base-monotone":
      return "a larger base gives a larger power";
    case "exponent-monotone":
      return "a base above 1 grows with its exponent, one below 1 shrinks";
    case "means":
      return "the arithmetic mean is at least the geometric mean";
    case "abs":
      return "what the absolute value means";
    default:
      return unreachable(instance);
  }
}
