import type { setEmbed } from "../kinds/set-embed.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `set-embed` does to the room. */
export const foldSetEmbed: Fold<typeof setEmbed> = (state, { on }, _meta) =>
  withSession(state, { embed: on });
