export { ask, sayCard } from "./ask.ts";
export { cardOf } from "./card.ts";
export { readQuestion } from "./question.ts";
