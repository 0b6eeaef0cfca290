import { afterEach, describe, expect, it } from "vitest";
import { createSolvePool, type SolvePool } from "./solve-pool.ts";

/** A thread that answers, hangs, or dies, as the request says. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", (request) => {
      if (request === "hang") for (;;);
      if (request === "die") throw new Error("dead");
      parentPort.postMessage({ id: String(request), ok: true, answer: null });
    });`)}`,
);
const open: SolvePool[] = [];
const pool = (waiting = 10) => {
  const one = createSolvePool({ workers: 1, milliseconds: 300, waiting, program });
  open.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

describe("createSolvePool", () => {
  it("answers requests in turn", async () => {
    const { solve } = pool();
    const replies = await Promise.all([solve("a"), solve("b")]);
    expect(replies).toMatchObject([{ id: "a" }, { id: "b" }]);
  });

  it("ends a thread that hangs, and the next request is answered", async () => {
    const { solve } = pool();
    const [stuck, next] = await Promise.all([solve("hang"), solve("b")]);
    expect(stuck).toBe("late");
    expect(next).toMatchObject({ id: "b" });
  });

  it("outlives a thread that dies", async () => {
    const { solve } = pool();
    expect(await solve("die")).toBe("late");
    expect(await solve("b")).toMatchObject({ id: "b" });
  });

  it("turns away what would wait too long", async () => {
    const { solve } = pool(1);
    const replies = await Promise.all([solve("a"), solve("b"), solve("c")]);
    expect(replies[2]).toBe("busy");
    expect(replies[1]).toMatchObject({ id: "b" });
  });
});
