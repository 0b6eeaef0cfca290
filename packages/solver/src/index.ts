export type { Certificate, Proof } from "./certificate/certificate.ts";
export { effectOf } from "./disagreement/effect.ts";
export {
  type EnvelopeThreshold,
  type LowerEnvelope,
  lowerEnvelope,
  type ScoreLine,
} from "./map/lower-envelope.ts";
export type {
  Answer,
  BreakEvenAnswer,
  CasesAnswer,
  CompareAnswer,
  CruxesAnswer,
  EffectKind,
  FlipSetsAnswer,
  JudgeAnswer,
  Loser,
  MapAnswer,
  NearestFlip,
  NoEffectReason,
  Point,
  Reply,
  ScoreAnswer,
  ScoreRow,
  Segment,
  SensitivityAnswer,
  SensitivityRow,
  Solution,
  SolutionsAnswer,
  Threshold,
  Touch,
  UndecidedAnswer,
  Value,
  WinnerMap,
} from "./query/answer.ts";
export { type AnswerOptions, answerQuery, answerRequest } from "./query/answer-query.ts";
export { replyJsonSchema } from "./query/answer-schema.ts";
export { readRequest } from "./query/read-request.ts";
export type { Query, Request } from "./query/request.ts";
export { requestJsonSchema } from "./query/request-schema.ts";
