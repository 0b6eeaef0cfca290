/**
 * The code points that a TrueType or OpenType font has letters for, as ranges in ascending order, from its `cmap` table
 * (OpenType 1.9, "cmap", format 12). Empty where the font has no table of that format.
 */
export function fontLetters(font: Uint8Array): readonly (readonly [first: number, last: number])[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, at) => 12 + 16 * at);
  const cmap = tables.find((at) => view.getUint32(at) === 0x636d6170); // "cmap"
  if (cmap === undefined) return [];
  const start = view.getUint32(cmap + 8);
  const parts = Array.from(
    { length: view.getUint16(start + 2) },
    (_, at) => start + view.getUint32(start + 8 + 8 * at),
  );
  const part = parts.find((at) => view.getUint16(at) === 12);
  if (part === undefined) return [];
  return Array.from({ length: view.getUint32(part + 12) }, (_, at) => {
    const group = part + 16 + 12 * at;
    return [view.getUint32(group), view.getUint32(group + 4)] as const;
  });
}
