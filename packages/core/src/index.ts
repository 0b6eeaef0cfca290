export { assert, must, unreachable } from "./base/assert.ts";
export { type Budget, createBudget, Spent } from "./base/budget.ts";
export { type Issue, issue, type Span, under } from "./base/issue.ts";
export { err, ok, type Result } from "./base/result.ts";
export { asSentence, capitalize } from "./base/sentence.ts";
export { showText } from "./base/show-text.ts";
export { didYouMean } from "./base/suggest.ts";
export type { Claim } from "./claim/claim.ts";
export { printClaim } from "./claim/print-claim.ts";
export type { Rational } from "./exact/rational.ts";
export { compareAt, holdsAt, relationHolds } from "./expr/compare-at.ts";
export { differentiate } from "./expr/differentiate.ts";
export { type Env, type Evaluation, evaluate } from "./expr/evaluate.ts";
export type { Axis, Comparison, Expr, FunctionName, Operation, Relation } from "./expr/expr.ts";
export {
  add,
  call,
  comparison,
  constant,
  divide,
  multiply,
  negate,
  number,
  power,
  subtract,
  sum,
  symbol,
} from "./expr/make.ts";
export { printComparison, printExpr } from "./expr/print-expr.ts";
export { substitute, substituteComparison } from "./expr/substitute.ts";
export { exprOfName, nameOf, unknownsOf, unknownsOfComparison } from "./expr/unknowns.ts";
export { childrenOf, mapChildren, sameExpr, walk } from "./expr/walk.ts";
export { type EssayClaim, essayClaims } from "./library/essay-claims.ts";
export { type DebateEntry, essayDebate } from "./library/essay-debate.ts";
export { type EssayNote, essayNotes } from "./library/essay-notes.ts";
export { fromLibrary, libraryNames } from "./library/library.ts";
export {
  type LibraryPatch,
  libraryOverlays,
  libraryPatches,
  libraryScenario,
  libraryVariant,
} from "./library/library-patches.ts";
export { type Anchor, type AnchorState, anchorState, snapshotOf } from "./patch/anchor.ts";
export { applyOverlay, applyPatch } from "./patch/apply-patch.ts";
export { diffScenarios } from "./patch/diff-scenarios.ts";
export type { Edit, Overlay, Patch } from "./patch/edit.ts";
export { type JsonSchemas, jsonSchemas } from "./patch/json-schemas.ts";
export type { Objection, ObjectionKind, ObjectionStatus, Reading, Stamp } from "./patch/objection.ts";
export { readObjection, writeObjection } from "./patch/read-objection.ts";
export { readOverlay, readPatch } from "./patch/read-patch.ts";
export type {
  RecordGroup,
  RecordNote,
  RecordNumbers,
  RecordObjection,
  RecordPoll,
  RoomRecord,
} from "./patch/room-record.ts";
export { toWebAnnotation } from "./patch/web-annotation.ts";
export { writeEdit, writeOverlay, writePatch } from "./patch/write-patch.ts";
export { type Names, nameIssues, namesOf } from "./scenario/check-names.ts";
export type { Contest, Entrant, Fact } from "./scenario/contest.ts";
export {
  type ContestOptions,
  contestOf,
  expandComparison,
  expandCosts,
  expansionWithScores,
  scoresOfPair,
} from "./scenario/contest-of.ts";
export { definitionsOf, type Summand, summandsOf } from "./scenario/definitions.ts";
export { lint } from "./scenario/lint.ts";
export type { Note, NoteKind } from "./scenario/note.ts";
export type {
  Assumption,
  Exchange,
  Extra,
  Parameter,
  Program,
  ProgramCost,
  Scenario,
  Term,
} from "./scenario/scenario.ts";
export { type WinnersAt, winnersAt } from "./scenario/winners-at.ts";
export { type Json, writeScenario } from "./scenario/write-scenario.ts";
export { type JsonText, placeAt, readJson, type TextPlace } from "./syntax/json-text.ts";
export { mentionOf } from "./syntax/mention.ts";
export { readClaim } from "./syntax/read-claim.ts";
export { readComparison } from "./syntax/read-comparison.ts";
export { readExpr } from "./syntax/read-expr.ts";
export { readScenario } from "./syntax/read-scenario.ts";
