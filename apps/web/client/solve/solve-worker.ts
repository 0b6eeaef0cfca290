import { bringScenario } from "./bring-scenario.ts";
import { createSolveSession, type Watch } from "./session.ts";
import type { Request, Response } from "./view.ts";

// The solver beside the page. One message in, one message out, in order; a scenario sends its strip ahead, and a
// newer scenario ends the work on an older one between two steps.

const session = createSolveSession(async () => (await import("./full-solver.ts")).fullSolver);
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage: (message: Response) => void;
};

let newest = 0;

/** Lets messages that have come in the meantime be heard. */
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage(await reply(data));
  } catch (error) {
    scope.postMessage({
      seq: data.seq,
      kind: "bug",
      message: error instanceof Error ? error.message : "unknown",
    });
  }
};

async function reply(request: Request): Promise<Response> {
  const { seq } = request;
  switch (request.kind) {
    case "open":
      newest = seq;
      return {
        seq,
        kind: "open",
        opened: await session.openInSteps(request.scenario, request.g, watching(seq)),
      };
    case "at":
      return { seq, kind: "at", here: session.at(request.g) };
    case "bring":
      return { seq, kind: "bring", brought: bringScenario(request.text) };
    case "ask":
      return { seq, kind: "ask", asked: await session.ask(request.text, request.g) };
  }
}

const watching = (seq: number): Watch => ({
  strip: (strip) => scope.postMessage({ seq, kind: "strip", strip }),
  async isWanted() {
    await breath();
    return seq === newest;
  },
});
