import type { IncomingMessage, ServerResponse } from "node:http";
import type { OpenLook } from "@crux/room/server";
import type { SolvePool } from "../api/solve-pool.ts";
import { createNonce, framedPolicy } from "../security.ts";
import { embedPage, stripHtml } from "./embed-page.ts";
import type { EmbedStrip } from "./embed-strip.ts";

/** How many rooms' strips are kept. */
const KEPT = 200;

type Doors = {
  readonly lookIn: (request: IncomingMessage, code: string) => Promise<OpenLook | null>;
  readonly solve: SolvePool<EmbedStrip>["solve"];
};

/**
 * Answers `/embed/CODE`, a small page that other pages may frame where the room allows it, and `/embed/CODE/strip`,
 * what is new in it; each version of a room is solved once, however many look. False for any other address.
 */
export function createEmbed({ lookIn, solve }: Doors) {
  const known = new Map<string, { readonly seq: number; readonly html: string }>();

  const htmlOf = async (code: string, { seq, scenario }: OpenLook): Promise<string> => {
    const before = known.get(code);
    if (before?.seq === seq) return before.html;
    const solved = await solve(scenario);
    // Too slow or too busy: what was known before is better than nothing.
    if (solved === "late" || solved === "busy") return before?.html ?? stripHtml(unknown, `/r/${code}/watch`);
    const html = stripHtml(solved, `/r/${code}/watch`);
    known.delete(code);
    known.set(code, { seq, html });
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return html;
  };

  return async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean> => {
    const [, code, tail] = /^\/embed\/([A-Za-z]{6})(\/strip)?$/.exec(pathname) ?? [];
    if (code === undefined) return false;
    const room = code.toUpperCase();
    const isAsked = request.method === "GET" || request.method === "HEAD";
    const look = isAsked ? await lookIn(request, room) : null;
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    if (look === null) {
      response.statusCode = isAsked ? 404 : 405;
      const nonce = createNonce();
      response.setHeader("Content-Security-Policy", framedPolicy(nonce, false));
      response.end(
        embedPage("<h1>Crux</h1><p>There is no such room, or it is not shown on other pages.</p>", "", nonce),
      );
      return true;
    }
    const tag = `"${look.seq}"`;
    response.setHeader("ETag", tag);
    if (tail !== undefined && request.headers["if-none-match"] === tag) {
      response.statusCode = 304;
      response.end();
      return true;
    }
    const html = await htmlOf(room, look);
    const nonce = createNonce();
    response.setHeader("Content-Security-Policy", framedPolicy(nonce, tail === undefined));
    if (tail === undefined) response.removeHeader("X-Frame-Options");
    response.end(tail === undefined ? embedPage(html, `/embed/${room}/strip`, nonce) : html);
    return true;
  };
}

const unknown: EmbedStrip = { title: "", strip: null, sentence: "Working: look again in a moment." };
