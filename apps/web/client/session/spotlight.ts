import type { RoomView } from "@crux/room/client";
import { thingAt } from "../debate/selected-thing.ts";
import { nameOf } from "../room/who.ts";

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 78)} …` : text);

/** The row of the model that the big screen shows: one that was put there, or the one at which the person shown there is. */
export function shownRow({ session, people }: Pick<RoomView, "session" | "people">): string | null {
  const what = session.spotlight?.what;
  if (what?.kind === "row") return what.row;
  if (what?.kind !== "person") return null;
  const at = people.find(({ id }) => id === what.person)?.at ?? [];
  const row = at.map(({ place }) => place?.row ?? null).find((one) => one !== null) ?? null;
  return row !== null && /^(terms|parameters|programs|assumptions)\//.test(row) ? row : null;
}

/** What someone put on the big screen, in a few words; null where nothing is, or it is hidden or gone. */
export function sayShown(view: RoomView): string | null {
  const what = view.session.spotlight?.what;
  if (what === undefined) return null;
  const { session, debate, people } = view;
  const row = shownRow(view);
  const at = row === null ? null : (thingAt(view, row)?.name ?? null);
  switch (what.kind) {
    case "row":
      return at;
    case "objection": {
      const found = debate.objections[what.objection];
      const isHidden = session.hidden[`objection/${what.objection}`] !== undefined;
      return found === undefined || isHidden
        ? null
        : `${nameOf({ people }, found.author)}: “${shortened(found.text)}”`;
    }
    case "claim": {
      const found = debate.claims[what.claim];
      const isHidden = session.hidden[`claim/${what.claim}`] !== undefined;
      return found === undefined || isHidden ? null : `the claim ${shortened(found.text)}`;
    }
    case "poll": {
      const found = session.polls[what.poll];
      return found === undefined || found.question === "" ? null : shortened(found.question);
    }
    case "estimates":
      return "everybody's numbers";
    case "person":
      return `${nameOf({ people }, what.person)} speaks${at === null ? "" : `, at ${at}`}`;
    case "compare":
      return what.between.map((id) => sayPosition(view, id)).join(" and ");
  }
}

const sayPosition = ({ people }: Pick<RoomView, "people">, id: string): string =>
  id === "room" ? "the room" : id.startsWith("group/") ? `group ${id.slice(6)}` : nameOf({ people }, id);
