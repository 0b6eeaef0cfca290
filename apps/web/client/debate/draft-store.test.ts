import { fromLibrary, must } from "@crux/core";
import type { JoinedRoom, RoomView } from "@crux/room/client";
import { describe, expect, it } from "vitest";
import type { Draft } from "./draft.ts";
import { createDraftStore } from "./draft-store.ts";
import { keptDraft } from "./kept-draft.ts";

/** A room of which only what drafts look at is there, and which says what the test lets it say. */
function stage() {
  let view = {
    debate: { objections: {} },
    lastRefusal: null,
    scenario: must(fromLibrary("speed-simplicity"), "the essay's scenario"),
    rows: { terms: [{ key: "k1", id: "combine" }], programs: [], assumptions: [], parameters: [] },
  } as unknown as RoomView;
  const listeners = new Set<() => void>();
  const room = {
    getSnapshot: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as JoinedRoom;
  let saved: string | null = null;
  const keep = {
    get: () => saved,
    set: (text: string | null) => {
      saved = text;
    },
  };
  let count = 0;
  const open = () => {
    const store = createDraftStore(
      room,
      keep,
      () => `id${++count}`,
      () => undefined,
    );
    store.listen();
    return store;
  };
  const say = (change: object) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  return { open, say, saved: () => saved };
}

const target = { kind: "cost", term: "combine", axis: "c" } as const;
const here = (id: string) => ({ debate: { objections: { [id]: { id } } } });

describe("createDraftStore", () => {
  it("keeps what was written on the device, with the rows it is about", () => {
    const { open, saved } = stage();
    const store = open();
    store.startDoubt(target);
    expect(saved()).toBeNull();
    store.change({ text: "dearer" });
    expect(open().read().draft).toMatchObject({ text: "dearer", target, rows: ["terms/k1"] });
    store.discard();
    expect(saved()).toBeNull();
  });

  it("never replaces a written draft without asking", () => {
    const store = stage().open();
    store.startDoubt(target);
    store.startDoubt({ kind: "scenario" });
    expect(store.read()).toMatchObject({ draft: { target: { kind: "scenario" } }, waiting: null });
    store.change({ text: "because" });
    store.startDoubt(target);
    expect(store.read()).toMatchObject({ draft: { text: "because" }, waiting: { target } });
    store.choose("waiting");
    expect(store.read()).toMatchObject({ draft: { target, text: "" }, waiting: null });
  });

  it("gives the receipt once the room has it, and keeps the draft until then", () => {
    const { open, say, saved } = stage();
    const store = open();
    store.startDoubt(target);
    store.change({ text: "because" });
    store.posted({ id: "id1", text: "Posted." });
    expect(store.read()).toMatchObject({ draft: null, sent: { id: "id1" }, receipt: null });
    expect(saved()).toContain("because");
    say(here("id1"));
    expect(store.read()).toMatchObject({ sent: null, receipt: { text: "Posted." } });
    expect(saved()).toBeNull();
  });

  it("brings the draft back with the reason when the room refuses it", () => {
    const { open, say } = stage();
    const store = open();
    store.startDoubt(target);
    store.change({ text: "because" });
    store.posted({ id: "id1", text: "Posted." });
    say({ lastRefusal: { code: "phase-locked", sentence: "the phase does not allow this" } });
    expect(store.read()).toMatchObject({
      draft: { text: "because" },
      isOpen: true,
      refused: "the phase does not allow this",
    });
    say(here("id1"));
    expect(store.read()).toMatchObject({ draft: null, isOpen: false });
  });

  it("forgets a kept draft that an earlier visit has posted", () => {
    const { open, say } = stage();
    const first = open();
    first.startDoubt(target);
    first.change({ text: "because" });
    const later = open();
    say(here("id1"));
    expect(later.read().draft).toBeNull();
  });
});

describe("keptDraft", () => {
  const draft: Draft = {
    id: "id1",
    isPosted: false,
    doubt: "rebut",
    target,
    rows: [],
    text: "because",
    readings: [{ label: "", changes: [{ kind: "times", program: "", c: "2", t: "" }] }],
    reading: 0,
    replyTo: null,
    under: [],
  };

  it("gives back what was kept, a reply as well", () => {
    for (const one of [draft, { ...draft, replyTo: "abc", under: [{ id: "a", title: "b", patch: [] }] }])
      expect(keptDraft(JSON.stringify(one))).toEqual(one);
  });

  it.each([
    "{",
    "null",
    "[]",
    JSON.stringify({ ...draft, text: 3 }),
    JSON.stringify({ ...draft, readings: [] }),
    JSON.stringify({ ...draft, readings: [{ label: "", changes: [{ kind: "dance" }] }] }),
    JSON.stringify({ ...draft, readings: [{ label: "", changes: [{ kind: "cost", term: "a" }] }] }),
    JSON.stringify({ ...draft, readings: [{ label: "", changes: [null] }] }),
    JSON.stringify({ ...draft, under: [{ id: "a" }] }),
  ])("takes nothing that a page could stumble over: %s", (text) => {
    expect(keptDraft(text)).toBeNull();
  });
});
