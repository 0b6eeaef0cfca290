"use client";

import { fileStem } from "@crux/present/export";
import type { Report } from "@crux/present/report";
import { ArrowLeft, Download, EyeOff, Printer } from "lucide-react";
import { type ReactNode, useState } from "react";
import { askRecordOnce } from "../../client/report/ask-record.ts";
import { saveFile } from "../../ui/save-file.ts";

/** The bar over a report, which is not printed. */
export function ReportBar(props: {
  readonly code: string;
  readonly report: Report;
  readonly isWhole: boolean;
  /** Whether the room has changed since. */
  readonly isOld: boolean;
  readonly onAgain: () => void;
  /** Hides something of it, for moderators; null for everybody else. */
  readonly hides: ReactNode;
}) {
  const { report, isWhole } = props;
  const [hiding, setHiding] = useState(false);
  const [said, setSaid] = useState("");
  const save = async () => {
    const made = await askRecordOnce({ kind: "markdown", report });
    if (made === null) return setSaid("Not saved: this browser could not write it.");
    const name = `${fileStem(report.title)}-report.md`;
    saveFile(name, made.text, "text/markdown");
    setSaid(`Saved ${name}`);
  };
  return (
    <header className="sticky top-0 z-10 border-rule border-b bg-paper print:hidden">
      <div className="mx-auto flex max-w-[54rem] flex-wrap items-center gap-x-2 gap-y-1 px-4 py-1.5 sm:px-6">
        <a href={`/r/${props.code}`} className="button -ml-2.5">
          <ArrowLeft size={16} aria-hidden /> The room
        </a>
        <p role="status" className="mr-auto min-w-0 text-soft text-sm">
          {isWhole ? said : "Judging the claims …"}
        </p>
        {props.isOld && (
          <button type="button" className="button button-line" onClick={props.onAgain}>
            The room has changed: make it anew
          </button>
        )}
        {props.hides !== null && (
          <button
            type="button"
            aria-expanded={hiding}
            className="button button-line"
            onClick={() => setHiding(!hiding)}
          >
            <EyeOff size={15} aria-hidden /> Hide …
          </button>
        )}
        <button type="button" className="button button-line" disabled={!isWhole} onClick={() => void save()}>
          <Download size={15} aria-hidden /> Markdown
        </button>
        <button type="button" className="button button-full" disabled={!isWhole} onClick={() => print()}>
          <Printer size={15} aria-hidden /> Print
        </button>
        {hiding && props.hides !== null && <div className="basis-full">{props.hides}</div>}
      </div>
    </header>
  );
}
