import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { err, type Issue, issue, ok, type Result } from "@crux/core";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { fontLetters } from "./font-letters.ts";
import { missingLetters } from "./missing-letters.ts";

const fileOf = (name: string): Promise<Buffer> => readFile(fileURLToPath(import.meta.resolve(name)));

type Fonts = { readonly faces: readonly Uint8Array[]; readonly letters: ReturnType<typeof fontLetters> };

let ready: Promise<Fonts> | undefined;

/** The renderer, started once, the faces of Inter, and the letters that both of them have. */
const fonts = (): Promise<Fonts> => {
  ready ??= (async () => {
    await initWasm(await fileOf("@resvg/resvg-wasm/index_bg.wasm"));
    const regular = await fileOf("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf");
    const bold = await fileOf("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf");
    return { faces: [regular, bold], letters: fontLetters(regular) };
  })();
  return ready;
};

/**
 * An SVG picture as PNG, `scale` pixels for each of its units. Text is set in Inter, which comes along, so that the
 * same picture has the same bytes on every machine; an issue where Inter lacks letters of it, by script. Rejects where
 * `svg` is no SVG.
 */
export async function pngOf(svg: string, scale = 2): Promise<Result<Uint8Array, readonly Issue[]>> {
  const { faces, letters } = await fonts();
  const missing = missingLetters(svg, letters);
  if (missing.length > 0) {
    const hint = "export the SVG: where it is opened there are letters for it";
    return err([
      issue("missing-letters", `no letters in the picture's font for ${missing.join("; ")}`, { hint }),
    ]);
  }
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      loadSystemFonts: false,
      fontBuffers: [...faces],
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter",
    },
  });
  const drawn = picture.render();
  const bytes = drawn.asPng();
  drawn.free();
  picture.free();
  return ok(bytes);
}
