import type { Seed } from "./service.ts";

const filler = "What a term costs is argued about at length, with reasons on both sides. ";

/** A scenario (JSON of the scenario format) of about `bytes` bytes. */
export function seedScenario({ bytes }: Seed): Readonly<Record<string, unknown>> {
  const count = Math.max(2, Math.min(60, Math.round(bytes / 250)));
  const each = Math.max(0, Math.round((bytes - count * 90) / count));
  const gloss = filler.repeat(Math.ceil(each / filler.length)).slice(0, Math.min(each, 9_000));
  const terms = Array.from({ length: count }, (_, at) => ({
    id: `t${at}`,
    label: `term ${at}`,
    gloss,
    c: `${at + 1}`,
    t: `${count - at}`,
  }));
  const program = (id: string, first: number): Record<string, string> => ({
    id,
    name: id,
    c: `c(t${first})`,
    t: `t(t${first})`,
  });
  return {
    format: "crux/scenario",
    version: 1,
    title: "A room under load",
    summary: "",
    exchange: { family: "linear", apply: "sum" },
    terms,
    parameters: [],
    programs: [program("store", 0), program("derive", count - 1)],
    assumptions: [],
  };
}
