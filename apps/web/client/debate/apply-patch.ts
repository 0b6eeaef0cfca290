import { applyPatch } from "@crux/core";

/** Core's `applyPatch`; a file of its own, so that a page brings the arithmetic only for a board that needs it. */
export const apply = applyPatch;
