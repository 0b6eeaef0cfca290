import type { ObjectionKind } from "@crux/core";

/** What each kind of objection does, for a card's head and for whoever chooses one. */
export const KINDS: Readonly<Record<ObjectionKind, { readonly name: string; readonly does: string }>> = {
  rebut: { name: "Rebuts", does: "says that the conclusion is wrong" },
  undermine: { name: "Undermines", does: "doubts a number or another premise" },
  undercut: { name: "Undercuts", does: "grants the premises and doubts that this follows from them" },
  scope: { name: "Scope", does: "doubts that the model applies" },
  proposal: { name: "Proposes", does: "offers something that is missing" },
  question: { name: "Asks", does: "asks what is meant" },
};
