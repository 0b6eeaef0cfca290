import { judgeClaim } from "./judge-claim.ts";
import type { JudgeTask } from "./reason.ts";

// Claims and comparisons have a worker of their own: a long proof never keeps a keystroke waiting, and can be ended.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<JudgeTask>) => void) | null;
  postMessage: (reply: unknown) => void;
};

scope.onmessage = ({ data }) => {
  scope.postMessage(judgeClaim(data));
};
