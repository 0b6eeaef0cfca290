import type { setCode } from "../kinds/set-code.ts";
import type { Fold } from "../rule.ts";

/** What a `set-code` does to the room. */
export const foldSetCode: Fold<typeof setCode> = (state, event, _meta) => ({
  ...state,
  code: { ...state.code, hidden: event.hidden, role: event.role },
});
