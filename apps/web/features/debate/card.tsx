"use client";

import type { ObjectionKind } from "@crux/core";
import type { ObjectionView } from "@crux/room/client";
import { Ban, CircleHelp, Lightbulb, Pickaxe, Scissors, Telescope } from "lucide-react";
import { memo } from "react";
import { isScope, isStub } from "../../client/debate/board.ts";
import { topicName } from "../../client/debate/draft.ts";
import { goToAnchor } from "../../client/debate/go-to-anchor.ts";
import { KINDS } from "../../client/debate/kinds.ts";
import { changeOf } from "../../client/debate/read-changes.ts";
import { useChain } from "../../client/debate/use-board.ts";
import { useRoom } from "../../client/room/use-room.tsx";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { useWorkspaceStore } from "../../client/use-workspace.tsx";
import { RichText } from "../../ui/rich-text.tsx";
import { Applicability } from "./applicability.tsx";
import { CardActions } from "./card-actions.tsx";
import { Endorse } from "./endorse.tsx";
import { OutcomeLine } from "./outcome-line.tsx";
import { PersonName } from "./person-name.tsx";
import { Reactions } from "./reactions.tsx";
import { Readings } from "./readings.tsx";
import { useShowModel } from "./show-model.tsx";
import { StaleNote } from "./stale-note.tsx";
import { StampLine } from "./stamp-line.tsx";
import { useInView } from "./use-in-view.ts";

const ICONS: Readonly<Record<ObjectionKind, typeof Ban>> = {
  rebut: Ban,
  undermine: Pickaxe,
  undercut: Scissors,
  scope: Telescope,
  proposal: Lightbulb,
  question: CircleHelp,
};

/** One objection or reply: what it does to what, by whom, its words, its readings with their effects, and what to do with it. */
export const Card = memo(function Card({ card }: { readonly card: ObjectionView }) {
  const { objection, outcome } = card;
  const [ref, inView] = useInView<HTMLElement>();
  const chain = useChain(card);
  const scope = isScope(card);
  const isSettled = outcome !== null;
  const to = `objection/${objection.id}`;
  if (isStub(card))
    return (
      <article
        id={`objection-${objection.id}`}
        tabIndex={-1}
        aria-label="A hidden objection"
        className="space-y-2 rounded-xl border border-rule px-3.5 py-3 text-sm"
      >
        <p className="text-xs">
          <PersonName person={objection.author} />
        </p>
        <HiddenStub to={to} />
      </article>
    );
  return (
    <article
      ref={ref}
      id={`objection-${objection.id}`}
      tabIndex={-1}
      aria-label={`${KINDS[objection.kind].name}: ${objection.text.slice(0, 60)}`}
      data-settled={isSettled}
      className={`space-y-2 rounded-xl border border-rule px-3.5 py-3 [contain:layout_style] data-[shine=true]:outline-2 data-[shine=true]:outline-ink ${isSettled ? "bg-transparent" : "bg-card"}`}
    >
      <Head card={card} />
      <HiddenStub to={to} isOwn />
      {objection.text !== "" && <RichText text={objection.text} />}
      {card.anchorState === "changed" && !isSettled && <StaleNote card={card} />}
      <Readings card={card} chain={chain} inView={inView} />
      {scope && card.replyTo === null && !isSettled && <Applicability objection={objection.id} />}
      {outcome !== null && <OutcomeLine outcome={outcome} scope={scope} />}
      <div className="-mx-1.5 flex flex-wrap items-center gap-x-1 gap-y-1">
        <Reactions to={`objection/${objection.id}`} what="this objection" said={card.reactions} />
        <Endorse card={card} />
        <CardActions card={card} chain={chain} scope={scope} />
      </div>
    </article>
  );
});

function Head({ card }: { readonly card: ObjectionView }) {
  const { objection } = card;
  const { room } = useRoom();
  const store = useWorkspaceStore();
  const showModel = useShowModel();
  const Icon = ICONS[objection.kind];
  const changes = objection.readings.flatMap(({ patch }) => patch.map(changeOf));
  const name = topicName(room.getSnapshot().scenario, objection.anchor, changes);
  return (
    <header className="text-sm">
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="inline-flex items-center gap-1 font-semibold" title={KINDS[objection.kind].does}>
          <Icon size={14} aria-hidden className="translate-y-px" />
          {KINDS[objection.kind].name}
        </span>
        {card.anchorState === "gone" ? (
          <bdi className="min-w-0 text-soft line-through [overflow-wrap:anywhere]">{cut(name)}</bdi>
        ) : (
          <button
            type="button"
            title="Show it in the model"
            onClick={() => showModel(() => goToAnchor(objection.anchor, store.read().draft))}
            className="min-w-0 rounded text-left underline decoration-edge decoration-dotted underline-offset-3 [overflow-wrap:anywhere] hover:decoration-solid"
          >
            <bdi>{cut(name)}</bdi>
          </button>
        )}
      </p>
      <p className="flex min-w-0 flex-wrap gap-x-2 text-soft text-xs">
        <PersonName person={objection.author} /> <StampLine stamp={objection.stamp} at={card.at} />
      </p>
    </header>
  );
}

const cut = (text: string): string => (text.length > 90 ? `${text.slice(0, 90)} …` : text);
