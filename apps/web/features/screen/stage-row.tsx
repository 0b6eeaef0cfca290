"use client";

import { useRoomView } from "../../client/room/use-room.tsx";
import { entriesOf, type ScenarioJson, valueAt } from "../../client/scenario-json.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { usesOf } from "../../client/uses.ts";
import { Gone, Kicker } from "./stage-parts.tsx";

/** A row of the model: its name, what it costs, its plain words, where it is used, and how many doubt it. */
export function StageRow({ row }: { readonly row: string }) {
  const shown = useRoomView((view) => {
    const [kind, key] = row.split("/");
    const list =
      kind === "terms" || kind === "programs" || kind === "parameters" || kind === "assumptions"
        ? view.rows[kind]
        : [];
    const found = list.find((one) => one.key === key);
    if (found === undefined) return null;
    const { texts, id } = found;
    const values = ["c", "t", "value", "domain", "statement"].flatMap((field) => {
      const text = texts[field] ?? "";
      return text === "" ? [] : [{ field, text }];
    });
    const doubts = Object.values(view.debate.objections).filter(
      ({ rows, outcome }) => outcome === null && rows.includes(row),
    ).length;
    const pinned = view.session.glosses[row] ?? null;
    return {
      kind,
      at: list.indexOf(found),
      name: texts.label || texts.name || id,
      gloss: texts.gloss ?? "",
      pinned: pinned !== null && view.session.hidden[`gloss/${row}`] === undefined ? pinned.text : "",
      values,
      doubts,
    };
  });
  const uses = useWorkspace(({ draft }) => namesOf(draft, row.startsWith("terms/") ? (shown?.at ?? -1) : -1));
  if (shown === null) return <Gone>What was shown is not in the model any more.</Gone>;
  return (
    <div data-testid="stage-row">
      <Kicker>{KINDS[shown.kind ?? ""] ?? "Row"}</Kicker>
      <h2 className="font-semibold font-serif text-[2.6rem] leading-tight [overflow-wrap:anywhere]">
        {shown.name}
      </h2>
      <dl className="mt-[0.6rem] flex flex-wrap gap-x-[2rem] gap-y-[0.4rem]">
        {shown.values.map(({ field, text }) => (
          <div key={field}>
            <dt className="text-[0.875rem] text-soft">{FIELDS[field] ?? field}</dt>
            <dd className="math font-semibold text-[2rem] leading-tight [overflow-wrap:anywhere]">{text}</dd>
          </div>
        ))}
      </dl>
      {[shown.pinned, shown.gloss].filter(Boolean).map((words) => (
        <p
          key={words}
          className="mt-[0.7rem] max-w-[52ch] text-pretty font-serif text-[1.25rem] leading-snug"
        >
          {words}
        </p>
      ))}
      <p className="mt-[0.7rem] text-[0.9rem] text-soft">
        {uses !== "" && <>In {uses}. </>}
        {shown.doubts > 0 && (shown.doubts === 1 ? "1 open objection." : `${shown.doubts} open objections.`)}
      </p>
    </div>
  );
}

const KINDS: Readonly<Record<string, string>> = {
  terms: "Term",
  programs: "Program",
  parameters: "Parameter",
  assumptions: "Assumption",
};

const FIELDS: Readonly<Record<string, string>> = {
  c: "complexity c",
  t: "time t",
  value: "value",
  domain: "range",
  statement: "",
};

/** The programs whose formulas name the term at this place, as text; empty for none. */
const namesOf = (draft: ScenarioJson, at: number): string =>
  at < 0
    ? ""
    : [
        ...new Set(
          usesOf(draft, "terms", at)
            .filter(({ list }) => list === "programs")
            .map(({ id }) => nameIn(draft, id)),
        ),
      ].join(", ");

const nameIn = (draft: ScenarioJson, id: string): string => {
  const program = entriesOf(draft, "programs").find((one) => valueAt(one, ["id"]) === id);
  return String(valueAt(program, ["name"]) ?? id);
};
