import type { Scenario } from "@crux/core";
import type { Card } from "@crux/present";
import { ask, cardOf, readQuestion, sayCard } from "@crux/present/words";
import { type Answer, answerQuery, type Reply } from "@crux/solver";
import { withFactorsOf } from "@crux/solver/cas";
import { createBrowserCas } from "@crux/solver/cas/browser";

/** What is too large to load before a question needs it: claims, symbols, and answers in words. */
export type FullSolver = {
  /** Answers any request, without a certificate. */
  readonly answer: (request: unknown) => Reply;
  /** An answer in words. */
  readonly cardOf: (scenario: Scenario, answer: Answer) => Card;
  /** The card that answers a plain question about a scenario; `json` is the same scenario as it was read. */
  readonly ask: (scenario: Scenario, json: unknown, text: string, g: string) => Promise<Card>;
};

const answer = (request: unknown): Reply => answerQuery(request, { certificate: false });

/** A worker of its own, started only when a question needs a polynomial factored that the kernel can't factor. */
const cas = createBrowserCas();

/** The whole solver. */
export const fullSolver: FullSolver = {
  answer,
  cardOf,
  async ask(scenario, json, text, g) {
    const question = readQuestion(text, scenario);
    if (!question.ok) return sayCard("I can't read that question. The nearest ones I can:", question.error);
    return ask(scenario, question.value, g, (query) =>
      withFactorsOf(cas, (askFactors) =>
        answerQuery({ scenario: json, query }, { certificate: false, askFactors }),
      ),
    );
  },
};
