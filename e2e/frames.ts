import type { Page } from "@playwright/test";

/** All that the server says to a window from now on, as text; the list grows. */
export const heardBy = (page: Page): readonly string[] => framesOf(page, "framereceived");

/** All that a window says to the server from now on, as text; the list grows. */
export const sentBy = (page: Page): readonly string[] => framesOf(page, "framesent");

function framesOf(page: Page, way: "framereceived" | "framesent"): readonly string[] {
  const frames: string[] = [];
  const keep = ({ payload }: { readonly payload: string | Buffer }) => {
    frames.push(typeof payload === "string" ? payload : payload.toString("latin1"));
  };
  // Playwright types each event's listener on its own, so the two can't share a call.
  page.on("websocket", (socket) =>
    way === "framesent" ? socket.on("framesent", keep) : socket.on("framereceived", keep),
  );
  return frames;
}
