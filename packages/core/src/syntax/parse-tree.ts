import { err, ok, type Result } from "../base/result.ts";
import type { Token } from "./tokens.ts";

/** A formula as its brackets and operators join it; what it means is decided from this. */
export type Tree =
  | { readonly kind: "leaf"; readonly token: Token }
  | { readonly kind: "brackets"; readonly content: Tree }
  | { readonly kind: "sign"; readonly sign: string; readonly of: Tree }
  | { readonly kind: "operator"; readonly sign: string; readonly left: Tree; readonly right: Tree }
  | { readonly kind: "call"; readonly of: Token; readonly args: readonly Tree[] };

/**
 * The tree that `tokens` spell, or the token at which they stop making sense (undefined: their end). `+ -` bind
 * least, then `* /`, both from the left; then a sign; then `^`, from the right, whose exponent may have a sign:
 * `-2^2` is `-(2^2)`. The tokens come within the limit on nesting, so recursion stays shallow.
 */
export function parseTree(tokens: readonly Token[]): Result<Tree, Token | undefined> {
  try {
    return ok(new Parser(tokens).whole());
  } catch (error) {
    if (error instanceof Unexpected) return err(error.token);
    throw error;
  }
}

class Unexpected extends Error {
  readonly token: Token | undefined;
  constructor(token: Token | undefined) {
    super("unexpected token");
    this.token = token;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Tree {
    const tree = this.#sum();
    if (this.#at < this.#tokens.length) throw this.#unexpected();
    return tree;
  }

  #sum(): Tree {
    let left = this.#product();
    for (let sign = this.#take("+", "-"); sign !== null; sign = this.#take("+", "-"))
      left = { kind: "operator", sign, left, right: this.#product() };
    return left;
  }

  #product(): Tree {
    let left = this.#signed();
    for (let sign = this.#take("*", "/"); sign !== null; sign = this.#take("*", "/"))
      left = { kind: "operator", sign, left, right: this.#signed() };
    return left;
  }

  #signed(): Tree {
    const sign = this.#take("+", "-");
    return sign === null ? this.#power() : { kind: "sign", sign, of: this.#signed() };
  }

  #power(): Tree {
    const left = this.#part();
    const sign = this.#take("^");
    return sign === null ? left : { kind: "operator", sign, left, right: this.#signed() };
  }

  #part(): Tree {
    if (this.#take("(") !== null) {
      const content = this.#sum();
      this.#close();
      return { kind: "brackets", content };
    }
    const token = this.#tokens[this.#at];
    if (token === undefined || (token.kind !== "name" && token.kind !== "number")) throw this.#unexpected();
    this.#at += 1;
    if (token.kind === "number" || this.#take("(") === null) return { kind: "leaf", token };
    return { kind: "call", of: token, args: this.#args() };
  }

  #args(): readonly Tree[] {
    if (this.#take(")") !== null) return [];
    const args = [this.#sum()];
    while (this.#take(",") !== null) args.push(this.#sum());
    this.#close();
    return args;
  }

  #close(): void {
    if (this.#take(")") === null) throw this.#unexpected();
  }

  /** The sign that comes next, if it is one of these: then it is done with. */
  #take(...signs: readonly string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || !signs.includes(token.text)) return null;
    this.#at += 1;
    return token.text;
  }

  #unexpected = (): Unexpected => new Unexpected(this.#tokens[this.#at]);
}
