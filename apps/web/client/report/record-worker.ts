import { changeBetween, judgedClaim, openReport, reportMarkdown, sentenceOf } from "@crux/present/report";
import { recordOf } from "@crux/room/client";
import type { RecordReply, RecordTask } from "./record-task.ts";
import { sayTime } from "./say-time.ts";

// Reports have a worker of their own: a room's whole debate is worked out at once, and its claims are proved.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<RecordTask>) => void) | null;
  postMessage: (reply: RecordReply) => void;
};

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case "report": {
      const record = recordOf(data.past.view, data.past.versions);
      const report = openReport(record);
      scope.postMessage({ kind: "report", report });
      for (const [at, claim] of report.claims.entries())
        scope.postMessage({ kind: "claim", at, claim: judgedClaim(record, claim) });
      return;
    }
    case "markdown":
      return scope.postMessage({ kind: "markdown", text: reportMarkdown(data.report, sayTime) });
    case "changes":
      return scope.postMessage({
        kind: "changes",
        changes: data.pairs.map(({ before, after }) => changeBetween(before, after)),
      });
    case "winners":
      return scope.postMessage({ kind: "winners", sentence: sentenceOf(data.scenario) });
  }
};
