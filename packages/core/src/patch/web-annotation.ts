import type { Scenario } from "../scenario/scenario.ts";
import type { Json } from "../scenario/write-scenario.ts";
import { type Anchor, pointerOf } from "./anchor.ts";
import type { Objection } from "./objection.ts";
import { writePatch } from "./write-patch.ts";

/**
 * The objection as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/) on the JSON of the scenario at
 * `source`. Its target is selected in two ways: by what it is about, with the ids that survive moving and editing, and
 * by a JSON Pointer with a quote of what stood there. A reply's motivation says so, and it names what it answers.
 */
export function toWebAnnotation(
  objection: Objection,
  scenario: Scenario,
  source: string,
  replyTo: string | null = null,
): Json {
  const { id, author, kind, anchor, text, readings, status } = objection;
  const tag = (value: string) => ({ type: "TextualBody", value, purpose: "tagging" });
  const own = kind === "question" ? "questioning" : kind === "proposal" ? "editing" : "assessing";
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: addressOf(source, id),
    type: "Annotation",
    motivation: replyTo === null ? own : ["replying", own],
    creator: { type: "Person", name: author },
    body: [
      { type: "TextualBody", value: text, format: "text/plain", purpose: "commenting" },
      tag(kind),
      tag(status),
      ...readings.map(({ label, patch }) => ({
        type: "TextualBody",
        value: JSON.stringify({ label, patch: writePatch(patch) }),
        format: "application/json",
        purpose: "editing",
      })),
    ],
    target:
      replyTo === null
        ? onScenario(anchor, scenario, source)
        : [addressOf(source, replyTo), onScenario(anchor, scenario, source)],
  };
}

const addressOf = (source: string, id: string): string =>
  `${source}#${encodeURIComponent(id.toWellFormed())}`;

/** The anchored thing in the scenario at `source`; the selectors are alternatives. */
const onScenario = (anchor: Anchor, scenario: Scenario, source: string): Json => ({
  source,
  selector: [
    { type: "FragmentSelector", conformsTo: "urn:crux:anchor:1", value: fragmentOf(anchor) },
    {
      type: "FragmentSelector",
      conformsTo: "http://tools.ietf.org/rfc/rfc6901",
      value: pointerOf(scenario, anchor),
      refinedBy: { type: "TextQuoteSelector", exact: anchor.snapshot },
    },
  ],
});

/** The anchor without its snapshot, as `kind=cost&term=combine&axis=t`. */
function fragmentOf({ snapshot: _, ...anchor }: Anchor): string {
  const pairs = Object.entries(anchor).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [key, String(one)] as const),
  );
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`).join("&");
}
