import { short } from "./statistics.ts";

/** A chart of one column over the first. */
export type Chart = {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** The column that is drawn. */
  readonly shown: number;
};

const width = 560;
const height = 260;
const left = 64;
const right = 24;
const top = 24;
const bottom = 48;

/** The picture of a table: both axes begin at zero, every point says its value. Readable on light and dark. */
export function chartOf({ title, columns, shown }: Chart, rows: readonly (readonly number[])[]): string {
  const points = rows.flatMap((row) => {
    const [x = 0] = row;
    const y = row[shown] ?? Number.NaN;
    return Number.isFinite(y) ? [{ x, y }] : [];
  });
  const most = {
    x: Math.max(...points.map(({ x }) => x), 1),
    y: Math.max(...points.map(({ y }) => y), 1e-9),
  };
  const at = ({ x, y }: { x: number; y: number }): [number, number] => [
    Math.round(left + (x / most.x) * (width - left - right)),
    Math.round(height - bottom - (y / most.y) * (height - top - bottom)),
  ];
  const [startX, startY] = at({ x: 0, y: 0 });
  const marks = points.map((point) => {
    const [x, y] = at(point);
    return `<circle cx="${x}" cy="${y}" r="4"/><text x="${x}" y="${y - 9}" text-anchor="middle">${short(point.y)}</text><text x="${x}" y="${startY + 18}" text-anchor="middle">${point.x}</text>`;
  });
  const line = points.map((point) => at(point).join(",")).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}: ${columns[shown]} by ${columns[0]}">
<style>svg{font:12px system-ui,sans-serif;fill:#3d3d3d;background:#fff}.a{stroke:#767676;fill:none}.l{stroke:#0b5cad;stroke-width:2;fill:none}circle{fill:#0b5cad}@media(prefers-color-scheme:dark){svg{fill:#ddd;background:#161616}.l{stroke:#7db8f5}circle{fill:#7db8f5}}</style>
<path class="a" d="M${startX} ${top}V${startY}H${width - right}"/>
<polyline class="l" points="${line}"/>
${marks.join("\n")}
<text x="${width - right}" y="${height - 8}" text-anchor="end">${columns[0]}</text>
<text x="8" y="14">${columns[shown]}</text>
</svg>
`;
}
