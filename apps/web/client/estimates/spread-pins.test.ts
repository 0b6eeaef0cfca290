import { expect, it } from "vitest";
import { spreadPins } from "./spread-pins.ts";

it("covers no label with another and keeps all inside, however many there are", () => {
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let run = 0; run < 200; run += 1) {
    const rows = 1 + random(4);
    const labels = Array.from({ length: random(30) }, () => ({ at: random(401), width: 10 + random(110) }));
    const boxes = spreadPins(labels, 400, rows).flatMap((place, index) =>
      place === null ? [] : [{ ...place, right: place.left + (labels[index]?.width ?? 0) }],
    );
    expect(boxes.length > 0).toBe(labels.length > 0);
    for (const [index, one] of boxes.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(400);
      expect(one.row).toBeLessThan(rows);
      for (const other of boxes.slice(index + 1))
        if (one.row === other.row) expect(one.right <= other.left || other.right <= one.left).toBe(true);
    }
  }
});

it("stands a label where it wants to be while there is room", () => {
  expect(spreadPins([{ at: 50, width: 20 }], 100, 1)).toEqual([{ row: 0, left: 40 }]);
  expect(
    spreadPins(
      [
        { at: 50, width: 20 },
        { at: 50, width: 20 },
        { at: 50, width: 20 },
      ],
      100,
      2,
    ),
  ).toEqual([{ row: 0, left: 40 }, { row: 1, left: 40 }, null]);
});
