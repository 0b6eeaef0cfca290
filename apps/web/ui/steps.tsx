import { Formula } from "./formula.tsx";

/** A piece of a line; struck pieces are shown crossed out. */
type Piece = { readonly text: string; readonly struck: boolean };

/** One line: two sides and the reason. */
export type Step = {
  readonly kind: string;
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
  readonly because: string;
};

/** Lines of a calculation, each with its reason. */
export function Steps({ lines }: { readonly lines: readonly Step[] }) {
  return (
    <ol className="space-y-2.5">
      {lines.map((line) => (
        <li key={`${line.kind} ${line.left.map((piece) => piece.text).join("")}`}>
          <p className="math break-words text-[0.9375rem] leading-relaxed">
            <Side pieces={line.left} /> {line.right[0]?.text.startsWith("≈") ? "" : "= "}
            <Side pieces={line.right} />
          </p>
          <p className="text-soft text-xs">{line.because}</p>
        </li>
      ))}
    </ol>
  );
}

function Side({ pieces }: { readonly pieces: readonly Piece[] }) {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && !only.struck) return <Formula text={only.text} />;
  return pieces.map((piece, index) => {
    const key = `${index} ${piece.text}`;
    return piece.struck ? (
      <s key={key} className="text-soft decoration-2">
        {piece.text}
      </s>
    ) : (
      <span key={key}>{piece.text}</span>
    );
  });
}
