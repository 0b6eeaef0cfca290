import { type Axis, axisFor, positionOf } from "../axis.ts";
import { orderOf, type Sheet, type SheetRow } from "./sheet.ts";

/** Points with both coordinates from 0 to 1; up is more of the value. */
type Point = readonly [number, number];

/** One region of a map: who wins in it, its outline, and where its name fits best. */
export type Region = {
  readonly winners: readonly string[];
  readonly outline: readonly Point[];
  readonly label: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
};

/** The axis of g for a map: most of its borders lie in the evenly spaced part. */
export function axisOfSheet(sheet: Sheet): Axis {
  const borders = sheet.rows
    .flatMap((row) => row.segments.slice(1).map((one) => one.from))
    .filter((g) => g > 0 && Number.isFinite(g))
    .sort((a, b) => a - b);
  const cut = Math.floor(borders.length / 20);
  return axisFor(borders.slice(cut, borders.length - cut));
}

/** The regions of a sheet. Rows are exact; between two rows with the same winners borders run straight. */
export function regionsOf(sheet: Sheet, axis: Axis): readonly Region[] {
  return runsOf(sheet.rows).flatMap(({ rows, from, to }) =>
    (rows[0]?.segments ?? []).map((segment, index) => {
      const edge = (row: SheetRow, side: "from" | "to") => positionOf(axis, row.segments[index]?.[side] ?? 0);
      const ys = rows.map((row, at) => (at === 0 ? from : at === rows.length - 1 ? to : row.at));
      const left = rows.map((row, at): Point => [edge(row, "from"), ys[at] ?? row.at]);
      const right = rows.map((row, at): Point => [edge(row, "to"), ys[at] ?? row.at]);
      const single =
        rows.length === 1 ? { left: flat(left, from, to), right: flat(right, from, to) } : { left, right };
      return {
        winners: segment.winners,
        outline: [...single.left, ...[...single.right].reverse()],
        label: widest(single.left, single.right),
      };
    }),
  );
}

const flat = ([point]: readonly Point[], from: number, to: number): readonly Point[] =>
  point === undefined
    ? []
    : [
        [point[0], from],
        [point[0], to],
      ];

type Run = { readonly rows: readonly SheetRow[]; readonly from: number; readonly to: number };

/** Neighbouring rows with the same winners in the same order; runs meet half-way between their rows. */
function runsOf(rows: readonly SheetRow[]): readonly Run[] {
  const runs: SheetRow[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && orderOf(last[0] ?? null) === orderOf(row)) last.push(row);
    else runs.push([row]);
  }
  return runs.map((run, at) => {
    const first = run[0]?.at ?? 0;
    const end = run.at(-1)?.at ?? 1;
    const before = runs[at - 1]?.at(-1)?.at;
    const after = runs[at + 1]?.[0]?.at;
    return {
      rows: run,
      from: before === undefined ? first : (before + first) / 2,
      to: after === undefined ? end : (end + after) / 2,
    };
  });
}

function widest(left: readonly Point[], right: readonly Point[]): Region["label"] {
  const ys = left.map((point) => point[1]);
  const low = Math.min(...ys);
  const high = Math.max(...ys);
  const inner = left
    .map((point, at) => ({ y: point[1], x: point[0], width: (right[at]?.[0] ?? 0) - point[0] }))
    .filter((one) => one.y >= low + (high - low) * 0.15 && one.y <= high - (high - low) * 0.15);
  const best = inner.sort((a, b) => b.width - a.width)[0];
  const middle = {
    y: (low + high) / 2,
    x: left[0]?.[0] ?? 0,
    width: (right[0]?.[0] ?? 0) - (left[0]?.[0] ?? 0),
  };
  const { x, y, width } = best ?? middle;
  return { x: x + width / 2, y, width, height: high - low };
}
