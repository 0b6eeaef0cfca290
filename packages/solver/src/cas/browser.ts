import { type Cas, createCas } from "./cas.ts";
import type { Candidates } from "./messages.ts";

/** The system in a worker of the browser, in a chunk of its own. */
export const createBrowserCas = (milliseconds?: number): Cas =>
  createCas(() => {
    const worker = new Worker(new URL("./worker-browser.ts", import.meta.url), { type: "module" });
    return {
      send: (question) => worker.postMessage(question),
      listen: (onReply) => {
        worker.onmessage = ({ data }: MessageEvent<Candidates>) => onReply(data);
        worker.onerror = () => onReply(null);
      },
      stop: () => worker.terminate(),
    };
  }, milliseconds);
