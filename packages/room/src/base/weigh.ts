/** What weighing found: about how many characters `value` takes as JSON, or that it nests more than `depth` levels. */
export type Weight = number | "too-deep";

/** The weight of JSON without calling itself, so that no nesting is too much for it; it stops beyond `most`. */
export function weigh(value: unknown, depth: number, most: number): Weight {
  let weight = 0;
  const waiting: { part: unknown; level: number }[] = [{ part: value, level: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { part, level } = next;
    weight += typeof part === "string" ? part.length + 2 : 4;
    if (weight > most) return weight;
    if (typeof part !== "object" || part === null) continue;
    if (level >= depth) return "too-deep";
    for (const [key, inner] of Object.entries(part)) {
      weight += Array.isArray(part) ? 1 : key.length + 4;
      waiting.push({ part: inner, level: level + 1 });
    }
  }
  return weight;
}

/** Whether some text in JSON (keys too) fits `isSo`; `value` has been weighed before. */
export function someText(value: unknown, isSo: (text: string) => boolean): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (typeof part === "string" && isSo(part)) return true;
    if (typeof part !== "object" || part === null) continue;
    if (!Array.isArray(part) && Object.keys(part).some(isSo)) return true;
    waiting.push(...Object.values(part));
  }
  return false;
}
