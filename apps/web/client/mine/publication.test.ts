import { must, readPatch, writePatch } from "@crux/core";
import { describe, expect, it } from "vitest";
import { publicationOf } from "./publication.ts";

const patchOf = (json: readonly unknown[]) => {
  const read = readPatch(json);
  return writePatch(must(read.ok ? read.value : undefined, "a patch"));
};
const combine = (to: string) => ({ kind: "set-cost", term: "combine", axis: "c", to });
const find = { to: "12", axis: "t", term: "find", kind: "set-cost" };

describe("publicationOf", () => {
  it("counts what is open: all before the first time, then what was changed, added or taken back", () => {
    const own = patchOf([combine("9"), find]);
    expect(publicationOf(own, null)).toEqual({ published: null, open: 2 });
    expect(publicationOf(own, [combine("9"), find])).toEqual({ published: 2, open: 0 });
    expect(publicationOf(own, [combine("8"), find])).toEqual({ published: 2, open: 1 });
    expect(publicationOf(own, [combine("9")])).toEqual({ published: 1, open: 1 });
    expect(publicationOf(patchOf([]), [combine("9")])).toEqual({ published: 1, open: 1 });
  });
});
