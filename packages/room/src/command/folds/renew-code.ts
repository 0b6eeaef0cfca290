import type { renewCode } from "../kinds/renew-code.ts";
import type { Fold } from "../rule.ts";

/** What a `renew-code` does to the room. */
export const foldRenewCode: Fold<typeof renewCode> = (state, event, _meta) => ({
  ...state,
  code: { ...state.code, value: event.value, hidden: false },
});
