import { expect, it } from "vitest";
import { createSolveClient, type WorkerLike } from "./solve-client.ts";
import type { Request, Response } from "./view.ts";

/** A worker at the other end of the wire: it keeps what it was sent and answers when the test says so. */
function bench() {
  const workers: { sent: Request[]; ended: boolean; self: WorkerLike }[] = [];
  const start = (): WorkerLike => {
    const one = {
      sent: [] as Request[],
      ended: false,
      self: {
        onmessage: null,
        postMessage: (message: Request) => void one.sent.push(message),
        terminate: () => {
          one.ended = true;
        },
      } as WorkerLike,
    };
    workers.push(one);
    return one.self;
  };
  const answer = (at: number) => {
    const worker = workers[at];
    const request = worker?.sent.at(-1);
    if (worker === undefined || request === undefined) throw new Error("nothing was sent");
    const { seq } = request;
    const here = { g: request.kind === "at" ? request.g : "" };
    const data =
      request.kind === "open"
        ? { seq, kind: "open", opened: { ok: false, issues: [] } }
        : { seq, kind: "at", here };
    worker.self.onmessage?.({ data: data as unknown as Response });
  };
  return { workers, start, answer };
}

it("sends one message at a time and drops scenarios that a newer one overtook", async () => {
  const { workers, start, answer } = bench();
  const client = createSolveClient(start, () => 0);
  const first = client.open("a", "1");
  const second = client.open("b", "1");
  const third = client.open("c", "1");
  expect(await second).toBeNull();
  answer(0);
  expect(await first).toEqual({ ok: false, issues: [] });
  answer(0);
  expect(await third).toEqual({ ok: false, issues: [] });
  expect(workers[0]?.sent.map((one) => one.kind === "open" && one.scenario)).toEqual(["a", "c"]);
});

it("replaces a worker that is stuck when a newer scenario comes", async () => {
  let time = 0;
  const { workers, start, answer } = bench();
  const client = createSolveClient(start, () => time);
  const stuck = client.open("slow", "1");
  time = 5_000;
  const next = client.open("quick", "1");
  expect(await stuck).toBeNull();
  expect(workers[0]?.ended).toBe(true);
  answer(1);
  expect(await next).toEqual({ ok: false, issues: [] });
});

it("lets a new worker read the scenario before it looks at a g", async () => {
  const { workers, start, answer } = bench();
  const client = createSolveClient(start, () => 0);
  const opened = client.open("a", "1");
  answer(0);
  await opened;
  client.close();
  const here = client.at("2");
  answer(1);
  answer(1);
  expect(await here).toEqual({ g: "2" });
  expect(workers[1]?.sent.map((one) => one.kind)).toEqual(["open", "at"]);
});

it("hands the strip on ahead of the rest, and sends a newer scenario on while the rest is still being worked out", async () => {
  const { workers, start, answer } = bench();
  const client = createSolveClient(start, () => 0);
  const strips: unknown[] = [];
  const first = client.open("a", "1", (strip) => strips.push(strip));
  const [worker] = workers;
  const strip = { sentence: "A wins" } as never;
  worker?.self.onmessage?.({ data: { seq: 1, kind: "strip", strip } });
  expect(strips).toEqual([strip]);
  const second = client.open("b", "1");
  expect(await first).toBeNull();
  expect(worker?.sent.map((one) => one.kind === "open" && one.scenario)).toEqual(["a", "b"]);
  worker?.self.onmessage?.({ data: { seq: 1, kind: "open", opened: null } });
  answer(0);
  expect(await second).toEqual({ ok: false, issues: [] });
});
