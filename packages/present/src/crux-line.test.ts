import { libraryScenario, must } from "@crux/core";
import { describe, expect, it } from "vitest";
import { cruxLineText } from "./crux-line.ts";

const read = libraryScenario("speed-simplicity", ["hybrid", "overlap", "lazy-honest"]);
const scenario = must(read.ok ? read.value : undefined, "the tour's scenario");
const between = ["lz", "hy"] as const;

describe("cruxLineText", () => {
  it("names the cost, the sum that it is held against, and the line at a g", () => {
    const line = { of: "c(do_what_env_wants)", between, bound: "6", at: { g: "1", line: "7" } };
    expect(cruxLineText(scenario, line)).toBe(
      "You differ only on whether c(do_what_env_wants) is above c(simplest_obj) + c(is_deployed_in_world) = 6. At g = 1 the line is 7.",
    );
  });

  it("says no more than is known", () => {
    const line = { of: "c(do_what_env_wants)", between, bound: null, at: null };
    expect(cruxLineText(scenario, line, "They")).toBe(
      "They differ only on whether c(do_what_env_wants) is above a line.",
    );
  });
});
