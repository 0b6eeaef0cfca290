/** A name that may follow, and the text and the caret's place once it is put in. */
export type Completion = { readonly name: string; readonly text: string; readonly caret: number };

const MOST = 6;

/** Names that begin like the word before the caret, or have it inside; none where there is no word. */
export function complete(text: string, caret: number, names: readonly string[]): readonly Completion[] {
  const word = /[A-Za-z_][A-Za-z0-9_]*(?:\([A-Za-z0-9_]*)?$/.exec(text.slice(0, caret))?.[0] ?? "";
  if (word === "") return [];
  const wanted = word.toLowerCase();
  const found = names.filter((name) => name.toLowerCase().includes(wanted) && name !== word);
  const begins = (name: string) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return found
    .toSorted((a, b) => begins(a) - begins(b))
    .slice(0, MOST)
    .map((name) => {
      const before = text.slice(0, caret - word.length);
      // a bracket that is already closed behind the caret is not closed twice
      const rest = name.endsWith(")") && text[caret] === ")" ? text.slice(caret + 1) : text.slice(caret);
      return { name, text: `${before}${name}${rest}`, caret: before.length + name.length };
    });
}

/** All names that a claim about a scenario may use. */
export function claimNames(rows: {
  readonly terms: readonly string[];
  readonly programs: readonly string[];
  readonly parameters: readonly string[];
}): readonly string[] {
  const { terms, programs, parameters } = rows;
  return [
    ...programs.map((id) => `score(${id})`),
    ...programs.map((id) => `wins(${id})`),
    ...programs.flatMap((id) =>
      programs.filter((other) => other !== id).map((other) => `dominates(${id}, ${other})`),
    ),
    ...terms.flatMap((id) => [`c(${id})`, `t(${id})`]),
    ...programs.flatMap((id) => [`c(${id})`, `t(${id})`]),
    ...parameters,
  ];
}
