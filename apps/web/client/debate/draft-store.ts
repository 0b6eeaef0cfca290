import type { ObjectionKind } from "@crux/core";
import type { JoinedRoom, ObjectionView } from "@crux/room/client";
import type { Change } from "./change.ts";
import { type Draft, isWritten, rowsOf, type Target } from "./draft.ts";
import { type Drafting, noDrafting, type Receipt } from "./drafting.ts";
import { keptDraft } from "./kept-draft.ts";
import type { Layer } from "./preview-store.ts";
import { changeOf } from "./read-changes.ts";

/**
 * The objection that this person is writing. The form (features/doubt) shows it; whoever wants one written begins it:
 *
 *     const drafts = useDebate()?.drafts;                         // client/debate/use-debate.tsx, null on /solo
 *     drafts?.startDoubt({ kind: "cost", term: "combine", axis: "c" });
 *     drafts?.startDoubt(objection.anchor, { replyTo: objection.id, under: [parentLayer, layer] });
 *     drafts?.editDoubt(objection.id);                            // one's own open one
 *
 * `under` are the readings that a reply builds on, the oldest first (see preview-store.ts). After posting, `receipt`
 * names the objection: the rail brings its card into view.
 */
export type DraftStore = {
  readonly read: () => Drafting;
  readonly subscribe: (listener: () => void) => () => void;
  readonly startDoubt: (target: Target, start?: Start) => void;
  readonly editDoubt: (id: string, under?: readonly Layer[]) => void;
  readonly change: (part: Partial<Draft>) => void;
  /** Takes the waiting doubt in place of the draft, or lets it go. */
  readonly choose: (which: "draft" | "waiting") => void;
  /** Closes or opens the form; the draft stays. */
  readonly open: (isOpen: boolean) => void;
  readonly discard: () => void;
  /** It was sent: the draft goes for good once the room has it, and comes back when the room refuses it. */
  readonly posted: (receipt: Receipt) => void;
  readonly forgetReceipt: () => void;
  /** Tells a person who may not object why, or that they have read it. */
  readonly lock: (isLocked: boolean) => void;
  /** Follows what the room takes and refuses, until what it gives back is called. */
  readonly listen: () => () => void;
};

/** What a doubt may begin with. */
export type Start = {
  /** The objection that it answers, and what it builds on. */
  readonly replyTo?: string;
  readonly under?: readonly Layer[];
  readonly doubt?: ObjectionKind;
  readonly changes?: readonly Change[];
};

/** Where a draft is kept; the browser's storage, or a stand-in. */
export type Keep = { readonly get: () => string | null; readonly set: (text: string | null) => void };

/** The drafts of a room on this device; `newId` gives ids for objections, `cardOf` what is on the board. */
export function createDraftStore(
  room: Pick<JoinedRoom, "getSnapshot" | "subscribe">,
  keep: Keep,
  newId: () => string,
  cardOf: (id: string) => ObjectionView | undefined,
): DraftStore {
  let state: Drafting = { ...noDrafting, draft: keptDraft(keep.get()) };
  /** The receipt for what was sent, and what the room had refused last and had under that id before. */
  let sending: { readonly receipt: Receipt; readonly refusal: unknown; readonly before: unknown } | null =
    null;
  const listeners = new Set<() => void>();
  const update = (change: Partial<Drafting>): void => {
    const old = state;
    state = { ...state, ...change };
    if (state.draft !== old.draft || state.sent !== old.sent) {
      const draft = state.draft ?? state.sent;
      keep.set(draft && isWritten(draft) ? JSON.stringify(draft) : null);
    }
    for (const listener of [...listeners]) listener();
  };
  const hear = (): void => {
    const { debate, lastRefusal } = room.getSnapshot();
    const { draft, sent } = state;
    if (sent !== null && sending !== null) {
      const { receipt, refusal, before } = sending;
      const here = debate.objections[sent.id];
      if (here !== undefined && here !== before) {
        sending = null;
        update({ sent: null, receipt });
      } else if (lastRefusal !== null && lastRefusal !== refusal) {
        sending = null;
        const isFree = draft === null || !isWritten(draft);
        update({
          sent: null,
          refused: lastRefusal.sentence,
          ...(isFree ? { draft: sent, isOpen: true } : { waiting: sent }),
        });
      }
    } else if (draft !== null && !draft.isPosted && debate.objections[draft.id] !== undefined) {
      // It was sent by an earlier visit, or its refusal was about something else.
      update({ draft: null, isOpen: false, refused: "" });
    }
  };
  const begin = (next: Draft): void => {
    const { draft } = state;
    const isSame = draft !== null && draft.id === next.id;
    const fresh = { isOpen: true, receipt: null, refused: "" };
    if (isSame) update(fresh);
    else if (draft !== null && isWritten(draft)) update({ ...fresh, waiting: next });
    else update({ ...fresh, draft: next, waiting: null });
  };
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    startDoubt(target, start = {}) {
      const { rows } = room.getSnapshot();
      begin({
        id: newId(),
        isPosted: false,
        doubt: start.doubt ?? likelyKind(target),
        target,
        rows: rowsOf(rows, target),
        text: "",
        readings: [{ label: "", changes: start.changes ?? [] }],
        reading: 0,
        replyTo: start.replyTo ?? null,
        under: start.under ?? [],
      });
    },
    editDoubt(id, under = []) {
      const found = cardOf(id);
      if (found === undefined) return;
      const { objection } = found;
      const readings = objection.readings.map(({ label, patch }) => ({
        label,
        changes: patch.map(changeOf),
      }));
      begin({
        id,
        isPosted: true,
        doubt: objection.kind,
        target: objection.anchor,
        rows: found.rows,
        text: objection.text,
        readings: readings.length > 0 ? readings : [{ label: "", changes: [] }],
        reading: 0,
        replyTo: found.replyTo,
        under,
      });
    },
    change(part) {
      if (state.draft !== null) update({ draft: { ...state.draft, ...part }, refused: "" });
    },
    choose: (which) =>
      update(which === "waiting" ? { draft: state.waiting, waiting: null } : { waiting: null }),
    open: (isOpen) => update({ isOpen }),
    discard: () => update({ draft: state.waiting, waiting: null, isOpen: state.waiting !== null }),
    posted(receipt) {
      const { draft } = state;
      if (draft === null) return;
      const { debate, lastRefusal } = room.getSnapshot();
      sending = { receipt, refusal: lastRefusal, before: debate.objections[draft.id] };
      update({ draft: null, sent: draft, waiting: null, isOpen: false, receipt: null, refused: "" });
    },
    lock: (isLocked) => update({ isLocked }),
    forgetReceipt: () => update({ receipt: null }),
    listen() {
      hear();
      return room.subscribe(hear);
    },
  };
}

/** The kind that a doubt about such a thing most often is; the form lets people change it. */
function likelyKind({ kind }: Target): ObjectionKind {
  if (kind === "claim" || kind === "threshold") return "rebut";
  if (kind === "program" || kind === "scenario") return "proposal";
  return "undermine";
}
