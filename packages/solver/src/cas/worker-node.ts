import { parentPort } from "node:worker_threads";
import { answerQuestion } from "./answer-question.ts";
import type { Question } from "./messages.ts";

parentPort?.on("message", (question: Question) => parentPort?.postMessage(answerQuestion(question)));
