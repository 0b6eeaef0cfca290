import type { ChartScene } from "./chart-scene.ts";
import type { Hue, Pattern, ProgramStyle } from "./names.ts";
import type { StripScene } from "./strip.ts";

/** Colours on a white ground, told apart by colour-blind readers; text on them is `ink`. */
export const PALETTE: Readonly<Record<Hue, { readonly fill: string; readonly ink: string }>> = {
  blue: { fill: "#2f6fb7", ink: "#ffffff" },
  vermilion: { fill: "#c8501e", ink: "#ffffff" },
  purple: { fill: "#7b4ea3", ink: "#ffffff" },
  green: { fill: "#00785c", ink: "#ffffff" },
  amber: { fill: "#e0a100", ink: "#1c1917" },
  sky: { fill: "#7cc4ee", ink: "#1c1917" },
  rose: { fill: "#c9709c", ink: "#1c1917" },
  slate: { fill: "#64748b", ink: "#ffffff" },
};

const PATTERN_SHAPES: Readonly<Record<Pattern, string>> = {
  plain: "",
  rising: '<path d="M-2 10 10 -2M4 16 16 4" stroke="#fff" stroke-opacity=".35" stroke-width="2"/>',
  dots: '<circle cx="3" cy="3" r="1.4" fill="#fff" fill-opacity=".45"/><circle cx="9" cy="9" r="1.4" fill="#fff" fill-opacity=".45"/>',
  falling: '<path d="M-2 2 10 14M2 -2 14 10" stroke="#fff" stroke-opacity=".35" stroke-width="2"/>',
  cross: '<path d="M0 0 12 12M12 0 0 12" stroke="#fff" stroke-opacity=".35" stroke-width="1.4"/>',
  level: '<path d="M0 3H12M0 9H12" stroke="#fff" stroke-opacity=".4" stroke-width="1.6"/>',
  upright: '<path d="M3 0V12M9 0V12" stroke="#fff" stroke-opacity=".4" stroke-width="1.6"/>',
  checks: '<path d="M0 0h6v6H0zM6 6h6v6H6z" fill="#fff" fill-opacity=".22"/>',
};

/** Definitions of the patterns, to be placed once in an SVG; a pattern's id is `prefix` and its name. */
export const patternDefs = (prefix: string): string =>
  Object.entries(PATTERN_SHAPES)
    .map(
      ([name, shape]) =>
        `<pattern id="${prefix}${name}" width="12" height="12" patternUnits="userSpaceOnUse">${shape}</pattern>`,
    )
    .join("");

/** A winner strip as a standalone SVG picture, with the sentence as its title. */
export function stripSvg(scene: StripScene, width = 960): string {
  const top = 30;
  const height = 56;
  const x = (position: number) => (16 + position * (width - 32)).toFixed(1);
  const bands = scene.bands.map((band) => {
    const size = (band.to - band.from) * (width - 32);
    const label =
      band.label.length * 8.5 < size
        ? svgText(Number(x((band.from + band.to) / 2)), top + height / 2 + 5, band.label, {
            fill: ink(band.styles),
            size: 15,
            bold: true,
            halo: PALETTE[band.styles[0]?.hue ?? "slate"].fill,
          })
        : "";
    return `${fills(band.styles, x(band.from), top, size, height)}${label}`;
  });
  const ticks = scene.ticks.map(
    (tick) =>
      `<line x1="${x(tick.position)}" x2="${x(tick.position)}" y1="${top - 6}" y2="${top + height + 6}" stroke="#1c1917" stroke-width="2"${tick.kind === "threshold" ? "" : ' stroke-dasharray="3 3"'}/>${text(Number(x(tick.position)), top + height + 24, tick.label, "#1c1917", 14)}`,
  );
  const ends =
    text(20, top - 10, "0", "#57534e", 13) +
    text(width - 20, top - 10, "∞", "#57534e", 13) +
    text(width / 2, top - 10, `${scene.over} (logarithmic)`, "#57534e", 13);
  return picture(width, 128, scene.sentence, [...bands, ...ticks, ends].join(""));
}

function fills(styles: readonly ProgramStyle[], x: string, y: number, width: number, height: number): string {
  const share = height / Math.max(1, styles.length);
  return styles
    .map((style, i) => {
      const box = `x="${x}" y="${y + i * share}" width="${width.toFixed(1)}" height="${share}"`;
      return `<rect ${box} fill="${PALETTE[style.hue].fill}"/><rect ${box} fill="url(#p-${style.pattern})"/>`;
    })
    .join("");
}

