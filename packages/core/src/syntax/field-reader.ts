import { type Issue, issue, under } from "../base/issue.ts";
import type { Result } from "../base/result.ts";
import { showText } from "../base/show-text.ts";
import type { Comparison, Expr } from "../expr/expr.ts";
import { number } from "../expr/make.ts";
import { isIdentifier } from "./names.ts";
import { readComparison } from "./read-comparison.ts";
import { readExpr } from "./read-expr.ts";

/** Keys from the root of the JSON that is read to a place in it. */
export type Path = readonly (string | number)[];

/** Reads fields of a JSON value one by one and collects every issue; what it returns after one is a stand-in. */
export class FieldReader {
  readonly issues: Issue[] = [];

  /** The formula at `path`. */
  expr(text: string | number, path: Path): Expr {
    return this.#take(readExpr(String(text)), path) ?? number(0);
  }

  /** The formula at `path`, or null when there is none. */
  optional(text: string | number | undefined, path: Path): Expr | null {
    return text === undefined ? null : this.expr(text, path);
  }

  /** The comparison at `path`. */
  comparison(text: string, path: Path): Comparison {
    return this.#take(readComparison(text), path) ?? { left: number(0), relation: "=", right: number(0) };
  }

  /** The id of a term at `path`: a name, or an application such as `find(get_proxy(env))`, without spaces. */
  termId(text: string, path: Path): string {
    const read = readExpr(`c(${text})`);
    if (read.ok && read.value.kind === "cost") return read.value.of;
    const hint = "use a name, or an application of names such as find(x)";
    this.issues.push(issue("invalid-id", `invalid id: ${showText(text)}`, { path, hint }));
    return text;
  }

  /** The id of a program, parameter or patch at `path`: one name. */
  identifier(text: string, path: Path): string {
    if (isIdentifier(text)) return text;
    const hint = "use a letter, then letters, digits and _";
    this.issues.push(issue("invalid-id", `invalid id: ${showText(text)}`, { path, hint }));
    return text;
  }

  /** Notes a mistake at `path`. */
  mistake(code: string, message: string, path: Path, hint: string): void {
    this.issues.push(issue(code, message, { path, hint }));
  }

  #take<T>(read: Result<T, readonly Issue[]>, path: Path): T | undefined {
    if (read.ok) return read.value;
    this.issues.push(...under(path, read.error));
    return undefined;
  }
}
