import type { Report } from "@crux/present/report";
import type { ReactNode } from "react";
import { sayClock, sayDay, sayTime } from "../../client/report/say-time.ts";
import { ReportClaims } from "./report-claims.tsx";
import { ReportCruxes } from "./report-cruxes.tsx";
import { ReportNumbers } from "./report-numbers.tsx";
import { ReportObjections } from "./report-objections.tsx";
import { ReportTable } from "./report-table.tsx";
import { ThresholdsChart } from "./thresholds-chart.tsx";

/** The report itself, to read on a screen and to print. */
export function ReportPaper(props: {
  readonly report: Report;
  readonly made: number;
  readonly isWhole: boolean;
}) {
  const { report } = props;
  const count = report.people.length;
  return (
    <main className="report mx-auto [overflow-wrap:anywhere] max-w-[54rem] px-4 pt-8 pb-20 sm:px-6 print:max-w-none print:p-0">
      <p className="label">
        Report of a room, made {sayDay(props.made)} at {sayClock(props.made)}
      </p>
      <h1 className="mt-1 text-balance font-semibold font-serif text-3xl leading-tight tracking-tight sm:text-4xl">
        {report.title}
      </h1>
      {report.summary !== "" && (
        <p dir="auto" className="mt-3 max-w-[40rem] text-pretty font-serif text-lg text-soft leading-relaxed">
          {report.summary}
        </p>
      )}
      {report.sentence !== "" && (
        <p
          data-testid="report-sentence"
          className="mt-5 border-ink border-l-4 pl-4 font-semibold font-serif text-xl leading-snug"
        >
          {report.sentence}
        </p>
      )}
      <p className="mt-5 text-sm [overflow-wrap:anywhere]">
        <span className="label">{count === 1 ? "One person" : `${count} people`}: </span>
        {report.people.map(({ name, role }) => `${name} (${role})`).join(", ")}
      </p>
      <Section title="Agenda" isThere={report.agenda.length > 0}>
        <ReportTable
          columns={["Phase", "From", "To", "Minutes"]}
          rows={report.agenda.map(({ name, from, to }) => [
            name,
            sayTime(from),
            to === null ? "still on" : sayClock(to),
            to === null ? "" : `${Math.max(1, Math.round((to - from) / 60_000))}`,
          ])}
        />
      </Section>
      <Section title="Who wins, over time" isThere={report.thresholds.length > 0}>
        <ThresholdsChart rows={report.thresholds} />
        <ReportTable
          testid="thresholds"
          columns={["Moment", "Time", "Flips at", "Change", "Who wins"]}
          rows={report.thresholds.map(({ name, at, flips, badge, sentence }) => [
            name,
            at === null ? "" : sayTime(at),
            flips.join(", ") || "–",
            badge,
            sentence,
          ])}
        />
      </Section>
      <Section
        title="Numbers, before and after"
        isThere={report.numbers.rows.length > 0 || report.numbers.note !== ""}
      >
        <ReportNumbers numbers={report.numbers} />
      </Section>
      <Section title="Polls" isThere={report.polls.length > 0}>
        <div className="space-y-5">
          {report.polls.map(({ question, note, rows, moves }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: polls never change places
            <div key={at} className="break-inside-avoid">
              <p dir="auto" className="font-medium">
                {question}
              </p>
              {note !== "" && <p className="text-sm text-soft">{note}</p>}
              {rows.length > 0 && (
                <ReportTable
                  columns={rows[0]?.before === null ? ["Answer", "People"] : ["Answer", "Before", "People"]}
                  rows={rows.map(({ answer, before, count: times }) =>
                    before === null ? [answer, `${times}`] : [answer, `${before}`, `${times}`],
                  )}
                />
              )}
              {moves.length > 0 && (
                <ul aria-label="Answers that changed" className="mt-2 space-y-0.5 text-sm">
                  {moves.map((words) => (
                    <li key={words} dir="auto" className="[overflow-wrap:anywhere]">
                      {words}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          ))}
        </div>
      </Section>
      <Section title="Cruxes" isThere={report.cruxes.pairs.length > 0 || report.cruxes.note !== ""}>
        <ReportCruxes cruxes={report.cruxes} />
      </Section>
      <Section title="Groups" isThere={report.groups.length > 0}>
        <ReportTable
          testid="groups"
          columns={["Group", "In it", "Worked on", "Change", "What its values do"]}
          rows={report.groups.map(({ name, members, task, badge, sentence }) => [
            name,
            members || "nobody",
            task || "–",
            badge,
            sentence,
          ])}
        />
      </Section>
      <Section title="Open objections" isThere={report.open.length > 0}>
        <ReportObjections objections={report.open} />
      </Section>
      <Section title="Settled objections" isThere={report.settled.length > 0}>
        {report.settledNote !== "" && <p className="mb-3 text-sm text-soft">{report.settledNote}</p>}
        <ReportObjections objections={report.settled} />
      </Section>
      <Section title="Claims" isThere={report.claims.length > 0}>
        <ReportClaims claims={report.claims} isWhole={props.isWhole} />
      </Section>
      <Section title="What moderators did" isThere={report.notes.length > 0}>
        {report.notesNote !== "" && <p className="mb-3 text-sm text-soft">{report.notesNote}</p>}
        <ReportTable
          columns={["Time", "What"]}
          rows={report.notes.map(({ at, text }) => [sayTime(at), text])}
        />
      </Section>
      <p className="mt-10 border-rule border-t pt-3 text-sm text-soft">
        Every threshold, effect and verdict here is exact, worked out from what the room holds. What could not
        be proved is called undecided.
      </p>
    </main>
  );
}

function Section(props: { readonly title: string; readonly isThere: boolean; readonly children: ReactNode }) {
  if (!props.isThere) return null;
  const id = props.title.toLowerCase().replace(/[^a-z]+/g, "-");
  return (
    <section aria-labelledby={id} className="mt-9">
      <h2
        id={id}
        className="break-after-avoid border-rule border-b pb-1 font-semibold font-serif text-xl tracking-tight"
      >
        {props.title}
      </h2>
      <div className="mt-3">{props.children}</div>
    </section>
  );
}
