"use client";

import { QrCode } from "../../client/qr-code.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";

type Way = { readonly code: string; readonly link: string; readonly host: string };

/** How to come in; null where the code is hidden, the door is closed or the room is. */
function useWay(): Way | null {
  const code = useRoomView((view) =>
    view.code.hidden || view.session.doorClosed || view.closed ? null : view.code.value,
  );
  if (code === null) return null;
  return {
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
    link: `${location.origin}/r/${code}`,
    host: location.host,
  };
}

/** The code and its picture at the edge of the screen, for those who come late; `small` where others need the room. */
export function JoinHint({ small }: { readonly small: boolean }) {
  const way = useWay();
  const count = usePresent();
  if (way === null) return <p className="text-[0.875rem] text-soft">{people(count)}</p>;
  return (
    <div
      className={`flex gap-[0.7rem] ${small ? "items-center" : "items-center sm:flex-col sm:items-start sm:gap-0"}`}
    >
      <QrCode
        link={way.link}
        className={small ? "size-[5.5rem] shrink-0" : "size-[5.5rem] shrink-0 sm:size-[9rem]"}
      />
      <div>
        <p
          className="figure mt-[0.3rem] max-w-[12rem] font-semibold text-[1.6rem] leading-none tracking-wide"
          data-testid="code"
        >
          {way.code}
        </p>
        <p className="mt-[0.2rem] text-[0.875rem] text-soft leading-tight [overflow-wrap:anywhere]">
          {way.host}
        </p>
        <p className="text-[0.875rem] text-soft leading-tight">{people(count)}</p>
      </div>
    </div>
  );
}

/** The same over the whole screen, while people come in. */
export function JoinCard() {
  const way = useWay();
  const count = usePresent();
  const summary = useRoomView((view) => view.rows.scenario.texts.summary ?? "");
  const short = summary.length > 260 ? `${summary.slice(0, 258)} …` : summary;
  if (way === null)
    return (
      <div>
        <p className="max-w-[44ch] text-pretty font-serif text-[1.35rem] leading-snug">{short}</p>
        <p className="mt-[1rem] text-[0.9rem] text-soft">{people(count)}</p>
      </div>
    );
  return (
    <div className="flex h-full flex-wrap items-center gap-[1.6rem]">
      <QrCode link={way.link} className="size-[min(15rem,42vh)]" />
      <div className="min-w-[14rem] flex-1">
        <p className="text-[1rem]">
          Join at <span className="font-semibold">{way.host}</span> with the code
        </p>
        <p className="figure font-semibold text-[4.5rem] leading-none tracking-wide" data-testid="code">
          {way.code}
        </p>
        <p className="mt-[0.6rem] text-[1rem]">A name is enough. {people(count)}</p>
        <p className="mt-[0.8rem] max-w-[48ch] text-pretty font-serif text-[1.05rem] text-soft leading-snug">
          {short}
        </p>
      </div>
    </div>
  );
}

const usePresent = (): number =>
  useRoomView((view) => view.people.filter(({ at, role }) => at.length > 0 && role !== "screen").length);

const people = (count: number): string =>
  count === 0 ? "Nobody is here yet." : count === 1 ? "1 person is here." : `${count} people are here.`;
