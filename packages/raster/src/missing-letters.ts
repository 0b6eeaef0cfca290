/** Scripts by their names in Unicode and in plain English; any other is named by its number. */
const scripts: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\p{Script=Han}/u, "Chinese characters"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "Japanese kana"],
  [/\p{Script=Hangul}/u, "Korean"],
  [/\p{Script=Arabic}/u, "Arabic"],
  [/\p{Script=Hebrew}/u, "Hebrew"],
  [/\p{Script=Devanagari}/u, "Devanagari"],
  [/\p{Script=Bengali}/u, "Bengali"],
  [/\p{Script=Tamil}/u, "Tamil"],
  [/\p{Script=Telugu}/u, "Telugu"],
  [/\p{Script=Thai}/u, "Thai"],
  [/\p{Script=Georgian}/u, "Georgian"],
  [/\p{Script=Armenian}/u, "Armenian"],
  [/\p{Script=Ethiopic}/u, "Ethiopic"],
  [/\p{Extended_Pictographic}/u, "emoji"],
];

/** Characters that show nothing of their own. */
const SILENT = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]/u;

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** What a font lacks of the text that an SVG draws, by script: `Hebrew: שלום`. Empty where it has all of it. */
export function missingLetters(
  svg: string,
  letters: readonly (readonly [first: number, last: number])[],
): readonly string[] {
  const has = (code: number): boolean => letters.some(([first, last]) => first <= code && code <= last);
  const missing = new Set([...drawnText(svg)].filter((char) => !SILENT.test(char) && !has(codeOf(char))));
  return [...Map.groupBy(missing, scriptOf)].map(
    ([script, chars]) => `${script}: ${chars.slice(0, 8).join("")}${chars.length > 8 ? "…" : ""}`,
  );
}

const codeOf = (char: string): number => char.codePointAt(0) ?? 0;

const scriptOf = (char: string): string =>
  scripts.find(([pattern]) => pattern.test(char))?.[1] ??
  `U+${codeOf(char).toString(16).toUpperCase().padStart(4, "0")}`;

/** The text inside all `text` elements; a title is read out, not drawn. */
const drawnText = (svg: string): string =>
  [...svg.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)]
    .map(([, inner = ""]) => inner.replace(/<[^>]*>/g, ""))
    .join("")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
      name === undefined
        ? String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10))
        : (ENTITIES[name] ?? whole),
    );
