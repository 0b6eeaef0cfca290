import { fromLibrary, must } from "@crux/core";
import { coreReader } from "@crux/room/client";
import { describe, expect, it } from "vitest";
import { createPageReader, type ReadingWorker } from "./page-reader.ts";
import { answerOf, type Question } from "./question.ts";

const scenario = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const cheaper = [{ kind: "set-cost", term: "combine", axis: "c", to: "5" }];

/** A worker of the page's own reader; what passes between them is copied as a browser copies it. */
function stage() {
  const asked: Question[] = [];
  let ended = 0;
  const worker: ReadingWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (question) => void asked.push(structuredClone(question)),
    terminate: () => void ended++,
  };
  const reader = createPageReader(
    () => worker,
    async () => coreReader,
  );
  const answer = (question: Question): void => {
    const value = structuredClone(answerOf(coreReader, question));
    worker.onmessage?.({ data: { id: question.id, ok: true, value } });
  };
  return { reader, worker, asked, answer, ended: () => ended };
}

describe("createPageReader", () => {
  it("gives each question its own answer, in whatever order they come, the same as is read in the page", async () => {
    const { reader, asked, answer } = stage();
    const first = reader.change(scenario, [cheaper]);
    const second = reader.change(scenario, [cheaper, [{ kind: "remove-term", term: "nothing" }]]);
    for (const question of [...asked].reverse()) answer(question);
    expect(await first).toEqual(coreReader.change(scenario, [cheaper]));
    expect(await second).toMatchObject({ ok: false });
  });

  it("reads in the page when the worker breaks, also what it was asked before", async () => {
    const { reader, worker, ended } = stage();
    const waiting = reader.change(scenario, [cheaper]);
    worker.onerror?.(null);
    expect(await waiting).toEqual(coreReader.change(scenario, [cheaper]));
    expect(await reader.objections([])).toEqual([]);
    expect(ended()).toBe(1);
  });

  it("reads in the page where no worker can be started", async () => {
    const reader = createPageReader(
      () => {
        throw new Error("no workers here");
      },
      async () => coreReader,
    );
    expect(await reader.change(scenario, [cheaper])).toEqual(coreReader.change(scenario, [cheaper]));
  });
});
