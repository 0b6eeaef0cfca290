import { fromLibrary, must, type Scenario } from "@crux/core";
import { undecidedEffect } from "@crux/present";
import { describe, expect, it } from "vitest";
import { createEffectsClient, type EffectMessage, type EffectsWorker } from "./effects-client.ts";

const scenario = (title: string): Scenario => ({
  ...must(fromLibrary("speed-simplicity"), "the essay's scenario"),
  title,
});
const request = (name: string) => ({ over: [], patch: [name] });

/** Workers in this thread that answer only when told to. */
function slowWorkers() {
  const workers: { worker: EffectsWorker; sent: EffectMessage[]; ended: boolean }[] = [];
  const start = (): EffectsWorker => {
    const one = { sent: [] as EffectMessage[], ended: false };
    const worker: EffectsWorker = {
      onmessage: null,
      onerror: null,
      postMessage: (message) => one.sent.push(message),
      terminate: () => {
        one.ended = true;
      },
    };
    workers.push(Object.assign(one, { worker }));
    return worker;
  };
  const answer = (badge: string, at = 0) =>
    workers[at]?.worker.onmessage?.({
      data: { effect: { ...undecidedEffect(""), badge }, issues: [], map: null },
    });
  return { workers, start, answer };
}

describe("createEffectsClient", () => {
  it("sends the scenario once, the newest question first, and none that nobody waits for", () => {
    const { workers, start, answer } = slowWorkers();
    const client = createEffectsClient(start, () => 0);
    client.open(scenario("one"));
    for (const name of ["first", "second", "third"]) client.watch(request(name), () => {});
    const leave = client.watch(request("left"), () => {});
    leave();
    for (const badge of ["1", "3", "2"]) answer(badge);
    expect(workers[0]?.sent.map((one) => one.request.patch[0])).toEqual(["first", "third", "second"]);
    expect(workers[0]?.sent.map((one) => one.scenario !== null)).toEqual([true, false, false]);
    expect(client.read(request("third")).effect?.badge).toBe("3");
  });

  it("asks the same thing once, for all who look at it", () => {
    const { workers, start, answer } = slowWorkers();
    const client = createEffectsClient(start, () => 0);
    client.open(scenario("one"));
    let heard = 0;
    for (const _ of [1, 2]) client.watch(request("same"), () => (heard += 1));
    answer("known");
    client.watch(request("same"), () => {});
    expect([heard, workers[0]?.sent.length]).toEqual([2, 1]);
  });

  it("keeps what held before while a newer scenario is worked on, and drops answers about the old one", () => {
    const { workers, start, answer } = slowWorkers();
    const client = createEffectsClient(start, () => 0);
    client.open(scenario("one"));
    client.watch(request("a"), () => {});
    answer("old");
    client.open(scenario("two"));
    expect(client.read(request("a"))).toMatchObject({ effect: { badge: "old" }, isWaiting: true });
    client.open(scenario("three"));
    answer("about two");
    expect(client.read(request("a"))).toMatchObject({ effect: { badge: "old" }, isWaiting: true });
    answer("about three");
    expect(client.read(request("a"))).toMatchObject({ effect: { badge: "about three" }, isWaiting: false });
    expect(workers[0]?.sent.map((one) => (one.scenario as { title: string }).title)).toEqual([
      "one",
      "two",
      "three",
    ]);
  });

  it("ends a worker that is stuck on a scenario that is gone", () => {
    let time = 0;
    const { workers, start, answer } = slowWorkers();
    const client = createEffectsClient(start, () => time);
    client.open(scenario("one"));
    client.watch(request("heavy"), () => {});
    time = 5_000;
    client.open(scenario("two"));
    expect(workers[0]?.ended).toBe(true);
    answer("two", 1);
    expect(client.read(request("heavy")).effect?.badge).toBe("two");
    client.close();
  });

  it("says undecided when the worker breaks, and goes on with the next", () => {
    const { workers, start, answer } = slowWorkers();
    const client = createEffectsClient(start, () => 0);
    client.open(scenario("one"));
    client.watch(request("bad"), () => {});
    client.watch(request("good"), () => {});
    workers[0]?.worker.onerror?.("broken");
    answer("fine", 1);
    expect(client.read(request("bad")).effect?.kind).toBe("undecided");
    expect(client.read(request("good")).effect?.badge).toBe("fine");
    client.close();
  });
});
