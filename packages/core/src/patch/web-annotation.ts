import type { Scenario } from "../scenario/scenario.ts";
import type { Json } from "../scenario/write-scenario.ts";
import { pointerOf } from "./anchor.ts";
import type { Objection } from "./objection.ts";
import { writePatch } from "./write-patch.ts";

/**
 * The objection as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/) on the JSON of the scenario at
 * `source`: a JSON Pointer says where, a quote says what stood there.
 */
export function toWebAnnotation(objection: Objection, scenario: Scenario, source: string): Json {
  const { id, author, kind, anchor, text, readings } = objection;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${source}#${encodeURIComponent(id)}`,
    type: "Annotation",
    motivation: kind === "question" ? "questioning" : kind === "proposal" ? "editing" : "assessing",
    creator: { type: "Person", name: author },
    body: [
      { type: "TextualBody", value: text, format: "text/plain", purpose: "commenting" },
      { type: "TextualBody", value: kind, purpose: "tagging" },
      ...readings.map(({ label, patch }) => ({
        type: "TextualBody",
        value: JSON.stringify({ label, patch: writePatch(patch) }),
        format: "application/json",
        purpose: "editing",
      })),
    ],
    target: {
      source,
      selector: {
        type: "FragmentSelector",
        conformsTo: "http://tools.ietf.org/rfc/rfc6901",
        value: pointerOf(scenario, anchor),
        refinedBy: { type: "TextQuoteSelector", exact: anchor.snapshot },
      },
    },
  };
}
