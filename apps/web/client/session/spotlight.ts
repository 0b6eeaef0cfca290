import type { RoomView } from "@crux/room/client";
import { thingAt } from "../debate/selected-thing.ts";
import { nameOf } from "../room/who.ts";

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 78)} …` : text);

/** What someone put on the big screen, in a few words; null where nothing is, or it is hidden or gone. */
export function sayShown(view: RoomView): string | null {
  const what = view.session.spotlight?.what;
  if (what === undefined) return null;
  const { session, debate, people } = view;
  switch (what.kind) {
    case "row":
      return thingAt(view, what.row)?.name ?? null;
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
      return `${nameOf({ people }, what.person)} speaks`;
    case "compare":
      return what.between.map((id) => sayPosition(view, id)).join(" and ");
  }
}

const sayPosition = ({ people }: Pick<RoomView, "people">, id: string): string =>
  id === "room" ? "the room" : id.startsWith("group/") ? `group ${id.slice(6)}` : nameOf({ people }, id);
