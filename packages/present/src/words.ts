export { ask } from "./ask.ts";
export { cardOf } from "./card.ts";
export { type CruxLine, cruxLineText } from "./crux-line.ts";
export {
  byShare,
  type CruxWords,
  cruxWords,
  labelOf,
  stopAgreeing,
  type Turns,
  turnsText,
} from "./crux-words.ts";
export { type ProofLine, proofLines } from "./proof-lines.ts";
export { readQuestion } from "./question.ts";
export { sayCard } from "./reply-card.ts";
