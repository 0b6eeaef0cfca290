import { parseRational, printRational, subtract } from "@crux/core/exact";
import type { ReactNode } from "react";
import type { Change } from "../../client/mine/changes.ts";

/** Values that differ from the shared ones, line by line, with the exact difference; `action` stands at a line's end. */
export function ChangesTable(props: {
  readonly changes: readonly Change[];
  readonly whose: string;
  readonly others: string;
  readonly action?: (change: Change) => ReactNode;
}) {
  const { whose, others } = props;
  return (
    <table className="mt-1 w-full">
      <thead>
        <tr className="text-left text-soft text-xs">
          <th className="font-medium">value</th>
          <th className="px-2 text-right font-medium">{others}</th>
          <th className="px-2 text-right font-medium [overflow-wrap:anywhere]">{whose}</th>
          <th className="px-2 text-right font-medium [overflow-wrap:anywhere]">
            {whose} − {others}
          </th>
          {props.action !== undefined && <td />}
        </tr>
      </thead>
      <tbody>
        {props.changes.map((change) => (
          <tr key={change.path.join("/")} className="align-top">
            <th scope="row" className="py-0.5 text-left font-normal [overflow-wrap:anywhere]">
              {change.name}
            </th>
            <td className="math px-2 text-right [overflow-wrap:anywhere]">{change.shared || "?"}</td>
            <td className="math px-2 text-right font-semibold [overflow-wrap:anywhere]">
              {change.mine || "?"}
            </td>
            <td className="math px-2 text-right">{difference(change)}</td>
            {props.action !== undefined && <td className="text-right">{props.action(change)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Mine minus theirs, exact; a dash where either is no number. */
function difference({ mine, shared }: Change): string {
  const [a, b] = [parseRational(mine), parseRational(shared)];
  if (a === undefined || b === undefined || a === null || b === null) return "–";
  const text = printRational(subtract(a, b));
  return text.startsWith("-") ? text.replace("-", "−") : `+${text}`;
}

/** What does not fit the shared scenario any more: said, not dropped. */
export function LostChanges(props: { readonly lost: readonly string[]; readonly children?: ReactNode }) {
  if (props.lost.length === 0) return null;
  return (
    <div role="status" className="mt-2 rounded-lg bg-alarm-well px-3 py-1.5 text-sm">
      <p>
        {props.lost.length === 1 ? "One change no longer fits" : `${props.lost.length} changes no longer fit`}{" "}
        the model, because what it is about is gone: {props.lost.join("; ")}. If that comes back, so does the
        change.
      </p>
      {props.children}
    </div>
  );
}
