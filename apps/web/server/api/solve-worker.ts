import { parentPort } from "node:worker_threads";
import { answerQuery } from "@crux/solver";
import { withFactorsOf } from "@crux/solver/cas";
import { createNodeCas } from "@crux/solver/cas/node";

// One thread of the pool: a request comes in, a reply goes out.

/** Milliseconds that the computer-algebra thread may take to propose factors. */
const PATIENCE = 2_000;
const cas = createNodeCas(undefined, PATIENCE);

parentPort?.on("message", async (request: unknown) => {
  parentPort?.postMessage(await withFactorsOf(cas, (askFactors) => answerQuery(request, { askFactors })));
});
