import { Worker } from "node:worker_threads";
import { type Cas, type CasWorker, createCas } from "./cas.ts";
import type { Candidates } from "./messages.ts";

/** The system in a thread of Node; `url` is the built worker when the code is bundled. */
export const createNodeCas = (
  url: URL = new URL("./worker-node.ts", import.meta.url),
  milliseconds?: number,
): Cas => createCas(() => startThread(url), milliseconds);

function startThread(url: URL): CasWorker {
  const thread = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
  return {
    send: (question) => thread.postMessage(question),
    listen: (onReply) => {
      thread.on("message", (reply: Candidates) => onReply(reply));
      thread.on("error", () => onReply(null));
      // listeners would keep the process alive; a waiting question does so by its own timer
      thread.unref();
    },
    stop: () => void thread.terminate(),
  };
}
