import { readScenario } from "@crux/core";
import { type StripScene, stripScene } from "@crux/present";
import { answerQuery } from "@crux/solver";

/** What another page shows of a room: its title, its strip where there is one, and the sentence. Plain data from a worker. */
export type EmbedStrip = {
  readonly title: string;
  readonly strip: StripScene | null;
  readonly sentence: string;
};

/** The strip of a scenario as JSON; null stands for a room without one. */
export function embedStrip(json: unknown): EmbedStrip {
  const read = json === null ? null : readScenario(json);
  if (read === null || !read.ok) return { title: "", strip: null, sentence: "No program competes here yet." };
  const { title } = read.value;
  const reply = answerQuery({ scenario: json, query: { kind: "winners" } }, { certificate: false });
  if (!reply.ok || reply.answer.kind !== "map")
    return {
      title,
      strip: null,
      sentence: "Who wins depends on costs that are unknown: open the room to see how.",
    };
  const strip = stripScene(read.value, reply.answer);
  return { title, strip, sentence: strip.sentence };
}
