import { compareSides } from "./compare-sides.ts";
import { digestOf } from "./digest.ts";
import { findCruxLine } from "./find-crux-line.ts";
import { findFlipSets } from "./find-flip-sets.ts";
import { judgeClaim } from "./judge-claim.ts";
import type { ReasonTask } from "./reason.ts";
import { surveySides } from "./survey-sides.ts";

// Claims and comparisons have a worker of their own: a long proof never keeps a keystroke waiting, and can be ended.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ReasonTask>) => void) | null;
  postMessage: (reply: unknown) => void;
};

scope.onmessage = ({ data }) => scope.postMessage(answerTo(data));

function answerTo(task: ReasonTask): unknown {
  switch (task.kind) {
    case "judge":
      return judgeClaim(task);
    case "compare":
      return compareSides(task);
    case "survey":
      return surveySides(task);
    case "flip-sets":
      return findFlipSets(task);
    case "digest":
      return digestOf(task);
    case "line":
      return findCruxLine(task);
  }
}