const ink = (styles: readonly ProgramStyle[]): string => PALETTE[styles[0]?.hue ?? "slate"].ink;

/** Score lines as a standalone SVG picture. */
export function chartSvg(scene: ChartScene, title: string, width = 960, height = 480): string {
  const left = 64;
  const bottom = height - 52;
  const x = (position: number) => left + position * (width - left - 150);
  const y = (position: number) => bottom - position * (bottom - 24);
  const grid = [
    ...scene.yMarks.map(
      (mark) =>
        `<line x1="${left}" x2="${x(1)}" y1="${y(mark.position).toFixed(1)}" y2="${y(mark.position).toFixed(1)}" stroke="#e7e5e4"/>${text(left - 8, y(mark.position) + 5, mark.text, "#57534e", 13, "end")}`,
    ),
    ...scene.xMarks.map((mark) => text(x(mark.position), bottom + 22, mark.text, "#57534e", 13)),
  ];
  const lines = scene.lines.map((line) => {
    const path = line.points
      .map(([px, py], i) => `${i === 0 ? "M" : "L"}${x(px).toFixed(1)} ${y(py).toFixed(1)}`)
      .join("");
    return `<path d="${path}" fill="none" stroke="${PALETTE[line.style.hue].fill}" stroke-width="${line.wins ? 3 : 1.5}"${line.wins ? "" : ' stroke-dasharray="5 4"'}/>`;
  });
  const ends = scene.lines.map(({ points, style }) => {
    const [endX, endY] = points[points.length - 1] ?? [1, 0.5];
    return { x: x(endX) + 8, y: y(endY) + 5, style };
  });
  const names = spread(ends, 18).map(({ style, ...at }) =>
    text(at.x, at.y, clipped(style.name), PALETTE[style.hue].fill, 14, "start"),
  );
  const crossings = scene.crossings.map(
    (one) =>
      `<circle cx="${x(one.x).toFixed(1)}" cy="${y(one.y).toFixed(1)}" r="5" fill="#1c1917"/>${svgText(x(one.x), y(one.y) - 12, one.label, { fill: "#1c1917", size: 14, bold: true, halo: "#ffffff" })}`,
  );
  const axes = [
    text(
      x(1),
      bottom + 40,
      `${scene.axis.kind === "log" ? "g (logarithmic)" : "g"}, the price of complexity`,
      "#57534e",
      13,
      "end",
    ),
    text(left - 8, 14, "score", "#57534e", 13, "end"),
  ];
  return picture(width, height, title, [...grid, ...lines, ...names, ...crossings, ...axes].join(""));
}

/** Labels moved down, where they need to, until each has `gap` to itself. */
function spread<T extends { readonly y: number }>(labels: readonly T[], gap: number): readonly T[] {
  let last = Number.NEGATIVE_INFINITY;
  return [...labels]
    .sort((a, b) => a.y - b.y)
    .map((label) => {
      last = Math.max(label.y, last + gap);
      return { ...label, y: last };
    });
}

/** A name that fits beside a chart. */
const clipped = (name: string): string =>
  [...name].length > 18 ? `${[...name].slice(0, 17).join("")}…` : name;

const text = (
  x: number,
  y: number,
  words: string,
  fill: string,
  size: number,
  anchor: Anchor = "middle",
): string => svgText(x, y, words, { fill, size, anchor });

type Anchor = "start" | "middle" | "end";

/** A line of text in an SVG; a `halo` keeps it readable on a pattern. */
export function svgText(
  x: number,
  y: number,
  words: string,
  look: {
    readonly fill: string;
    readonly size: number;
    readonly anchor?: Anchor;
    readonly bold?: boolean;
    readonly halo?: string;
  },
): string {
  const bold = look.bold === true ? ' font-weight="600"' : "";
  const halo =
    look.halo === undefined
      ? ""
      : ` stroke="${look.halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${look.fill}" font-size="${look.size}" text-anchor="${look.anchor ?? "middle"}"${bold}${halo}>${escapeXml(words)}</text>`;
}

/** A standalone SVG on a white ground, with the patterns defined as `p-NAME`. */
export const picture = (width: number, height: number, title: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Inter, system-ui, sans-serif"><title>${escapeXml(title)}</title><defs>${patternDefs("p-")}</defs><rect width="${width}" height="${height}" fill="#ffffff"/>${body}</svg>\n`;

/** Text made safe inside XML. */
export const escapeXml = (words: string): string =>
  words.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[^\P{Cc}\n\t]/gu, "");
