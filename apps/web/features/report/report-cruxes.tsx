import type { Report } from "@crux/present/report";
import { ReportTable } from "./report-table.tsx";

/** What divides each pair of people for whom different programs win. */
export function ReportCruxes({ cruxes: { pairs, note } }: { readonly cruxes: Report["cruxes"] }) {
  return (
    <div className="space-y-6">
      {pairs.map(({ names, sentence, rows, sides }) => (
        <div key={names} data-testid="report-crux">
          <h3 className="break-after-avoid font-semibold [overflow-wrap:anywhere]">{names}</h3>
          <p className="mt-1 font-serif text-lg leading-snug [overflow-wrap:anywhere]">{sentence}</p>
          {rows.length > 0 && (
            <ReportTable
              columns={["Difference", ...sides, "Share of the gap"]}
              rows={rows.map(({ label, a, b, share }) => [label, a, b, share])}
            />
          )}
        </div>
      ))}
      {note !== "" && <p className="text-soft">{note}</p>}
    </div>
  );
}
