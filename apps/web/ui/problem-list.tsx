/** Mistakes in a text: where, what, and a way out, below a heading. */
export function ProblemList(props: {
  readonly heading: string;
  readonly problems: readonly { readonly place: string; readonly message: string; readonly hint: string }[];
}) {
  return (
    <div className="rounded-lg bg-alarm-well px-4 py-3 text-sm">
      <p className="font-semibold text-alarm">{props.heading}</p>
      <ul className="mt-1 max-h-48 space-y-1 overflow-auto">
        {props.problems.map((one) => (
          <li key={`${one.place} ${one.message}`} className="break-words">
            {one.place !== "" && <span className="figure mr-2 font-medium">{one.place}</span>}
            {one.message}
            {one.hint === "" ? "" : ` – ${one.hint}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
