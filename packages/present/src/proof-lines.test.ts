import { essayClaims, must, printClaim, printComparison } from "@crux/core";
import { answerQuery, type JudgeAnswer } from "@crux/solver";
import { describe, expect, it } from "vitest";
import { proofLines } from "./proof-lines.ts";

function judged(
  claim: string,
  more: { readonly scenario?: unknown; readonly assume?: readonly string[] } = {},
) {
  const { scenario, assume = [] } = more;
  const reply = answerQuery({ scenario, query: { kind: "judge", claim, assume } });
  if (!reply.ok || reply.answer.kind !== "judge") throw new Error(JSON.stringify(reply));
  return reply.answer;
}

const textOf = (answer: JudgeAnswer) =>
  proofLines(answer).map(
    ({ depth, number, text, because }) =>
      `${"  ".repeat(depth)}${number === null ? "" : `(${number}) `}${text}${because === "" ? "" : ` [${because}]`}`,
  );

/** Claims whose proofs have cases, derived lines, witnesses, none, and repairs. */
const SHAPES = ["C9", "C10", "C16", "C19", "C27", "C32", "E5-slower", "E26", "E33", "E42", "E43"];

describe("proofLines", () => {
  it("says which facts, multiplied by what, add up to what", () => {
    const answer = judged("2*a < 2*b", { assume: ["a + c < b"] });
    expect(answer.verdict).toBe("proved");
    expect(textOf(answer)).toEqual([
      "(1) c > 0 [costs and prices are positive]",
      "(2) a + c < b [taken for granted here]",
      "(3) 2*a < 2*b [first case]",
      "  here the claim is true",
      "(3) 2*a >= 2*b [the other case]",
      "  1/4·(3) + 1/2·(2) + 1/2·(1) = 0 [yet no part is below 0 and one is above: impossible]",
    ]);
  });

  it("spells out who has to be beaten by a winner", () => {
    const answer = judged("exists g: wins(fh)", { scenario: { library: "speed-simplicity" } });
    expect(answer.verdict).toBe("proved");
    expect(textOf(answer).join("\n")).toMatch(/^Such a g is .*score\(fh\) <= score\(sd\) where g = /s);
  });

  it("shows a repair at work", () => {
    const answer = judged("a < b");
    expect(answer.verdict).toBe("refuted");
    expect(textOf(answer)[0]).toBe(`With ${answer.repair[0]} it holds:`);
  });

  it("says which assumptions contradict each other", () => {
    const lines = textOf(judged("a < b", { assume: ["a < 1", "a > 2"] }));
    expect(lines[0]).toBe("The assumptions contradict each other:");
    expect(lines.join("\n")).toContain("a < 1 [taken for granted here]");
  });

  it("refers only to lines above, in each proof of the argument's statements", () => {
    for (const { id, claim, assume, patches } of essayClaims()) {
      if (!SHAPES.includes(id)) continue;
      const scenario = { library: "speed-simplicity", patches };
      const answer = judged(printClaim(claim), { scenario, assume: assume.map(printComparison) });
      const seen: number[] = [];
      for (const { number, text, because } of proofLines(answer)) {
        expect(`${text} ${because}`).not.toContain("undefined");
        const named = [...`${text} ${because}`.matchAll(/\((\d+)\)(?=[·,\s]|$)/g)].map(([, n]) => Number(n));
        const highest = must(seen.at(-1) ?? 0, "a number or none");
        for (const one of number === null ? named : []) expect(one).toBeLessThanOrEqual(highest);
        if (number !== null) seen.push(number);
      }
    }
  });
});
