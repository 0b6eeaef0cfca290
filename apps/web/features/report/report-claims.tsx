import type { ClaimPart } from "@crux/present/report";
import { ProofList } from "../../client/claims/proof-list.tsx";

const WORDS = { proved: "Proved", refuted: "Refuted", vacuous: "Vacuous", undecided: "Undecided" } as const;

/** So many lines of one proof are printed; the whole certificate is for the command line. */
const MOST = 60;

/** The room's claims, each with its verdict for the model as it is now and its proof, line by line. */
export function ReportClaims(props: { readonly claims: readonly ClaimPart[]; readonly isWhole: boolean }) {
  return (
    <ol className="space-y-5">
      {props.claims.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: claims never change places
        <li key={at} data-testid="report-claim">
          {one.hidden === null ? (
            <Judged claim={one} isWhole={props.isWhole} />
          ) : (
            <p className="text-soft">
              A claim by <bdi>{one.by}</bdi>. {one.hidden}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Judged({ claim, isWhole }: { readonly claim: ClaimPart; readonly isWhole: boolean }) {
  const { by, text, verdict, headline, details, proof } = claim;
  return (
    <>
      <p className="break-after-avoid">
        <code className="math font-semibold [overflow-wrap:anywhere]">{text}</code>{" "}
        <span className="text-sm text-soft">
          pinned by <bdi>{by}</bdi>
        </span>
      </p>
      {verdict === null ? (
        <p className="text-soft">
          {isWhole ? "Undecided: judging it took too long here." : "Being judged …"}
        </p>
      ) : (
        <p className="mt-0.5 [overflow-wrap:anywhere]">
          <strong>{WORDS[verdict]}</strong>
          {headline.replace(/^\w+/, "")} {details.join(" ")}
        </p>
      )}
      {proof.length > 0 && (
        <ProofList
          lines={proof}
          most={MOST}
          className="mt-1.5 space-y-0.5 border-rule border-l-2 pl-3 text-sm"
        />
      )}
    </>
  );
}
