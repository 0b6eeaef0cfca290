import type { Claim, Comparison, Issue, Result, Scenario } from "@crux/core";
import {
  didYouMean,
  evaluate,
  expandComparison,
  issue,
  nameOf,
  type number,
  readClaim,
  readComparison,
  readExpr,
  readObjection,
  under,
  unknownsOf,
  unknownsOfComparison,
  unreachable,
} from "@crux/core";
import { sign } from "@crux/core/exact";
import type { Position } from "../disagreement/difference.ts";
import { afterOverlay, readChanges } from "./after-overlay.ts";
import { knownNames } from "./known-names.ts";
import { namesInClaim } from "./names-in-claim.ts";
import type { Given, Query } from "./request.ts";
import type { RawQuery } from "./request-schema.ts";
import { negativeIssue } from "./situation.ts";

/** What a query may name: a scenario, none at all, or one that could not be read, of which nothing is asked. */
type Known = Scenario | null | "unreadable";

type Path = readonly (string | number)[];

/** Reads the formulas of a query and looks its names up; adds to `issues` and gives null where that fails. */
export function readQuery(raw: RawQuery, scenario: Known, issues: Issue[]): Query | null {
  const before = issues.length;
  const query = new QueryReader(scenario, issues).read(raw);
  return issues.length > before ? null : query;
}

/** Reads the parts of one query, collecting issues as it goes. */
class QueryReader {
  private readonly scenario: Known;
  private readonly issues: Issue[];

  constructor(scenario: Known, issues: Issue[]) {
    this.scenario = scenario;
    this.issues = issues;
  }

  read(raw: RawQuery): Query | null {
    if (this.scenario === null && raw.kind !== "solve" && raw.kind !== "judge") {
      this.note(
        issue("missing-scenario", `missing scenario: ${raw.kind}`, { path: ["scenario"], hint: HINT }),
      );
      return null;
    }
    switch (raw.kind) {
      case "winners":
        return { kind: raw.kind, over: this.name(raw.over ?? "g", ["over"]), at: this.given(raw.at) };
      case "crossovers":
        return {
          kind: raw.kind,
          between: this.programs(raw.between),
          over: this.name(raw.over ?? "g", ["over"]),
          at: this.given(raw.at),
        };
      case "solve":
        return this.solve(raw);
      case "break-even":
        return {
          kind: raw.kind,
          of: this.name(raw.of, ["of"]),
          between: this.programs(raw.between),
          at: this.given(raw.at),
        };
      case "score":
        return { kind: raw.kind, at: this.given(raw.at) };
      case "sensitivity":
        return { kind: raw.kind, between: this.programs(raw.between), at: this.given(raw.at) };
      case "judge":
        return this.judge(raw);
      case "compare":
        return this.compare(raw);
      case "cruxes":
        return this.cruxes(raw);
      case "flip-sets":
        return this.flipSets(raw);
      default:
        return unreachable(raw);
    }
  }

  private note(one: Issue): void {
    this.issues.push(one);
  }

  /** What a reader made of a text, or null with its issues noted. */
  private take<T>(result: Result<T, readonly Issue[]>, path: Path): T | null {
    if (result.ok) return result.value;
    this.issues.push(...under(["query", ...path], result.error));
    return null;
  }

  private solve(raw: RawQuery & { kind: "solve" }): Query | null {
    const equation = this.take(readComparison(raw.equation), ["equation"]);
    if (equation !== null && equation.relation !== "=") {
      const hint = "an equation has one = between its sides";
      this.note(
        issue("not-an-equation", `not an equation: ${raw.equation}`, { path: ["query", "equation"], hint }),
      );
    }
    const name = this.take(readExpr(raw.for), ["for"]);
    const unknown = name === null ? undefined : nameOf(name);
    if (name !== null && unknown === undefined) {
      const hint = "a name such as g or c(combine)";
      this.note(issue("not-a-name", `not a name: ${raw.for}`, { path: ["query", "for"], hint }));
    }
    const assume = this.comparisons(raw.assume ?? [], ["assume"]);
    const before = this.issues.length;
    if (equation !== null) this.checkNames(unknownsOfComparison(equation), ["equation"]);
    if (equation !== null && unknown !== undefined && this.issues.length === before) {
      this.checkOccurs(unknown, equation);
    }
    for (const [at, one] of assume.entries()) this.checkNames(unknownsOfComparison(one), ["assume", at]);
    const domain = raw.domain === undefined ? null : this.comparisons(raw.domain, ["domain"]);
    if (equation === null || unknown === undefined) return null;
    return { kind: "solve", equation, for: unknown, assume, domain };
  }

  /** Whether an equation speaks of what it is to be solved for, once programs are written out. */
  private checkOccurs(unknown: string, equation: Comparison): void {
    const { scenario } = this;
    const isAbout = scenario !== null && scenario !== "unreadable";
    const full = isAbout ? expandComparison(scenario, equation, { keep: [unknown] }) : equation;
    const names = unknownsOfComparison(full);
    if (scenario === "unreadable" || names.includes(unknown)) return;
    const hint = `one of: ${[...new Set([...names, ...unknownsOfComparison(equation)])].slice(0, 12).join(", ")}`;
    this.note(issue("unknown-name", `not in the equation: ${unknown}`, { path: ["query", "for"], hint }));
  }

  private judge(raw: RawQuery & { kind: "judge" }): Query | null {
    const claim = this.take(readClaim(raw.claim), ["claim"]);
    const assume = this.comparisons(raw.assume ?? [], ["assume"]);
    if (claim === null) return null;
    this.checkClaim(claim);
    for (const [at, one] of assume.entries()) this.checkNames(unknownsOfComparison(one), ["assume", at]);
    return { kind: "judge", claim, assume };
  }

