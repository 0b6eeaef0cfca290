import { describe, expect, it } from "vitest";
import { createSpareWorker } from "./spare-worker.ts";

type Fake = { onerror: (() => void) | null };

function stage() {
  const started: Fake[] = [];
  const workers = createSpareWorker(() => {
    const fresh: Fake = { onerror: null };
    started.push(fresh);
    return fresh;
  });
  return { workers, started };
}

describe("createSpareWorker", () => {
  it("gives the one that waits, once, and then new ones", () => {
    const { workers, started } = stage();
    workers.prepare();
    workers.prepare();
    expect(started).toHaveLength(1);
    expect([workers.take(), workers.take()]).toEqual(started);
    expect(started).toHaveLength(2);
  });

  it("forgets one that breaks while it waits, and hears no more of one that was given away", () => {
    const { workers, started } = stage();
    workers.prepare();
    started[0]?.onerror?.();
    expect(workers.take()).toBe(started[1]);
    expect(started[1]?.onerror).toBeNull();
  });

  it("waits for somebody to need one where none can be started", () => {
    const workers = createSpareWorker((): Fake => {
      throw new Error("no workers here");
    });
    workers.prepare();
    expect(() => workers.take()).toThrow("no workers here");
  });
});
