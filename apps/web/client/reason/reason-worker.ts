import { compareSides } from "./compare-sides.ts";
import { judgeClaim } from "./judge-claim.ts";
import type { CompareTask, JudgeTask } from "./reason.ts";

// Claims and comparisons have a worker of their own: a long proof never keeps a keystroke waiting, and can be ended.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<JudgeTask | CompareTask>) => void) | null;
  postMessage: (reply: unknown) => void;
};

scope.onmessage = ({ data }) => {
  scope.postMessage(data.kind === "judge" ? judgeClaim(data) : compareSides(data));
};
