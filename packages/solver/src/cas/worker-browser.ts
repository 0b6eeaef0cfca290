import { answerQuestion } from "./answer-question.ts";
import type { Question } from "./messages.ts";

self.onmessage = ({ data }: MessageEvent<Question>): void => self.postMessage(answerQuestion(data));
