import type { Hue } from "./names.ts";
import type { StripScene } from "./strip.ts";

const SHADES = ["█", "░", "▓", "▒", "▞", "▚", "▙", "▟"] as const;
const CODES: Record<Hue, number> = {
  blue: 33,
  vermilion: 202,
  purple: 134,
  green: 36,
  amber: 214,
  sky: 75,
  rose: 211,
  slate: 245,
};

/**
 * The strip for a terminal, `width` columns wide: names, bands in a shade each, ticks with exact values.
 * Colours are added only when `colour` is true; shades alone tell the bands apart.
 */
export function stripText(scene: StripScene, width: number, colour: boolean): string {
  const hues = [...new Set(scene.bands.flatMap((band) => band.styles.map((style) => style.hue)))];
  const column = (position: number) => Math.round(position * width);
  let bar = "";
  let names = "";
  for (const band of scene.bands) {
    const size = Math.max(1, column(band.to) - column(band.from));
    const hue = band.styles[0]?.hue ?? "slate";
    const cells = Array.from(
      { length: size },
      (_, i) => SHADES[hues.indexOf(band.styles[i % band.styles.length]?.hue ?? hue)] ?? "·",
    ).join("");
    bar += colour ? `\u001b[38;5;${CODES[hue]}m${cells}\u001b[0m` : cells;
    names += clip(band.label, size).padEnd(size);
  }
  const lines = [names.trimEnd(), bar, tickLine(scene, width, column), tickLabels(scene, width, column)];
  return lines.filter((line) => line.trim() !== "").join("\n");
}

const clip = (text: string, size: number): string =>
  text.length <= size - 1 ? text : size < 4 ? "" : `${text.slice(0, size - 2)}…`;

function tickLine(scene: StripScene, width: number, column: (position: number) => number): string {
  const cells = Array.from({ length: width + 1 }, () => " ");
  cells[0] = "0";
  cells[width] = "∞";
  for (const tick of scene.ticks)
    cells[Math.min(width - 1, Math.max(1, column(tick.position)))] = tick.kind === "touch" ? "○" : "▲";
  return cells.join("");
}

function tickLabels(scene: StripScene, width: number, column: (position: number) => number): string {
  let line = "";
  for (const tick of scene.ticks) {
    const text = tick.label;
    const start = Math.min(
      Math.max(column(tick.position) - Math.floor(text.length / 2), line.length === 0 ? 0 : line.length + 2),
      Math.max(0, width - text.length),
    );
    if (start < line.length) continue;
    line = line.padEnd(start) + text;
  }
  return line;
}
