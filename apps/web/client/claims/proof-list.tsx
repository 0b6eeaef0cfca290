import type { ProofLine } from "@crux/present/words";

/** A proof, one line under the other with the numbers that later lines refer to; at most `most` of its lines. */
export function ProofList(props: {
  readonly lines: readonly ProofLine[];
  readonly most: number;
  readonly className: string;
}) {
  const more = props.lines.length - props.most;
  return (
    <>
      <ol className={props.className} data-testid="proof">
        {props.lines.slice(0, props.most).map((line, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one proof never change places
            key={at}
            style={{ paddingLeft: `${Math.min(line.depth, 6) * 0.9}rem` }}
          >
            <span className="math [overflow-wrap:anywhere]">
              {line.number === null ? "" : `(${line.number}) `}
              {line.text}
            </span>
            {line.because !== "" && <span className="text-soft text-xs"> – {line.because}</span>}
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="mt-1 text-soft text-xs">
          and {more} more {more === 1 ? "line" : "lines"}; the command line prints the whole certificate.
        </p>
      )}
    </>
  );
}
