import type { Sheet } from "@crux/present/map";
import type { MapRequest } from "./sheet.ts";

/** Questions to the map's worker; replies carry the same number. */
export type MapMessage =
  | { readonly kind: "sheet"; readonly seq: number; readonly request: MapRequest }
  | {
      readonly kind: "point";
      readonly seq: number;
      readonly request: MapRequest;
      readonly value: string;
      readonly g: string;
    };
/** What the map's worker answers, under the number of the question; null for a map that can't be drawn. */
export type MapReply =
  | { readonly kind: "sheet"; readonly seq: number; readonly sheet: Sheet | null }
  | { readonly kind: "point"; readonly seq: number; readonly sentence: string };

/** Draws maps beside the page; the newest request wins, and one that takes too long is given up for it. */
export type MapClient = {
  readonly sheet: (request: MapRequest) => Promise<Sheet | null | "overtaken">;
  readonly point: (request: MapRequest, value: string, g: string) => Promise<string | "overtaken">;
  readonly close: () => void;
};

type Waiting = { readonly message: MapMessage; readonly done: (reply: MapReply | null) => void };

/** A client that starts its worker at the first question. */
export function createMapClient(): MapClient {
  let worker: Worker | null = null;
  let running: Waiting | null = null;
  const waiting = new Map<MapMessage["kind"], Waiting>();
  let seq = 0;

  const pump = (): void => {
    if (running !== null) return;
    const next = waiting.get("sheet") ?? waiting.get("point");
    if (next === undefined) return;
    waiting.delete(next.message.kind);
    running = next;
    if (worker === null) {
      worker = new Worker(new URL("./map-worker.ts", import.meta.url), { type: "module" });
      worker.onmessage = ({ data }: MessageEvent<MapReply>) => settle(data);
      worker.onerror = () => settle(null);
    }
    worker.postMessage(next.message);
  };
  const settle = (reply: MapReply | null): void => {
    const done = running;
    running = null;
    done?.done(reply);
    pump();
  };
  const ask = (message: MapMessage): Promise<MapReply | null> =>
    new Promise((done) => {
      waiting.get(message.kind)?.done(null);
      waiting.set(message.kind, { message, done });
      pump();
    });

  return {
    async sheet(request) {
      const reply = await ask({ kind: "sheet", seq: ++seq, request });
      return reply?.kind === "sheet" ? reply.sheet : "overtaken";
    },
    async point(request, value, g) {
      const reply = await ask({ kind: "point", seq: ++seq, request, value, g });
      return reply?.kind === "point" ? reply.sentence : "overtaken";
    },
    close() {
      worker?.terminate();
      worker = null;
      running = null;
      waiting.clear();
    },
  };
}
