/** A formula in upright serif; a fraction at the top level is stacked. */
export function Formula({ text }: { readonly text: string }) {
  const fraction = topFraction(text);
  if (fraction === null) return <span className="math break-words">{text}</span>;
  return (
    <span className="math inline-flex max-w-full flex-col items-stretch text-center align-middle leading-snug">
      <span className="break-words border-ink border-b px-1 pb-0.5">{fraction.numerator}</span>
      <span className="sr-only"> divided by </span>
      <span className="break-words px-1 pt-0.5">{fraction.denominator}</span>
    </span>
  );
}

/** The two sides of the only division outside brackets, without their own outer brackets; null if it is not such a formula. */
export function topFraction(
  text: string,
): { readonly numerator: string; readonly denominator: string } | null {
  const tops = outsideBrackets(text);
  const slashes = tops.filter((at) => text[at] === "/");
  const [slash] = slashes;
  if (slash === undefined || slashes.length > 1) return null;
  const isJoint = (at: number) =>
    "+-*^".includes(text[at] ?? "") || (text[at] === " " && Math.abs(at - slash) > 1);
  if (tops.some(isJoint)) return null;
  return { numerator: unwrap(text.slice(0, slash)), denominator: unwrap(text.slice(slash + 1)) };
}

function outsideBrackets(text: string): number[] {
  const places: number[] = [];
  let depth = 0;
  [...text].forEach((character, at) => {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (depth === 0) places.push(at);
  });
  return places;
}

function unwrap(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith("(") && outsideBrackets(trimmed).length === 0 && closesAtEnd(trimmed)
    ? trimmed.slice(1, -1)
    : trimmed;
}

/** Whether the bracket that opens the text is closed only by its last character. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}
