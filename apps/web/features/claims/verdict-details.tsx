import type { ProofLine } from "@crux/present/words";
import { ProofList } from "../../client/claims/proof-list.tsx";
import type { Judged } from "../../client/reason/reason.ts";

type Verdict = Extract<Judged, { kind: "verdict" }>;

/** What stands behind a verdict: a point where the claim fails, one where it holds, what was used, the proof, a repair. */
export function VerdictDetails(props: {
  readonly judged: Verdict;
  /** Puts the values of a point into the reader's own copy; null where there is none to put them into. */
  readonly onLoad: ((point: Readonly<Record<string, string>>) => void) | null;
  /** Judges again with one more assumption. */
  readonly onRepair: (assume: string) => void;
}) {
  const { answer, proof } = props.judged;
  const { counterexample, example, onlyPlace } = { ...answer, onlyPlace: answer.example === null };
  return (
    <div className="mt-2 space-y-2.5 text-sm">
      {answer.verdict === "proved" && <p>It holds for all admissible values.</p>}
      {answer.verdict === "vacuous" && <p>The assumptions contradict each other, so anything follows.</p>}
      {answer.verdict === "undecided" && <p>Neither proved nor refuted: {answer.missing}.</p>}
      {counterexample !== null && <Point title="It fails at" point={counterexample} onLoad={props.onLoad} />}
      {answer.verdict === "refuted" &&
        (onlyPlace ? <p>No point is known at which it holds.</p> : <p>It depends: elsewhere it holds.</p>)}
      {example !== null && answer.verdict !== "proved" && (
        <Point title="It holds at" point={example} onLoad={props.onLoad} />
      )}
      {answer.uses.length > 0 && (
        <p className="text-soft">
          Uses{" "}
          <span className="math [overflow-wrap:anywhere]">
            {answer.uses.map((one) => one.replace("positive: ", "")).join(", ")}
          </span>
          {answer.uses.every((one) => one.startsWith("positive")) ? " being positive." : "."}
        </p>
      )}
      {answer.repair.length > 0 && (
        <div>
          <p className="label">It would hold with</p>
          <ul className="mt-1 space-y-1">
            {answer.repair.slice(0, 3).map((assume) => (
              <li key={assume} className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <code className="math min-w-0 [overflow-wrap:anywhere]">{assume}</code>
                <button
                  type="button"
                  className="button button-line min-h-7"
                  onClick={() => props.onRepair(assume)}
                >
                  Judge again with it
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {proof.length > 0 && <Proof lines={proof} open={answer.verdict === "proved" && proof.length <= 12} />}
    </div>
  );
}

function Point(props: {
  readonly title: string;
  readonly point: Readonly<Record<string, string>>;
  readonly onLoad: ((point: Readonly<Record<string, string>>) => void) | null;
}) {
  const { onLoad } = props;
  return (
    <div>
      <table className="math">
        <caption className="label whitespace-nowrap text-left font-sans">{props.title}</caption>
        <tbody>
          {Object.entries(props.point).map(([name, value]) => (
            <tr key={name}>
              <th scope="row" className="py-px pr-2 text-left font-normal [overflow-wrap:anywhere]">
                {name}
              </th>
              <td className="py-px font-semibold [overflow-wrap:anywhere]">= {value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {onLoad !== null && Object.keys(props.point).length > 0 && (
        <button type="button" className="button button-line mt-1 min-h-7" onClick={() => onLoad(props.point)}>
          Load into mine
        </button>
      )}
    </div>
  );
}

/** A proof, one line under the other, with the numbers that later lines refer to. */
function Proof({ lines, open }: { readonly lines: readonly ProofLine[]; readonly open: boolean }) {
  return (
    <details open={open} className="rounded-lg bg-paper px-3 py-2">
      <summary className="label w-fit">
        Proof, {lines.length} {lines.length === 1 ? "line" : "lines"}
      </summary>
      <p className="mt-1 text-soft text-xs">
        A line a &lt; b stands for the amount b - a, which it says is above 0; a numbered line is true in its
        case.
      </p>
      <ProofList lines={lines} most={MOST_LINES} className="mt-1.5 space-y-1" />
    </details>
  );
}

const MOST_LINES = 200;
