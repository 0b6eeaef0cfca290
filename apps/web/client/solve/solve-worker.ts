import { bringScenario } from "./bring-scenario.ts";
import { createSolveSession } from "./session.ts";
import type { Request, Response } from "./view.ts";

// The solver beside the page: one message in, one message out, in order.

const session = createSolveSession(async () => (await import("./full-solver.ts")).fullSolver);
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage: (message: Response) => void;
};

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
      return { seq, kind: "open", opened: await session.open(request.scenario) };
    case "at":
      return { seq, kind: "at", here: session.at(request.g) };
    case "bring":
      return { seq, kind: "bring", brought: bringScenario(request.text) };
    case "ask":
      return { seq, kind: "ask", asked: await session.ask(request.text, request.g) };
  }
}
