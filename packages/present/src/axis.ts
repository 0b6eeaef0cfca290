import { roundText } from "./number-text.ts";

/**
 * An axis for `g`. A logarithmic one has true ends: position 0 is `g = 0`, position 1 is `g = ∞`, and `low` and `high`
 * are log10 of `g` where the evenly spaced part begins and ends. On a linear one they are the values at its ends.
 */
export type Axis = { readonly kind: "log" | "linear"; readonly low: number; readonly high: number };

/** Share of the axis on each side in which everything out to 0 and to infinity is squeezed. */
const END = 0.1;

/** An axis on which all `points` (positive floats) lie in the evenly spaced part, with room at both sides. */
export function axisFor(points: readonly number[]): Axis {
  const logs = points.filter((g) => g > 0 && Number.isFinite(g)).map(Math.log10);
  if (logs.length === 0) return { kind: "log", low: -2, high: 2 };
  const low = Math.floor(Math.min(...logs) - 0.7);
  const high = Math.ceil(Math.max(...logs) + 0.7);
  return high - low >= 3
    ? { kind: "log", low, high }
    : { kind: "log", low: low - 1, high: low - 1 + Math.max(3, high - low + 1) };
}

/** An axis for straight lines: linear from 0 to past the last point, or logarithmic where points lie far apart. */
export function chartAxisFor(points: readonly number[]): Axis {
  const finite = points.filter((g) => g > 0 && Number.isFinite(g));
  const last = Math.max(...finite);
  if (finite.length === 0) return { kind: "linear", low: 0, high: 4 };
  if (last / Math.min(...finite) > 40) return axisFor(points);
  return { kind: "linear", low: 0, high: roundUp(last * 2, [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8]) };
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `raw`. */
export const niceStep = (raw: number): number => roundUp(raw, [1, 2, 2.5, 5]);

function roundUp(raw: number, mantissas: readonly number[]): number {
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  return magnitude * (mantissas.find((m) => m * magnitude >= raw) ?? 10);
}

/** Where `g` lies on the axis, from 0 to 1. */
export function positionOf(axis: Axis, g: number): number {
  if (axis.kind === "linear") return (g - axis.low) / (axis.high - axis.low);
  if (g <= 0) return 0;
  if (g === Number.POSITIVE_INFINITY) return 1;
  const log = Math.log10(g);
  if (log < axis.low) return END / (1 + axis.low - log);
  if (log > axis.high) return 1 - END / (1 + log - axis.high);
  return END + (1 - 2 * END) * ((log - axis.low) / (axis.high - axis.low));
}

/** The `g` at a position strictly between 0 and 1. */
export function rateAt(axis: Axis, position: number): number {
  if (axis.kind === "linear") return axis.low + position * (axis.high - axis.low);
  if (position <= 0) return 0;
  if (position >= 1) return Number.POSITIVE_INFINITY;
  if (position < END) return 10 ** (axis.low + 1 - END / position);
  if (position > 1 - END) return 10 ** (axis.high - 1 + END / (1 - position));
  return 10 ** (axis.low + ((position - END) / (1 - 2 * END)) * (axis.high - axis.low));
}

/** Marks with their positions: powers of ten in the evenly spaced part, or even steps on a linear axis. */
export function decades(axis: Axis): { readonly text: string; readonly position: number }[] {
  if (axis.kind === "linear")
    return [0, 0.25, 0.5, 0.75, 1].map((position) => ({
      text: roundText(rateAt(axis, position).toPrecision(6)),
      position,
    }));
  const step = Math.max(1, Math.ceil((axis.high - axis.low) / 8));
  const marks = [];
  for (let e = axis.low; e <= axis.high; e += step)
    marks.push({
      text:
        e >= -3 && e <= 4
          ? e < 0
            ? `0.${"0".repeat(-e - 1)}1`
            : `1${"0".repeat(e)}`
          : `10${[...String(e)].map((digit) => SUPERSCRIPTS[digit]).join("")}`,
      position: positionOf(axis, 10 ** e),
    });
  return marks;
}

/** A short exact text for a position that a hand has chosen: three significant digits, as a rational. */
export function snap(axis: Axis, position: number): string {
  const g = rateAt(axis, Math.min(0.998, Math.max(0.002, position)));
  return plainDecimal(g, 3);
}

function plainDecimal(g: number, digits: number): string {
  const [mantissa = "1", exponent = "0"] = g.toExponential(digits - 1).split("e");
  const e = Number(exponent);
  if (Math.abs(e) > 6) return `${mantissa.replace(/\.?0+$/, "")}e${e}`;
  const text = Number(`${mantissa}e${e}`).toFixed(Math.max(0, digits - 1 - e));
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};
