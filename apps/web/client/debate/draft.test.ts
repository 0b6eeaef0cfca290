import { fromLibrary, must } from "@crux/core";
import { describe, expect, it } from "vitest";
import { BLANK } from "./change.ts";
import { topicName } from "./draft.ts";

const scenario = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const whole = { kind: "scenario" } as const;
const phi = { kind: "parameter", parameter: "phi", to: "1/2" } as const;

describe("topicName", () => {
  it("names the parameter, or the price of complexity, where nothing else is changed", () => {
    expect(topicName(scenario, whole, [phi])).toMatch(/^the value of /);
    expect(topicName(scenario, whole, [phi, { ...phi, to: "1" }])).toBe(topicName(scenario, whole, [phi]));
    expect(topicName(scenario, whole, [BLANK.price])).toBe("the price of complexity");
  });

  it("is about the whole model otherwise, and never another thing than a term that it is tied to", () => {
    expect(topicName(scenario, whole, [])).toBe("the whole model");
    expect(topicName(scenario, whole, [phi, BLANK.price])).toBe("the whole model");
    expect(topicName(scenario, whole, [BLANK.parameter])).toBe("the whole model");
    expect(topicName(scenario, { kind: "term", term: "combine" }, [phi])).toBe("the term combine goals");
  });
});
