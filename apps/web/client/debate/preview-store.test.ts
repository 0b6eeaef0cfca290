import { describe, expect, it } from "vitest";
import { createPreviewStore } from "./preview-store.ts";

const layer = (id: string, to = "1") => ({ id, title: id, patch: [{ kind: "set-parameter", to }] });

describe("createPreviewStore", () => {
  it("keeps one layer of each id, in the order in which they came", () => {
    const store = createPreviewStore();
    for (const one of [layer("a"), layer("b"), layer("a", "2")]) store.put(one);
    expect(store.read()).toEqual([layer("a", "2"), layer("b")]);
  });

  it("takes a layer off when the same one is pressed again, and changes to another reading of it", () => {
    const store = createPreviewStore();
    store.toggle(layer("a"));
    store.toggle(layer("a", "2"));
    expect(store.read()).toEqual([layer("a", "2")]);
    store.toggle(layer("a", "2"));
    expect(store.read()).toEqual([]);
  });

  it("puts what a reply builds on below it, once", () => {
    const store = createPreviewStore();
    store.put(layer("parent"));
    store.put(layer("other"));
    store.putOver([layer("grandparent"), layer("parent")], layer("reply"));
    store.putOver([layer("grandparent"), layer("parent")], layer("reply", "2"));
    expect(store.read().map(({ id }) => id)).toEqual(["other", "grandparent", "parent", "reply"]);
  });

  it("is the same list, and says nothing, until something changes", () => {
    const store = createPreviewStore();
    store.show([layer("a")]);
    const before = store.read();
    let heard = 0;
    store.subscribe(() => (heard += 1));
    store.put(layer("a"));
    store.drop("b");
    expect([store.read() === before, heard]).toEqual([true, 0]);
    store.clear();
    expect([store.read(), heard]).toEqual([[], 1]);
  });
});
