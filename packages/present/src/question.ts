import { err, ok, type Result, type Scenario } from "@crux/core";

/** A plain question, understood. Names are ids; numbers are exact texts; `at` is null where none was said. */
export type Question =
  | { readonly kind: "score"; readonly at: string }
  | { readonly kind: "map" }
  | { readonly kind: "when"; readonly program: string }
  | { readonly kind: "why"; readonly at: string | null }
  | { readonly kind: "flips"; readonly at: string | null }
  | { readonly kind: "least-change"; readonly at: string | null }
  | { readonly kind: "no-effect" }
  | { readonly kind: "claim"; readonly claim: string }
  | { readonly kind: "break-even"; readonly of: string; readonly at: string | null };

/** Questions that are always understood, ready to be shown as chips; programs and costs are taken from the scenario. */
export function sampleQuestions(scenario: Scenario): string[] {
  const [first, second] = scenario.programs;
  const term = scenario.terms.find((one) => one.t !== null);
  return [
    "who wins at g = 2",
    "why",
    "what flips it",
    "least change that flips",
    "what doesn't matter",
    ...(second === undefined ? [] : [`when does ${second.id} win`]),
    ...(first === undefined || second === undefined ? [] : [`is c(${second.id}) > c(${first.id})`]),
    ...(term === undefined ? [] : [`solve t(${term.id}) at g = 2`]),
  ];
}

const AT = /\s+(?:at|when|if|for|with)\s+g\s*(?:=|is)\s*([-+0-9./eE^ ]+)$/i;

/** Reads a plain question; for one that is not understood, the nearest questions that are, best first. */
export function readQuestion(text: string, scenario: Scenario): Result<Question, readonly string[]> {
  const full = text.trim().replace(/[?.!\s]+$/, "");
  const at = AT.exec(full)?.[1]?.trim() ?? null;
  const body = full.replace(AT, "").trim();
  const found = recognise(body, at, scenario) ?? (body.length > 500 ? undefined : claimOf(body, full));
  return found === undefined ? err(nearest(full, scenario)) : ok(found);
}

function recognise(body: string, at: string | null, scenario: Scenario): Question | undefined {
  const low = body.toLowerCase().replace(/\s+/g, " ").replaceAll("’", "'");
  const when = /^(?:when|where) (?:does|do|is|would) (.+?) (?:win|wins|winning|best)$/i.exec(
    body.replace(/\s+/g, " "),
  );
  if (when !== null) {
    const program = programOf(when[1] ?? "", scenario);
    return program === undefined ? undefined : { kind: "when", program };
  }
  if (
    /^(who|what|which( program)?) (wins|is winning|is best|would win)( now| here)?$/.test(low) ||
    low === "winner"
  )
    return at === null ? { kind: "map" } : { kind: "score", at };
  if (/^(scores?|ranking)$/.test(low)) return at === null ? { kind: "map" } : { kind: "score", at };
  if (/^why\b/.test(low)) return { kind: "why", at };
  if (
    /^(what|which (term|terms|cost|costs|changes)) (flips?|would flip|moves?)( it| that| the winner)?$/.test(
      low,
    ) ||
    /^(when|where) does (it|the winner) flip$/.test(low)
  )
    return { kind: "flips", at };
  if (/^(what is the )?(least|smallest|nearest) change( that flips( it| the winner)?)?$/.test(low))
    return { kind: "least-change", at };
  if (
    /^(what|which (terms|costs)) (doesn't|does not|don't|do not) matter$/.test(low) ||
    /^what cancels$/.test(low)
  )
    return { kind: "no-effect" };
  const solve = /^(?:solve|break-?even(?: of)?|find)(?: for)? (.+)$/i.exec(body);
  const of = solve?.[1]?.replace(/\s+/g, "");
  if (of !== undefined && isCost(of, scenario)) return { kind: "break-even", of, at };
  return undefined;
}

function claimOf(body: string, full: string): Question | undefined {
  const match = /^(?:is it true that|is it always true that|is|does|prove|judge|claim:?)\s+(.+)$/i.exec(full);
  const text = match?.[1] ?? full;
  if (/[<>=]/.test(text) && !/^solve\b/i.test(body))
    return { kind: "claim", claim: text.replace(/ always$/i, "") };
  const dominates = /^(\S+) (?:always )?dominates? (\S+)$/i.exec(text);
  if (dominates !== null) return { kind: "claim", claim: `dominates(${dominates[1]}, ${dominates[2]})` };
  if (/^(wins|dominates|exists|not)\b/i.test(text)) return { kind: "claim", claim: text };
  return undefined;
}

function programOf(text: string, scenario: Scenario): string | undefined {
  const wanted = text.trim().toLowerCase();
  const named = scenario.programs.find((one) =>
    [one.id, one.name, one.symbol ?? ""].some((name) => name.toLowerCase() === wanted),
  );
  return (
    named ?? scenario.programs.find((one) => wanted.length > 3 && one.name.toLowerCase().includes(wanted))
  )?.id;
}

function isCost(text: string, scenario: Scenario): boolean {
  const match = /^[ct]\((.+)\)$/.exec(text);
  if (match !== null) return scenario.terms.some((term) => term.id === match[1]);
  return scenario.parameters.some((parameter) => parameter.id === text);
}

/** Samples ordered by how many words they share with the text. */
function nearest(text: string, scenario: Scenario): string[] {
  const words = new Set(text.toLowerCase().split(/[^a-z0-9_()]+/));
  const shared = (sample: string) => sample.split(/[^a-z0-9_()]+/).filter((word) => words.has(word)).length;
  return sampleQuestions(scenario)
    .map((sample) => ({ sample, score: shared(sample) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map((one) => one.sample);
}
