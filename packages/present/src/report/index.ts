export { type Change, changeBetween } from "./change.ts";
export { judgedClaim, openReport, wholeReport } from "./open-report.ts";
export type { ClaimPart, ObjectionPart, Report, ThresholdRow } from "./report.ts";
export { reportMarkdown, type SayTime } from "./report-markdown.ts";
export { sentenceOf } from "./threshold-rows.ts";
