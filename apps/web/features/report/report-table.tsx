/** A plain table; the first cell of a row names it. On a narrow page it is scrolled by itself. */
export function ReportTable(props: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly testid?: string;
}) {
  return (
    <div
      className="mt-3 overflow-x-auto print:overflow-visible"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
      tabIndex={0}
      role="group"
      aria-label={props.columns.join(", ")}
    >
      <table
        data-testid={props.testid}
        className={`figure w-full text-sm print:min-w-0 ${props.columns.length > 3 ? "min-w-[34rem]" : ""}`}
      >
        <thead>
          <tr className="border-rule border-b text-left text-soft text-xs">
            {props.columns.map((heading) => (
              <th key={heading} scope="col" className="py-1 pr-3 font-medium">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([name, ...cells], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a report never change places
            <tr key={at} className="break-inside-avoid border-rule border-b align-top last:border-0">
              <th
                scope="row"
                dir="auto"
                className="min-w-24 py-1.5 pr-3 text-left font-medium [overflow-wrap:anywhere]"
              >
                {name}
              </th>
              {cells.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: as many cells as columns, always
                  key={column}
                  dir="auto"
                  className="min-w-14 py-1.5 pr-3 [overflow-wrap:anywhere]"
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
