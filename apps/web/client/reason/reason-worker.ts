import { compareSides } from "./compare-sides.ts";
import { judgeClaim } from "./judge-claim.ts";
import type { Compared, CompareTask, Judged, JudgeTask, Surveyed, SurveyTask } from "./reason.ts";
import { surveySides } from "./survey-sides.ts";

// Claims and comparisons have a worker of their own: a long proof never keeps a keystroke waiting, and can be ended.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<JudgeTask | CompareTask | SurveyTask>) => void) | null;
  postMessage: (reply: unknown) => void;
};

scope.onmessage = ({ data }) => {
  scope.postMessage(answer(data));
};

function answer(task: JudgeTask | CompareTask | SurveyTask): Judged | Compared | Surveyed {
  switch (task.kind) {
    case "judge":
      return judgeClaim(task);
    case "compare":
      return compareSides(task);
    case "survey":
      return surveySides(task);
  }
}
