/** An SVG picture as PNG, `scale` pixels for each of its units, with the font at `font` put in; null where it can't be drawn. */
export async function pngFromSvg(svg: string, font: string, scale = 2): Promise<Blob | null> {
  const style = await fontStyle(font);
  const picture = svg.replace("<defs>", `<defs>${style}`);
  const url = URL.createObjectURL(new Blob([picture], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A picture can't load files, so the font goes into it; without the file the fonts of the system serve. */
async function fontStyle(font: string): Promise<string> {
  try {
    const response = await fetch(font);
    if (!response.ok) return "";
    const bytes = new Uint8Array(await response.arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `<style>@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${btoa(binary)})}</style>`;
  } catch {
    return "";
  }
}
