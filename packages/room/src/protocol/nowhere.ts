import type { Place } from "./shapes.ts";

/** In the room, and nowhere in particular. */
export const nowhere: Place = { row: null, field: null, editing: false, tab: null, g: null, following: null };
