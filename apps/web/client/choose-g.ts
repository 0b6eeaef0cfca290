import { type DrawingAxis, positionOf, rationalToFloat, snap } from "@crux/present";

/** How near to a threshold, as a share of the axis, a handle settles exactly on it. */
const MAGNET = 0.006;

/** An axis and the exact texts of the values on it that matter. */
export type GScale = { readonly axis: DrawingAxis; readonly marks: readonly string[] };

/** Marks that are plain numbers, with their places; closed forms such as `sqrt(2)` can't be typed, so none settles there. */
const places = ({ axis, marks }: GScale) =>
  marks
    .map((exact) => ({ exact, position: positionOf(axis, rationalToFloat(exact)) }))
    .filter((mark) => Number.isFinite(mark.position));

/** The `g` for a position that a hand has chosen: an exact threshold nearby, else a short decimal. */
export function chooseG(scale: GScale, position: number): string {
  const near = places(scale).find((mark) => Math.abs(mark.position - position) < MAGNET);
  return near?.exact ?? snap(scale.axis, position);
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  PageUp: 0.08,
  PageDown: -0.08,
};

/** The `g` that a key leads to: arrows by a little, page keys by much, Home and End to the ends; null for other keys. */
export function keyG(scale: GScale, g: string, key: string): string | null {
  if (key === "Home") return snap(scale.axis, 0);
  if (key === "End") return snap(scale.axis, 1);
  const step = STEPS[key];
  if (step === undefined) return null;
  const here = positionOf(scale.axis, rationalToFloat(g));
  const crossed = places(scale).find(({ position }) => {
    const way = (position - here) * Math.sign(step);
    return way > 1e-9 && way <= Math.abs(step);
  });
  return Math.abs(step) < 0.05 && crossed !== undefined ? crossed.exact : snap(scale.axis, here + step);
}

/** Where `g` stands on an axis, kept a little inside both ends so that a knob stays in view. */
export function knobPosition(axis: DrawingAxis, g: string): number {
  const position = positionOf(axis, rationalToFloat(g));
  return Number.isFinite(position) ? Math.min(0.995, Math.max(0.005, position)) : 0.5;
}

/** The `g` to start from: the largest of 1, 2, 5 times a power of ten that is at most half the first flip; 1 without one. */
export function startG(firstFlip: number | undefined): string {
  if (firstFlip === undefined || !(firstFlip > 0) || !Number.isFinite(firstFlip)) return "1";
  const exponent = Math.floor(Math.log10(firstFlip / 2));
  const mantissa = [5, 2, 1].find((one) => one * 10 ** exponent <= firstFlip / 2) ?? 1;
  if (exponent < -6 || exponent > 9) return `${mantissa}e${exponent}`;
  return (mantissa * 10 ** exponent).toFixed(Math.max(0, -exponent));
}
