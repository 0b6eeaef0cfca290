import type { Place, Solving } from "../certificate/symbolic-proof.ts";

/**
 * The same proof with its places and degenerate cases, which are numbered as they were found, numbered as they stand
 * in the answer.
 */
export function mapPlaces(
  by: Solving,
  place: (found: number) => Place,
  degenerate: (found: number) => number | null,
): Solving {
  const inside = (one: Solving): Solving => mapPlaces(one, place, degenerate);
  const maybe = (one: Solving | null): Solving | null => (one === null ? null : inside(one));
  const at = (one: Place): Place => (one.kind === "solution" ? place(one.solution) : one);
  switch (by.kind) {
    case "identical":
    case "undefined":
    case "never":
      return by;
    case "free":
      return by.degenerate === null ? by : { ...by, degenerate: degenerate(by.degenerate) };
    case "product":
      return { ...by, factors: by.factors.map((factor) => ({ ...factor, by: inside(factor.by) })) };
    case "once":
      return { ...by, at: at(by.at), flat: maybe(by.flat) };
    case "cubic":
      return { ...by, at: at(by.at) };
    case "quadratic":
      return { ...by, plus: at(by.plus), minus: at(by.minus), double: at(by.double), flat: maybe(by.flat) };
    case "radical":
    case "logarithm":
    case "substitute":
      return { ...by, by: inside(by.by) };
    case "lambert":
      return {
        ...by,
        principal: at(by.principal),
        other: at(by.other),
        double: at(by.double),
        zero: by.zero === null ? null : at(by.zero),
      };
    case "split":
      return { ...by, zero: inside(by.zero), nonzero: inside(by.nonzero) };
  }
}
