import { type Json, type Scenario, toWebAnnotation } from "@crux/core";
import type { DebateItem } from "./debate.ts";

/** The debate as a W3C Annotation Collection (JSON-LD) on the scenario at `source`, an address or any other IRI. */
export function annotationsOf(scenario: Scenario, debate: readonly DebateItem[], source: string): Json {
  const collection = `${source}#objections`;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: collection,
    type: "AnnotationCollection",
    label: `Objections to ${scenario.title === "" ? "the scenario" : scenario.title}`,
    total: debate.length,
    first: {
      id: `${source}#objections-page-1`,
      type: "AnnotationPage",
      partOf: collection,
      startIndex: 0,
      items: debate.map(({ objection, replyTo }) => {
        const { "@context": _, ...annotation } = toWebAnnotation(objection, scenario, source, replyTo);
        return annotation;
      }),
    },
  };
}
