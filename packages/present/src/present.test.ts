import { contestOf, fromLibrary, must } from "@crux/core";
import { answerQuery, type MapAnswer } from "@crux/solver";
import { describe, expect, it } from "vitest";
import { chartScene } from "./chart-scene.ts";
import { derivation } from "./derivation.ts";
import { exactAndDecimal, exactText, roundText } from "./number-text.ts";
import { readQuestion, sampleQuestions } from "./question.ts";
import { mapSentence } from "./sentence.ts";
import { stripScene } from "./strip.ts";
import { stripText } from "./strip-text.ts";
import { chartSvg, escapeXml, stripSvg } from "./svg.ts";

const essay = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const map = mapOf("speed-simplicity");

function mapOf(library: string): MapAnswer {
  const reply = answerQuery({ scenario: { library }, query: { kind: "winners" } });
  if (!reply.ok || reply.answer.kind !== "map") throw new Error(JSON.stringify(reply));
  return reply.answer;
}

describe("mapSentence", () => {
  it("says who wins below, above and never", () => {
    expect(mapSentence(essay, map)).toBe(
      "Fast honest wins below 19/8. Simple deceptive wins above. Fast deceptive never wins.",
    );
  });

  it("says that there is no flip where one program wins everywhere", () => {
    const [first] = map.segments;
    const alone = { ...map, segments: [must(first, "a segment")], thresholds: [], never: [] };
    expect(mapSentence(essay, alone)).toBe("No flip: Fast honest wins at every g.");
  });
});

describe("stripScene", () => {
  it("covers the axis from end to end, and puts the tick between the bands", () => {
    const scene = stripScene(essay, map);
    expect(scene.bands.map((band) => band.winners)).toEqual([["fh"], ["sd"]]);
    expect(scene.bands[0]?.from).toBe(0);
    expect(scene.bands[1]?.to).toBe(1);
    expect(scene.ticks[0]?.position).toBe(scene.bands[0]?.to);
  });

  it("is drawn with different shades when colour is off", () => {
    const text = stripText(stripScene(essay, map), 60, false);
    expect(text).toMatch(/█+░+/);
    expect(text).not.toContain(String.fromCharCode(27));
  });
});

describe("chartScene", () => {
  it("labels the crossing on the envelope and draws losers quietly", () => {
    const scene = chartScene(essay, contestOf(essay), map);
    expect(scene.crossings.map((one) => one.label)).toEqual(["19/8 (2.375)"]);
    expect(scene.lines.map((line) => [line.program, line.wins])).toEqual([
      ["fh", true],
      ["sd", true],
      ["fd", false],
    ]);
  });
});

describe("derivation", () => {
  it("strikes through what both programs pay and ends at the value", () => {
    const at = must(map.thresholds[0], "a threshold");
    const lines = derivation(essay, ["fh", "sd"], at.at, at.formula);
    const struck = lines.flatMap((line) => [...line.left, ...line.right]).filter((part) => part.struck);
    expect(new Set(struck.map((part) => part.text))).toEqual(
      new Set(["c(mesaoptimize)", "c(useful_knowledge)", "t(mesaoptimize_env)"]),
    );
    expect(lines.at(-1)?.right.map((part) => part.text)).toEqual(["19/8 (2.375)"]);
  });
});

describe("number texts", () => {
  it.each([
    [{ exact: "19/8", decimal: "2.375" }, "19/8 (2.375)"],
    [{ exact: "4", decimal: "4.000" }, "4"],
    [{ exact: null, decimal: "1.23394548847340375484121591984" }, "≈ 1.234"],
    [{ exact: "oo" }, "∞"],
  ])("writes %j as %s", (value, expected) => {
    expect(exactAndDecimal(value)).toBe(expected);
  });

  it("keeps long closed forms out of the way", () => {
    expect(exactText({ exact: "-lambertw(-log(2)/4)/log(2)", decimal: "0.3099" })).toBe("≈ 0.3099");
    expect(roundText("0.00000000000012345")).toBe("0.0000000000001235");
  });
});

describe("readQuestion", () => {
  it("understands every sample that it offers", () => {
    for (const sample of sampleQuestions(essay))
      expect(readQuestion(sample, essay), sample).toMatchObject({ ok: true });
  });

  it("offers the nearest samples for anything else", () => {
    expect(readQuestion("tell me a joke", essay)).toMatchObject({ ok: false });
  });
});

describe("svg", () => {
  it("is well formed and escapes what people wrote", () => {
    const sly = { ...essay, programs: essay.programs.map((one) => ({ ...one, name: "<script>&" })) };
    for (const svg of [
      stripSvg(stripScene(sly, map)),
      chartSvg(chartScene(sly, contestOf(sly), map), "t & t"),
    ]) {
      expect(svg).not.toContain("<script>");
      expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    }
    expect(escapeXml('a<b>"c"&\u0000')).toBe("a&#60;b&#62;&#34;c&#34;&#38;");
  });
});
