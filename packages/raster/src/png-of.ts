import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const fileOf = (name: string): Promise<Buffer> => readFile(fileURLToPath(import.meta.resolve(name)));

let ready: Promise<readonly Uint8Array[]> | undefined;

/** The renderer, started once, and the faces of Inter. */
const fonts = (): Promise<readonly Uint8Array[]> => {
  ready ??= (async () => {
    await initWasm(await fileOf("@resvg/resvg-wasm/index_bg.wasm"));
    const faces = ["400Regular/Inter_400Regular", "600SemiBold/Inter_600SemiBold"];
    return Promise.all(faces.map((face) => fileOf(`@expo-google-fonts/inter/${face}.ttf`)));
  })();
  return ready;
};

/**
 * An SVG picture as PNG, `scale` pixels for each of its units. Text is set in Inter, which comes along, so that the
 * same picture has the same bytes on every machine; letters that Inter lacks stay empty boxes. Rejects where `svg` is
 * no SVG.
 */
export async function pngOf(svg: string, scale = 2): Promise<Uint8Array> {
  const fontBuffers = [...(await fonts())];
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false, fontBuffers, defaultFontFamily: "Inter", sansSerifFamily: "Inter" },
  });
  const drawn = picture.render();
  const bytes = drawn.asPng();
  drawn.free();
  picture.free();
  return bytes;
}
