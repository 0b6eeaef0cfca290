import type { ObjectionPart } from "@crux/present/report";
import { RichText } from "../../ui/rich-text.tsx";

/** Objections with their replies, each with what it does to who wins. */
export function ReportObjections({ objections }: { readonly objections: readonly ObjectionPart[] }) {
  return (
    <ol className="space-y-4">
      {objections.map((one) => (
        <li
          key={one.id}
          data-testid="report-objection"
          className="break-inside-avoid border-rule border-l-2 pl-3"
          style={{ marginLeft: `${Math.min(one.depth, 4) * 1.1}rem` }}
        >
          <p className="text-sm [overflow-wrap:anywhere]">
            <span className="figure font-semibold">{one.number}</span>{" "}
            <bdi className="font-semibold">{one.author}</bdi>
            {one.hidden === null && (
              <span className="text-soft">
                , {KINDS[one.kind] ?? one.kind} <bdi>{one.about}</bdi>
              </span>
            )}
          </p>
          {one.hidden === null ? <Said one={one} /> : <p className="text-soft">{one.hidden}</p>}
        </li>
      ))}
    </ol>
  );
}

/** What each kind of objection does to what it is about. */
const KINDS: Readonly<Record<string, string>> = {
  rebut: "rebuts",
  undermine: "doubts",
  undercut: "doubts what follows from",
  scope: "doubts that this applies:",
  proposal: "proposes something for",
  question: "asks about",
};

function Said({ one }: { readonly one: ObjectionPart }) {
  return (
    <>
      {one.text !== "" && (
        <div className="mt-1 font-serif text-[1.05rem] leading-snug">
          <RichText text={one.text} />
        </div>
      )}
      {one.effects.map(({ label, words, badge, sentence }) => (
        <p key={`${label} ${badge}`} className="mt-1.5 text-sm [overflow-wrap:anywhere]">
          <span className="math mr-1.5 inline-block rounded-full border border-ink px-2 py-px font-semibold text-[0.8125rem]">
            {badge}
          </span>
          {label !== "" && <bdi className="font-medium">{label}: </bdi>}
          {words.join("; ")}
          <span className="text-soft">
            {words.length > 0 ? ". " : ""}
            {sentence}
          </span>
        </p>
      ))}
      {one.outcome !== "" && (
        <p dir="auto" className="mt-1 text-sm italic [overflow-wrap:anywhere]">
          {one.outcome}
        </p>
      )}
    </>
  );
}
