import { parentPort } from "node:worker_threads";
import { embedStrip } from "./embed-strip.ts";

// One thread of the pool that solves for other pages: a scenario comes in, a strip goes out.

parentPort?.on("message", (json: unknown) => {
  parentPort?.postMessage(embedStrip(json));
});
