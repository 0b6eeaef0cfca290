import { must, readScenario } from "@crux/core";
import { undecidedEffect } from "@crux/present";
import { type Computed, createEffectDesk, type EffectDesk } from "./compute-effect.ts";
import type { EffectMessage } from "./effects-client.ts";

// Effects have a worker of their own: five hundred objections never keep a keystroke or a claim waiting.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<EffectMessage>) => void) | null;
  postMessage: (reply: Computed) => void;
};

let desk: EffectDesk | null = null;

scope.onmessage = async ({ data }) => {
  if (data.scenario !== null) {
    const read = readScenario(data.scenario);
    desk = createEffectDesk(
      must(read.ok ? read.value : undefined, "a scenario in force can be read"),
      async () => (await import("../solve/full-solver.ts")).fullSolver,
    );
  }
  const { over, patch, withMap } = data.request;
  try {
    const open = must(desk ?? undefined, "the scenario comes first");
    const computed = await open.effect(over, patch);
    scope.postMessage(withMap ? { ...computed, map: await open.map() } : computed);
  } catch {
    scope.postMessage({
      effect: undecidedEffect("this browser could not work it out"),
      issues: [],
      map: null,
    });
  }
};
