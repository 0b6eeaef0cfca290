import { describe, expect, it } from "vitest";
import { judgeClaim } from "./judge-claim.ts";
import type { JudgeTask } from "./reason.ts";
import { createReasonClient, type ReasonWorker } from "./reason-client.ts";

const task = (claim: string): JudgeTask => ({ kind: "judge", scenario: undefined, claim, assume: [] });

/** A worker in this thread that answers only when told to. */
function slowWorkers() {
  const alive: { worker: ReasonWorker; tasks: JudgeTask[] }[] = [];
  const start = (): ReasonWorker => {
    const tasks: JudgeTask[] = [];
    const worker: ReasonWorker = {
      onmessage: null,
      onerror: null,
      postMessage: (message) => tasks.push(message as JudgeTask),
      terminate: () => alive.splice(0, 1),
    };
    alive.push({ worker, tasks });
    return worker;
  };
  const answer = () => {
    const [one] = alive;
    const next = one?.tasks.shift();
    if (one !== undefined && next !== undefined) one.worker.onmessage?.({ data: judgeClaim(next) });
  };
  return { start, answer, alive };
}

describe("createReasonClient", () => {
  it("answers questions in turn", async () => {
    const { start, answer } = slowWorkers();
    const client = createReasonClient(start);
    const both = Promise.all([client.judge("one", task("a < a + b")), client.judge("two", task("a < b"))]);
    answer();
    await Promise.resolve();
    answer();
    const [first, second] = await both;
    expect(first).toMatchObject({ kind: "verdict", answer: { verdict: "proved" } });
    expect(second).toMatchObject({ kind: "verdict", answer: { verdict: "refuted" } });
  });

  it("gives up an older question of the same slot, and its worker with it", async () => {
    const { start, answer, alive } = slowWorkers();
    const client = createReasonClient(start);
    const old = client.judge("one", task("a < b"));
    const fresh = client.judge("one", task("a < a + b"));
    expect(await old).toBeNull();
    expect(alive).toHaveLength(1);
    answer();
    expect(await fresh).toMatchObject({ answer: { verdict: "proved" } });
  });

  it("lets go of everything when it is closed", async () => {
    const { start, alive } = slowWorkers();
    const client = createReasonClient(start);
    const asked = [client.judge("one", task("a < b")), client.judge("two", task("b < a"))];
    client.close();
    expect(await Promise.all(asked)).toEqual([null, null]);
    expect(alive).toHaveLength(0);
  });
});

describe("judgeClaim", () => {
  it("says where a claim can't be read", () => {
    expect(judgeClaim(task("a < < b"))).toMatchObject({
      kind: "wrong",
      issues: [{ path: ["query", "claim"], span: { start: 4 } }],
    });
  });

  it("never calls a claim proved without lines that show it", () => {
    const judged = judgeClaim(task("a^2 + b^2 >= 2*a*b"));
    expect(judged).toMatchObject({ kind: "verdict", answer: { verdict: "proved" } });
    expect(judged.kind === "verdict" && judged.proof.length).toBeGreaterThan(0);
  });
});
