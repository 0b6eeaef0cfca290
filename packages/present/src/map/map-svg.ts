import { type Axis, decades } from "../axis.ts";
import type { ProgramStyle } from "../names.ts";
import { PALETTE, picture, svgText } from "../svg.ts";
import type { MapAxis } from "./map-axis.ts";
import type { Region } from "./regions.ts";
import type { Sheet } from "./sheet.ts";

const MARGIN = { top: 24, right: 24, bottom: 56, left: 72 };

/** A map of winners over g (to the right) and one other value (upwards) as a standalone SVG picture. */
export function mapSvg(
  map: {
    readonly axis: Axis;
    readonly over: MapAxis;
    readonly regions: readonly Region[];
    readonly styles: Sheet["styles"];
  },
  title: string,
  width = 960,
  height = 560,
): string {
  const inner = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const x = (share: number) => MARGIN.left + share * inner.width;
  const y = (share: number) => MARGIN.top + (1 - share) * inner.height;
  const nobody: ProgramStyle = { name: "nobody", hue: "slate", pattern: "plain" };
  const styleOf = (id: string): ProgramStyle => map.styles[id] ?? { ...nobody, name: id };
  const areas = map.regions.map(({ outline, winners }) => {
    const points = outline.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(" ");
    const [first = ""] = winners;
    const style = winners.length === 0 ? nobody : styleOf(first);
    const pattern = winners.length > 1 ? "cross" : style.pattern;
    return `<polygon points="${points}" fill="${PALETTE[style.hue].fill}" stroke="#ffffff"/><polygon points="${points}" fill="url(#p-${pattern})"/>`;
  });
  const names = map.regions.map(({ label, winners }) => {
    const name = winners.length === 0 ? nobody.name : winners.map((id) => styleOf(id).name).join(" = ");
    if (label.width * inner.width < name.length * 8.5 || label.height * inner.height < 22) return "";
    const { fill, ink } = PALETTE[winners.length === 0 ? nobody.hue : styleOf(winners[0] ?? "").hue];
    const at = [x(label.x), y(label.y) + 5] as const;
    return svgText(...at, name, { fill: ink, size: 15, bold: true, halo: fill });
  });
  const marks = [
    ...(map.axis.kind === "log" ? decades(map.axis) : []),
    { text: "0", position: 0 },
    { text: "∞", position: 1 },
  ].map((mark) => svgText(x(mark.position), y(0) + 20, mark.text, { fill: "#57534e", size: 13 }));
  const side = (share: number, words: string) =>
    svgText(x(0) - 8, y(share) + 5, words, { fill: "#57534e", size: 13, anchor: "end" });
  const middle = `translate(22 ${(y(0) + y(1)) / 2}) rotate(-90)`;
  const axes = [
    side(0, map.over.low),
    side(1, map.over.high),
    svgText(x(0.5), y(0) + 42, "g, the price of complexity (logarithmic)", { fill: "#57534e", size: 13 }),
    `<g transform="${middle}">${svgText(0, 0, map.over.label, { fill: "#57534e", size: 13 })}</g>`,
  ];
  return picture(width, height, title, [...areas, ...names, ...marks, ...axes].join(""));
}
