export { withAddedPrograms } from "./added-programs.ts";
export { ask, isUndecided } from "./ask.ts";
export {
  type Axis as DrawingAxis,
  axisFor,
  chartAxisFor,
  decades,
  positionOf,
  rateAt,
  snap,
} from "./axis.ts";
export { bothWaysText } from "./both-ways.ts";
export { type Card, cardOf, pointText, verdictWord } from "./card.ts";
export { cardMarkdown, cardText } from "./card-text.ts";
export { type ChartLine, type ChartScene, type Crossing, chartScene } from "./chart-scene.ts";
export {
  type DerivationLine,
  derivation,
  derivationLatex,
  derivationMarkdown,
  type Part,
} from "./derivation.ts";
export { editWords, patchWords } from "./edit-words.ts";
export { effectBetween, type KnownWinners, type Winners } from "./effect-between.ts";
export { type Effect, undecidedEffect, unfitEffect } from "./effect-words.ts";
export { evaluateFloat } from "./evaluate-float.ts";
export { flipPair } from "./flip-pair.ts";
export { escapeLatex, latex, uprightLatex } from "./latex.ts";
export { modelNotes } from "./model-notes.ts";
export { type Chip, type ModelScene, modelScene, type ProgramCard, type Pull } from "./model-scene.ts";
export {
  HUES,
  type Hue,
  listText,
  namesText,
  PATTERNS,
  type Pattern,
  type ProgramStyle,
  programName,
  programStyles,
} from "./names.ts";
export {
  amountText,
  decimalText,
  exactAndDecimal,
  exactText,
  rationalToFloat,
  roundText,
  toFloat,
} from "./number-text.ts";
export { type Question, readQuestion, sampleQuestions } from "./question.ts";
export { isUnreadable, type Solve, sayCard } from "./reply-card.ts";
export { scenarioLatex, scenarioMarkdown } from "./scenario-text.ts";
export { mapSentence, neverReason } from "./sentence.ts";
export { alignStrips, type Band, bandAt, type StripScene, stripScene, type Tick } from "./strip.ts";
export { stripText } from "./strip-text.ts";
export { type Summand, summandsOf } from "./summands.ts";
export { chartSvg, PALETTE, patternDefs, stripSvg } from "./svg.ts";
export { column, type Table, tableMarkdown, tableText } from "./table.ts";
export { verdictSentence } from "./verdict.ts";
export { wrap } from "./wrap.ts";
