import { unreachable } from "../base/assert.ts";
import type { Assumption, Exchange, Parameter, Program, ProgramCost, Term } from "../scenario/scenario.ts";
import { extraOf } from "./extra.ts";
import type { FieldReader, Path } from "./field-reader.ts";
import { isReserved } from "./names.ts";
import type {
  AssumptionJson,
  ExchangeJson,
  ParameterJson,
  ProgramJson,
  TermJson,
} from "./scenario-schema.ts";

/** Readers of the parts of a scenario: `json` has the right shape, `path` is where it stands. */

/** Keys of each part that this version knows; all others are kept as they are. */
export const KNOWN = {
  term: ["id", "label", "gloss", "c", "t"],
  parameter: ["id", "label", "gloss", "unit", "value", "domain"],
  program: ["id", "name", "symbol", "gloss", "deceptive", "pseudocode", "c", "t", "score"],
  assumption: ["id", "statement", "gloss", "status"],
  scenario: [
    "format",
    "version",
    "title",
    "summary",
    "exchange",
    "terms",
    "parameters",
    "programs",
    "assumptions",
  ],
} as const;

/** The term in `json`; what is wrong is noted with the reader, under `path`. */
export const readTerm = (reader: FieldReader, json: TermJson, path: Path): Term =>
  Object.freeze({
    id: reader.termId(json.id, [...path, "id"]),
    label: json.label ?? null,
    gloss: json.gloss ?? null,
    c: reader.optional(json.c, [...path, "c"]),
    t: reader.optional(json.t, [...path, "t"]),
    extra: extraOf(json, KNOWN.term),
  });

/** The parameter in `json`; what is wrong is noted with the reader, under `path`. */
export function readParameter(reader: FieldReader, json: ParameterJson, path: Path): Parameter {
  const id = reader.identifier(json.id, [...path, "id"]);
  if (isReserved(id) && !["c", "t", "score"].includes(id)) {
    const hint = "choose another name: this one has a meaning in formulas";
    reader.mistake("reserved-name", `reserved name: ${id}`, [...path, "id"], hint);
  }
  const domain = json.domain?.map((limit, index) => reader.comparison(limit, [...path, "domain", index]));
  return Object.freeze({
    id,
    label: json.label ?? null,
    gloss: json.gloss ?? null,
    unit: json.unit ?? null,
    value: reader.optional(json.value, [...path, "value"]),
    domain: domain === undefined ? null : Object.freeze(domain),
    extra: extraOf(json, KNOWN.parameter),
  });
}

/** The program in `json`; what is wrong is noted with the reader, under `path`. */
export function readProgram(reader: FieldReader, json: ProgramJson, path: Path): Program {
  const id = reader.identifier(json.id, [...path, "id"]);
  return Object.freeze({
    id,
    name: json.name ?? id,
    symbol: json.symbol ?? null,
    gloss: json.gloss ?? null,
    deceptive: json.deceptive ?? null,
    pseudocode: json.pseudocode ?? null,
    cost: readCost(reader, json, path),
    extra: extraOf(json, KNOWN.program),
  });
}

function readCost(reader: FieldReader, { c, t, score }: ProgramJson, path: Path): ProgramCost {
  if (score !== undefined) {
    if (c !== undefined || t !== undefined) {
      reader.mistake("two-costs", "both a score and costs", path, "give either score, or c and t");
    }
    return Object.freeze({ kind: "score", score: reader.expr(score, [...path, "score"]) });
  }
  for (const [axis, value] of [
    ["c", c],
    ["t", t],
  ] as const) {
    if (value !== undefined) continue;
    const hint = "give both c and t, or a score; a sum of nothing is 0";
    reader.mistake("missing-key", `missing key: ${axis}`, path, hint);
  }
  return Object.freeze({
    kind: "sum",
    c: reader.expr(c ?? "0", [...path, "c"]),
    t: reader.expr(t ?? "0", [...path, "t"]),
  });
}

/** The assumption in `json`; what is wrong is noted with the reader, under `path`. */
export const readAssumption = (reader: FieldReader, json: AssumptionJson, path: Path): Assumption => {
  if (json.id.trim() === "" || json.id.length > 200) {
    reader.mistake("invalid-id", "invalid id of an assumption", [...path, "id"], "use 1 to 200 characters");
  }
  return Object.freeze({
    id: json.id,
    statement: reader.comparison(json.statement, [...path, "statement"]),
    gloss: json.gloss ?? null,
    status: json.status ?? "held",
    extra: extraOf(json, KNOWN.assumption),
  });
};

/** The exchange without anything said: linear, priced by the sum. */
export const LINEAR: Exchange = Object.freeze({ family: "linear", apply: "sum", extra: Object.freeze({}) });

/** The key that each family needs besides `family` and `apply`; null for none. */
const FAMILY_KEYS = {
  linear: null,
  log: null,
  levin: null,
  affine: "offset",
  power: "exponent",
  exponential: "base",
  cap: "cap",
  custom: "rate",
} as const;

/** The exchange rate in `json`; what is wrong is noted with the reader, under `path`. */
export function readExchange(reader: FieldReader, json: ExchangeJson, path: Path): Exchange {
  const key = FAMILY_KEYS[json.family];
  const extra = extraOf(json, ["family", "apply", ...(key === null ? [] : [key])]);
  const shared = { apply: json.apply ?? "sum", extra } as const;
  const value = (name: "offset" | "exponent" | "base" | "cap" | "rate") => {
    const text = json[name];
    if (text === undefined) {
      const hint = `the family ${json.family} needs it`;
      reader.mistake("missing-key", `missing key: ${name}`, path, hint);
    }
    return reader.expr(text ?? "1", [...path, name]);
  };
  const { family } = json;
  switch (family) {
    case "linear":
    case "log":
    case "levin":
      return Object.freeze({ ...shared, family });
    case "affine":
      return Object.freeze({ ...shared, family, offset: value("offset") });
    case "power":
      return Object.freeze({ ...shared, family, exponent: value("exponent") });
    case "exponential":
      return Object.freeze({ ...shared, family, base: value("base") });
    case "cap":
      return Object.freeze({ ...shared, family, cap: value("cap") });
    case "custom":
      return Object.freeze({ ...shared, family, rate: value("rate") });
    default:
      return unreachable(family);
  }
}
