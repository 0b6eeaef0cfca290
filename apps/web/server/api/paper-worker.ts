import { parentPort } from "node:worker_threads";
import { type PaperRequest, paperOf } from "./paper.ts";

// One thread of the pool that writes exports and notes: a request comes in, a reply goes out.

parentPort?.on("message", async (request: PaperRequest) => {
  parentPort?.postMessage(await paperOf(request));
});
