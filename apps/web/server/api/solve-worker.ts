import { parentPort } from "node:worker_threads";
import { answerQuery } from "@crux/solver";

// One thread of the pool: a request comes in, a reply goes out.

parentPort?.on("message", (request: unknown) => {
  parentPort?.postMessage(answerQuery(request));
});
