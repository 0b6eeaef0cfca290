"use client";

import { asSentence } from "@crux/core";
import type { Report } from "@crux/present/report";
import type { JoinedRoom, RoomView } from "@crux/room/client";
import Link from "next/link";
import { useEffect, useState, useSyncExternalStore } from "react";
import { later } from "../../client/later.tsx";
import { askRecord } from "../../client/report/ask-record.ts";
import { loadRecord, type PastRoom } from "../../client/report/load-record.ts";
import { JoinedRoomProvider } from "../../client/room/use-room.tsx";
import { TryAgain, WordsPage } from "../../ui/words-page.tsx";
import { ReportBar } from "./report-bar.tsx";
import { ReportPaper } from "./report-paper.tsx";

const ReportHide = later(
  () => import("./report-hide.tsx").then((file) => file.ReportHide),
  () => <p className="pb-3 text-soft text-sm">Opening …</p>,
);

type State =
  | { readonly kind: "working" }
  | { readonly kind: "failed"; readonly why: string }
  | {
      readonly kind: "there";
      readonly report: Report;
      readonly made: number;
      /** Whether every claim has been judged, or was given up. */
      readonly isWhole: boolean;
      readonly of: Said;
    };

/** The parts of a view that a report tells of. */
type Said = Pick<RoomView, "debate" | "estimates" | "session" | "rows">;

/** A room's report as of when it was opened; says when the room has moved on since. */
export function ReportRoom({ room, code }: { readonly room: JoinedRoom; readonly code: string }) {
  const view = useSyncExternalStore(room.subscribe, room.getSnapshot, room.getSnapshot);
  const isKnown = view.you !== null && view.connection.kind !== "connecting" && !view.isUnread;
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State>({ kind: "working" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round makes it anew
  useEffect(() => {
    if (!isKnown) return;
    let stop = (): void => {};
    let gone = false;
    const of = room.getSnapshot();
    void loadRecord(room).then((past) => {
      if (gone) return;
      if (typeof past === "string") return setState({ kind: "failed", why: past });
      stop = work(past, of, setState);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [room, isKnown, round]);
  const again = () => setRound(round + 1);
  const isLate = useIsLate(state.kind === "working");
  if (view.connection.kind === "ended")
    return <WordsPage>{asSentence(view.connection.refusal.sentence)}</WordsPage>;
  if (state.kind === "working")
    return isLate ? (
      <WordsPage>
        The report takes longer than it should; this page goes on.{" "}
        {/* Whatever is stuck is behind a worker that only a fresh page starts anew. */}
        <TryAgain onClick={() => location.reload()} /> or go{" "}
        <Link href={`/r/${code}`} className="underline">
          back to the room
        </Link>
        .
      </WordsPage>
    ) : (
      <WordsPage>Working out the report …</WordsPage>
    );
  if (state.kind === "failed")
    return (
      <WordsPage>
        {state.why} <TryAgain onClick={again} /> or go{" "}
        <Link href={`/r/${code}`} className="underline">
          back to the room
        </Link>
        .
      </WordsPage>
    );
  return (
    <>
      <ReportBar
        code={code}
        report={state.report}
        isWhole={state.isWhole}
        isOld={isOther(state.of, view)}
        onAgain={again}
        hides={
          view.you?.role === "moderator" && !view.closed ? (
            <JoinedRoomProvider room={room}>
              <ReportHide />
            </JoinedRoomProvider>
          ) : null
        }
      />
      <ReportPaper report={state.report} made={state.made} isWhole={state.isWhole} />
    </>
  );
}

/** Milliseconds after which a report that is still being worked out is late. */
const LATE = 20_000;

function useIsLate(isWorking: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!isWorking) return;
    const timer = setTimeout(() => setLate(true), LATE);
    return () => clearTimeout(timer);
  }, [isWorking]);
  return isLate;
}

const isOther = (of: Said, view: Said): boolean =>
  of.debate !== view.debate ||
  of.estimates !== view.estimates ||
  of.rows !== view.rows ||
  of.session.checkpoints !== view.session.checkpoints ||
  of.session.phase !== view.session.phase ||
  of.session.notes !== view.session.notes ||
  of.session.polls !== view.session.polls;

/** Works the report out; its claims are filled in as they are judged. */
function work(past: PastRoom, of: Said, show: (state: State) => void): () => void {
  let report: Report | null = null;
  const made = Date.now();
  const put = (isWhole: boolean): void => {
    if (report !== null) show({ kind: "there", report, made, isWhole, of });
    else if (isWhole) show({ kind: "failed", why: "This browser could not work the report out." });
  };
  return askRecord(
    { kind: "report", past },
    (reply) => {
      if (reply.kind === "report") report = reply.report;
      if (reply.kind === "claim" && report !== null)
        report = { ...report, claims: report.claims.map((one, at) => (at === reply.at ? reply.claim : one)) };
      const count = report?.claims.length ?? 0;
      const judged = reply.kind === "claim" ? reply.at + 1 : 0;
      put(false);
      return judged === count ? "all" : "more";
    },
    () => put(true),
  );
}
