import { createHash } from "node:crypto";
import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import { pngOf as drawn } from "./png-of.ts";

/** The picture; fails where it was refused. */
const pngOf = async (svg: string, scale?: number): Promise<Uint8Array> => {
  const made = await drawn(svg, scale);
  return must(made.ok ? made.value : undefined, "a picture");
};

const picture = (words: string, font = "system-ui, sans-serif") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" font-family="${font}"><rect width="120" height="40" fill="#fff"/><text x="10" y="25">${words}</text></svg>`;
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
/** Width and height as the header of a PNG has them. */
const sizeOf = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe("pngOf", () => {
  it("draws a PNG of the size asked for", async () => {
    const png = await pngOf(picture("g = 19/8"), 3);
    expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(sizeOf(png)).toEqual([360, 120]);
  });

  it("draws text in its own font, whatever is installed", async () => {
    const [words, none, again, other] = await Promise.all([
      pngOf(picture("∞ ≈ 19/8")),
      pngOf(picture("")),
      pngOf(picture("∞ ≈ 19/8", "Nowhere, sans-serif")),
      pngOf(picture("∞ ≈ 17/8")),
    ]);
    expect(hash(words)).toBe(hash(again));
    expect(hash(words)).not.toBe(hash(none));
    expect(hash(words)).not.toBe(hash(other));
  });

  it("names the letters that its font lacks instead of drawing boxes, by script, each once", async () => {
    expect(await drawn(picture("速度 &amp; שלום 😀 速 &#x639; ᚠ"))).toMatchObject({
      error: [
        {
          code: "missing-letters",
          message:
            "no letters in the picture's font for Chinese characters: 速度; Hebrew: שלום; emoji: 😀; Arabic: ع; U+16A0: ᚠ",
        },
      ],
    });
  });

  it("draws accents, Greek and Cyrillic, signs of mathematics, and what a title says in any script", async () => {
    const svg = picture("e\u0301 λ Ж ∞ ≤ − → ✓ \u200d").replace("<rect", "<title>速度</title><rect");
    expect((await drawn(svg)).ok).toBe(true);
  });

  it("rejects what is no SVG", async () => {
    await expect(pngOf("no picture")).rejects.toBeDefined();
  });
});