  private checkClaim(claim: Claim): void {
    const { programs, names } = namesInClaim(claim);
    if (this.scenario === null && programs.length > 0) {
      this.note(
        issue("missing-scenario", `missing scenario: ${programs[0]}`, { path: ["scenario"], hint: HINT }),
      );
      return;
    }
    for (const program of programs) this.program(program, ["claim"]);
    this.checkNames(names, ["claim"]);
  }

  private compare(raw: RawQuery & { kind: "compare" }): Query | null {
    const over = this.name(raw.over ?? "g", ["over"]);
    const at = this.given(raw.at);
    if (this.scenario === null || this.scenario === "unreadable") return null;
    const after = this.take(afterOverlay(this.scenario, raw.overlay), ["overlay"]);
    return after === null ? null : { kind: "compare", after, over, at };
  }

  private cruxes(raw: RawQuery & { kind: "cruxes" }): Query | null {
    const [a, b] = [this.position(raw.a, "a"), this.position(raw.b, "b")];
    return a === null || b === null ? null : { kind: "cruxes", a, b };
  }

  /** What a side holds: the scenario as it sees it, and its exchange rate. */
  private position(json: unknown, side: "a" | "b"): Position | null {
    if (this.scenario === null || this.scenario === "unreadable") return null;
    const overlay = this.take(readChanges(json), [side]);
    if (overlay === null) return null;
    const scenario = this.take(afterOverlay(this.scenario, json), [side]);
    if (scenario === null) return null;
    const g = overlay.g === null ? undefined : evaluate(overlay.g);
    if (g?.kind === "exact") return { scenario, g: g.value };
    const hint = 'each side needs its exchange rate as a fraction, such as "3/2"';
    this.note(issue("missing-value", `missing value: g of ${side}`, { path: ["query", side, "g"], hint }));
    return null;
  }

  private flipSets(raw: RawQuery & { kind: "flip-sets" }): Query | null {
    const objections = raw.objections.flatMap((json, at) => {
      const read = this.take(readObjection(json), ["objections", at]);
      return read === null ? [] : [{ id: read.id, readings: read.readings }];
    });
    const at = this.given(raw.at);
    for (const name of at.keys()) {
      if (name === "g") continue;
      const place = { path: ["query", "at", name], hint: "set other values in the scenario" };
      this.note(issue("unknown-choice", `value that cannot be given here: ${name}`, place));
    }
    const rate = at.get("g");
    const g = rate === undefined ? undefined : evaluate(rate);
    if (rate !== undefined && g?.kind === "exact" && sign(g.value) < 0) {
      this.note(negativeIssue("g", rate));
      return null;
    }
    if (g?.kind === "exact") return { kind: "flip-sets", objections, g: g.value };
    const hint = 'say at which exchange rate, as a fraction: "at": { "g": "2" }';
    this.note(issue("missing-value", "missing value: g", { path: ["query", "at"], hint }));
    return null;
  }

  private comparisons(texts: readonly string[], path: Path): readonly Comparison[] {
    return texts.flatMap((text, at) => this.take(readComparison(text), [...path, at]) ?? []);
  }

  private programs([one, other]: readonly [string, string]): readonly [string, string] {
    this.program(one, ["between", 0]);
    this.program(other, ["between", 1]);
    return [one, other];
  }

  private program(id: string, path: Path): void {
    if (this.scenario === null || this.scenario === "unreadable") return;
    const ids = this.scenario.programs.map((one) => one.id);
    if (ids.includes(id)) return;
    const hint = ids.length === 0 ? "the scenario has no programs" : `one of: ${ids.join(", ")}`;
    this.note(issue("unknown-program", `unknown program: ${id}`, { path: ["query", ...path], hint }));
  }

  /** The printed name of something that the scenario has. */
  private name(text: string, path: Path): string {
    const expr = this.take(readExpr(text), path);
    if (expr === null) return text;
    const name = nameOf(expr);
    if (name === undefined) {
      const hint = "a name such as g, phi or c(combine)";
      this.note(issue("not-a-name", `not a name: ${text}`, { path: ["query", ...path], hint }));
      return text;
    }
    this.checkNames([name], path, false);
    return name;
  }

  private given(raw: Readonly<Record<string, string | number>> | undefined): Given {
    const given = new Map<string, ReturnType<typeof number>>();
    for (const [text, value] of Object.entries(raw ?? {})) {
      const name = this.name(text, ["at", text]);
      const expr = this.take(readExpr(String(value)), ["at", text]);
      if (expr === null) continue;
      if (unknownsOf(expr).length > 0) {
        const hint = "give it a number, such as 3/2";
        this.note(issue("not-a-number", `not a number: ${value}`, { path: ["query", "at", text], hint }));
      }
      given.set(name, expr);
    }
    return given;
  }

  private checkNames(names: readonly string[], path: Path, withPrograms = true): void {
    if (this.scenario === null || this.scenario === "unreadable") return;
    const known = knownNames(this.scenario, withPrograms);
    for (const name of names) {
      if (known.has(name)) continue;
      const hint = didYouMean(name, known) || "a name is g, a parameter, or a cost such as c(TERM)";
      this.note(issue("unknown-name", `unknown name: ${name}`, { path: ["query", ...path], hint }));
    }
  }
}

const HINT = 'give a scenario, or the name of one: { "library": "speed-simplicity" }';
