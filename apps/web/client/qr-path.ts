import { create } from "qrcode";

/** The dark squares of a text's QR code as the data of an SVG path, and how many squares a side has. */
export function qrPath(text: string): { readonly size: number; readonly data: string } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  const squares = Array.from({ length: size * size }, (_, at) =>
    data[at] ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : "",
  );
  return { size, data: squares.join("") };
}
