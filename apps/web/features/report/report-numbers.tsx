import type { Report } from "@crux/present/report";
import { ReportTable } from "./report-table.tsx";

/** Everybody's g and credences before and after, with what moved them. */
export function ReportNumbers({
  numbers: { note, hasBefore, rows },
}: {
  readonly numbers: Report["numbers"];
}) {
  return (
    <>
      {note !== "" && <p>{note}</p>}
      {rows.length > 0 && (
        <ReportTable
          testid="numbers"
          columns={["Who", ...(hasBefore ? ["g before"] : []), "g", "Credences", "Because"]}
          rows={rows.map(({ name, before, after, credences, because }) => [
            name,
            ...(hasBefore ? [before] : []),
            after,
            credences.map(({ program, text }) => `${program} ${text}`).join("; ") || "–",
            because || "–",
          ])}
        />
      )}
    </>
  );
}
