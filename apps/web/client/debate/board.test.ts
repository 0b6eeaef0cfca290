import { type Anchor, must, type Reading, readPatch } from "@crux/core";
import type { ObjectionView } from "@crux/room/client";
import { describe, expect, it } from "vitest";
import { type Board, cardsOf, chainOf, isOrphan, isScope, type Thread } from "./board.ts";
import { clashesOf } from "./clashes.ts";
import { layerOf, layersUnder, layersWithout } from "./layers.ts";
import { countsOf, railList } from "./rail-list.ts";
import { createSelectionStore } from "./selection-store.ts";

const setTime = (to: string): Reading => {
  const patch = readPatch([{ kind: "set-cost", term: "combine", axis: "t", to }]);
  return { label: `${to} steps`, patch: must(patch.ok ? patch.value : undefined, "a patch") };
};
const combine: Anchor = { kind: "cost", term: "combine", axis: "t", snapshot: "4" };

const view = (
  id: string,
  more: Partial<ObjectionView> & { readings?: readonly Reading[] } = {},
): ObjectionView => {
  const { readings = [setTime("80")], ...rest } = more;
  return {
    objection: {
      id,
      author: "ann",
      kind: "undermine",
      anchor: combine,
      text: id,
      readings,
      status: "open",
      stamp: null,
    },
    anchorState: "same",
    now: "4",
    rows: ["terms/k1"],
    replyTo: null,
    outcome: null,
    at: 0,
    reactions: {},
    endorsements: {},
    ...rest,
  };
};
const threadOf = (all: readonly ObjectionView[], card: ObjectionView): Thread => ({
  card,
  replies: all.filter((one) => one.replyTo === card.objection.id).map((one) => threadOf(all, one)),
});
const board = (...views: readonly ObjectionView[]): Board => ({
  cards: new Map(views.map((one) => [one.objection.id, one])),
  threads: views.filter((one) => one.replyTo === null).map((one) => threadOf(views, one)),
});
const ids = (threads: readonly Thread[]) => threads.map(({ card }) => card.objection.id);
const merged = { kind: "merged", by: "bob", seq: 9, reading: 0 } as const;

const root = view("root");
const reply = view("reply", { replyTo: "root", readings: [setTime("90")] });
const deeper = view("deeper", { replyTo: "reply", readings: [] });
const thread = board(root, reply, deeper);

describe("chainOf", () => {
  it("goes from the start of the thread down to what a card answers", () => {
    expect(chainOf(thread, deeper).map(({ objection }) => objection.id)).toEqual(["root", "reply"]);
    expect(chainOf(thread, root)).toEqual([]);
    expect(cardsOf(must(thread.threads[0], "a thread")).length).toBe(3);
  });

  it("ends where replies answer each other in a circle", () => {
    const circle = board(view("a", { replyTo: "b" }), view("b", { replyTo: "a" }));
    expect(chainOf(circle, must(circle.cards.get("a"), "a")).length).toBe(2);
  });
});

describe("layers", () => {
  const nameOf = () => "Ann";

  it("lie above those of what they build on, but for what is merged by now", () => {
    expect(layersUnder(chainOf(thread, deeper), nameOf).map(({ id }) => id)).toEqual(["root", "reply"]);
    const half = board({ ...root, outcome: merged }, reply, deeper);
    expect(layersUnder(chainOf(half, deeper), nameOf).map(({ id }) => id)).toEqual(["reply"]);
    expect(layerOf(root, 0, "Ann")).toMatchObject({ id: "root", title: "Ann: 80 steps" });
    expect(layerOf(root, 1, "Ann")).toBeNull();
  });

  it("are taken off with what they build on", () => {
    const layers = ["root", "reply", "draft"].map((id) => ({ id, title: id, patch: [] }));
    expect(layersWithout(thread, layers, "root").map(({ id }) => id)).toEqual(["draft"]);
    expect(layersWithout(thread, layers, "reply").map(({ id }) => id)).toEqual(["root", "draft"]);
  });
});

describe("railList", () => {
  const { read, show, showAbout, select, sort } = createSelectionStore();
  const scope = view("scope", { readings: [], anchorState: "same", rows: [] });
  const gone = view("gone", { anchorState: "gone", rows: [] });
  const done = view("done", { outcome: merged });
  const all = board(root, reply, scope, gone, done);

  it("gives those without a number and those whose thing is gone places of their own", () => {
    const list = railList(all, read());
    expect([ids(list.threads), ids(list.scope), ids(list.orphans)]).toEqual([
      ["root", "done"],
      ["scope"],
      ["gone"],
    ]);
    expect([isScope(scope), isOrphan(gone), isOrphan({ ...gone, outcome: merged })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("shows what is open, settled, or about a thing, in either order", () => {
    show("open");
    expect(ids(railList(all, read()).threads)).toEqual(["root"]);
    show("settled");
    expect(ids(railList(all, read()).threads)).toEqual(["done"]);
    showAbout({ ref: "terms/k1/t" });
    expect(ids(railList(all, read()).threads)).toEqual(["root", "done"]);
    showAbout({ ref: "terms/k1/c" });
    expect(ids(railList(all, read()).threads)).toEqual([]);
    showAbout({ ref: "terms/k1" });
    expect(ids(railList(all, read()).threads)).toEqual(["root", "done"]);
    select(null);
    show("all");
    sort(true);
    expect(ids(railList(all, read()).threads)).toEqual(["done", "root"]);
  });

  it("counts what is open about each thing", () => {
    expect(countsOf(all).get("terms/k1/t")).toBe(2);
    expect(countsOf(board(done)).size).toBe(0);
  });
});

describe("clashesOf", () => {
  it("finds rival values of one cost, and none between a reply and what it builds on", () => {
    expect(clashesOf(thread)).toEqual([]);
    const rival = view("rival", { readings: [setTime("70")] });
    const [clash, ...others] = clashesOf(board(root, reply, rival));
    expect(others).toEqual([]);
    expect(clash?.place).toBe("t(combine)");
    expect(clash?.options.map(({ card, value }) => [card, value])).toEqual([
      ["rival", "70"],
      ["root", "80"],
      ["reply", "90"],
    ]);
  });

  it("leaves out those that agree, and those that are settled", () => {
    expect(clashesOf(board(root, view("same")))).toEqual([]);
    expect(clashesOf(board(root, view("rival", { readings: [setTime("70")], outcome: merged })))).toEqual([]);
  });
});
