"use client";

import type { ObjectionView } from "@crux/room/client";
import { Ellipsis, Reply } from "lucide-react";
import { useState } from "react";
import { layerOf, layersUnder, layersWithout, patchOf } from "../../client/debate/layers.ts";
import { mergeReading, unmergedIn } from "../../client/debate/merge-reading.ts";
import { useBoardNow } from "../../client/debate/use-board.ts";
import { useDebate } from "../../client/debate/use-debate.tsx";
import { useMine } from "../../client/mine/use-mine.tsx";
import { useRoom } from "../../client/room/use-room.tsx";
import { useHidden } from "../../client/session/hidden.ts";
import { HideForm } from "../../client/session/hide-form.tsx";
import { useRailRoom } from "./rail-room.tsx";
import { Settle, type Settling } from "./settle.tsx";

/** What can be done with an objection: answer it, and for who may, merge, concede, accept, decline, withdraw, reopen. */
export function CardActions(props: {
  readonly card: ObjectionView;
  /** What it answers, the start of the thread first. */
  readonly chain: readonly ObjectionView[];
  readonly scope: boolean;
}) {
  const { card, chain, scope } = props;
  const { room } = useRoom();
  const board = useBoardNow();
  const debate = useDebate();
  const rail = useRailRoom();
  const mine = useMine();
  const [settling, setSettling] = useState<Settling | "hide" | null>(null);
  const [menu, setMenu] = useState(false);
  const [problem, setProblem] = useState("");
  const { objection, outcome } = card;
  const to = `objection/${objection.id}`;
  const isHidden = useHidden(to) !== null;
  const may = mayDo(card, chain.at(-1)?.objection.author ?? null, rail);
  const under = may.merge ? unmergedIn(chain).length : 0;
  const merge = async (reading: number) => {
    const why = await mergeReading(room, board(), card, reading);
    setProblem(why ?? "");
    if (why !== null || debate === null) return;
    const { preview } = debate;
    preview.show(layersWithout(board(), preview.read(), objection.id));
  };
  const reply = () => {
    const own = layerOf(card, 0, rail.nameOf(objection.author));
    debate?.drafts.startDoubt(objection.anchor, {
      replyTo: objection.id,
      under: [...layersUnder(chain, rail.nameOf), ...(own ? [own] : [])],
    });
  };
  const send = (kind: "withdraw-objection" | "reopen-objection") =>
    room.send({ kind, objection: objection.id });
  const take = (reading: number) => {
    const own = objection.readings[reading];
    if (own === undefined || mine === null) return;
    debate?.preview.show(layersWithout(board(), debate.preview.read(), objection.id));
    void mine.take([...layersUnder(chain, rail.nameOf).map(({ patch }) => patch), patchOf(own)]);
  };
  const item = (text: string, run: () => void) => ({ text, run });
  const settles =
    may.edit || may.merge || may.concede || may.accept || may.decline || may.withdraw || may.hide;
  const items = [
    ...(may.edit
      ? [item("Edit", () => debate?.drafts.editDoubt(objection.id, layersUnder(chain, rail.nameOf)))]
      : []),
    ...(may.merge
      ? objection.readings.map((one, at) =>
          item(
            `Merge${objection.readings.length > 1 ? ` “${one.label}”` : ""}${under > 0 ? ` with the ${under} it builds on` : ""}`,
            () => void merge(at),
          ),
        )
      : []),
    ...(may.concede ? [item("Concede …", () => setSettling("concede"))] : []),
    ...(may.accept ? [item("Take the answer …", () => setSettling("accept"))] : []),
    ...(may.decline ? [item(scope ? "Log as scope …" : "Leave out …", () => setSettling("decline"))] : []),
    ...(may.withdraw ? [item("Withdraw", () => send("withdraw-objection"))] : []),
    ...(rail.leads
      ? [
          item("Show on the screen", () =>
            room.send({ kind: "show-on-screen", what: { kind: "objection", objection: objection.id } }),
          ),
        ]
      : []),
    ...(mine === null || outcome?.kind === "merged"
      ? []
      : objection.readings.map(({ label }, at) =>
          item(`Take ${objection.readings.length > 1 ? `“${label}” ` : ""}into mine`, () => take(at)),
        )),
    ...(may.hide && !isHidden ? [item("Hide …", () => setSettling("hide"))] : []),
    ...(may.reopen ? [item("Open again", () => send("reopen-objection"))] : []),
  ];
  return (
    <>
      <span className="ml-auto flex items-center">
        {rail.speaks && debate !== null && (
          <button
            type="button"
            onClick={reply}
            disabled={rail.locks.reply !== null}
            className="button px-1.5"
            title={rail.locks.reply ?? "Answer, with a patch of your own or without"}
          >
            <Reply size={15} aria-hidden /> Reply
          </button>
        )}
        {items.length > 0 && (
          <button
            type="button"
            aria-label={
              outcome === null ? (settles ? "Settle or change it" : "More to do with it") : "Open it again"
            }
            aria-expanded={menu}
            onClick={() => setMenu(!menu)}
            className="button px-1.5"
          >
            <Ellipsis size={16} aria-hidden />
          </button>
        )}
      </span>
      {menu && (
        <ul className="flex basis-full flex-wrap justify-end gap-1">
          {items.map(({ text, run }) => (
            <li key={text}>
              <button
                type="button"
                className="button button-line whitespace-normal text-left"
                onClick={() => {
                  setMenu(false);
                  run();
                }}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
      {(settling !== null || problem !== "") && (
        <div className="basis-full">
          {settling === "hide" && <HideForm to={to} onDone={() => setSettling(null)} />}
          {settling !== null && settling !== "hide" && outcome === null && (
            <Settle card={card} how={settling} scope={scope} onDone={() => setSettling(null)} />
          )}
          <p role="alert" className="text-alarm text-sm empty:hidden">
            {problem}
          </p>
        </div>
      )}
    </>
  );
}

/** What a person may do with a card; the room judges by the same rules. */
function mayDo(
  { objection, outcome }: ObjectionView,
  answered: string | null,
  { isYou, speaks, isMute, settles, edits, moderates, locks }: ReturnType<typeof useRailRoom>,
) {
  const isOwn = isYou(objection.author);
  const acts = speaks && !isMute;
  const isOpen = outcome === null && acts;
  return {
    edit: isOpen && isOwn && locks.object === null,
    withdraw: outcome === null && speaks && isOwn,
    accept: isOpen && isOwn,
    concede: isOpen && !isOwn && (settles || (answered !== null && isYou(answered))),
    merge: isOpen && edits,
    decline: isOpen && settles,
    hide: moderates,
    reopen: outcome !== null && acts && (settles || isOwn || isYou(outcome.by)),
  };
}
