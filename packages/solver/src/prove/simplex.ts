import type { Budget } from "@crux/core";
import * as exact from "@crux/core/exact";

/** Non-zero entries of a column, by row. */
export type Column = ReadonlyMap<number, exact.Rational>;

/** Weights >= 0 by column that give the target, or a reason why there are none. */
export type Outcome =
  | { readonly kind: "found"; readonly weights: ReadonlyMap<number, exact.Rational> }
  /** A price for each row, so that no column is worth more than 0, though the target is: nothing adds up to it. */
  | { readonly kind: "none"; readonly prices: readonly exact.Rational[] };

/**
 * Rows are whole numbers, each scaled as it likes; column `-1 - i` is the artificial one of row `i`. The right side is
 * `rhs` plus an infinitely small part `tiny`, different in each row, so that no two rows tie and pivots cannot cycle.
 */
type Row = { readonly entries: Map<number, bigint>; rhs: bigint; tiny: bigint; basic: number };

const SCALE = Number.MIN_SAFE_INTEGER;
const LARGE = 1n << 96n;

/** An exact linear program `sum of weight * column = target, weights >= 0`, to which columns may still be added. */
export class Simplex {
  readonly #rows: Row[];
  readonly #signs: bigint[];
  readonly #scales: exact.Rational[] = [];
  readonly #goal: Row;
  readonly #budget: Budget;
  #seed = 12_345;

  constructor(target: readonly exact.Rational[], budget: Budget) {
    this.#budget = budget;
    this.#signs = target.map((value) => (value.num < 0n ? -1n : 1n));
    this.#rows = target.map((value, i) => ({
      entries: new Map([[-1 - i, value.den]]),
      rhs: exact.absolute(value).num,
      tiny: this.#tiny() * value.den,
      basic: -1 - i,
    }));
    let rhs = exact.zero;
    for (const value of target) rhs = exact.add(rhs, exact.absolute(value));
    let tiny = 0n;
    for (const [i, row] of this.#rows.entries()) tiny += row.tiny / (target[i]?.den ?? 1n);
    this.#goal = { entries: new Map([[SCALE, rhs.den]]), rhs: rhs.num, tiny: tiny * rhs.den, basic: SCALE };
  }

  /** The next of a fixed sequence of positive numbers without pattern. */
  #tiny(): bigint {
    this.#seed = (Math.imul(this.#seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return BigInt((this.#seed >> 8) + 1);
  }

  /** Adds a row whose target is 0, in which no column so far has an entry; its number is how many there were before. */
  addRow(): number {
    const index = this.#rows.length;
    const tiny = this.#tiny();
    this.#rows.push({ entries: new Map([[-1 - index, 1n]]), rhs: 0n, tiny, basic: -1 - index });
    this.#goal.tiny += tiny * (this.#goal.entries.get(SCALE) ?? 1n);
    this.#signs.push(1n);
    return index;
  }

  /** Adds a column; its number is how many there were before. */
  add(column: Column): number {
    let den = 1n;
    for (const value of column.values()) den = exact.lcm(den, value.den);
    const whole = [...column].map(([row, value]) => [row, value.num * (den / value.den)] as const);
    const index = this.#scales.length;
    this.#scales.push(exact.integer(den));
    for (const row of this.#rows) {
      let sum = 0n;
      for (const [k, value] of whole) {
        const entry = row.entries.get(-1 - k);
        if (entry !== undefined) sum += entry * value * (this.#signs[k] ?? 1n);
      }
      if (sum !== 0n) row.entries.set(index, sum);
    }
    const unit = this.#goal.entries.get(SCALE) ?? 1n;
    let worth = 0n;
    for (const [k, value] of whole)
      worth += ((this.#goal.entries.get(-1 - k) ?? 0n) + unit) * value * (this.#signs[k] ?? 1n);
    if (worth !== 0n) this.#goal.entries.set(index, worth);
    return index;
  }

  /** Looks for weights; goes on from where it stopped when columns have been added since. */
  solve(): Outcome {
    while (this.#goal.rhs !== 0n) {
      const entering = this.#entering();
      if (entering === undefined) return { kind: "none", prices: this.#prices() };
      const leaving = this.#leaving(entering);
      if (leaving === undefined) return { kind: "none", prices: this.#prices() };
      this.#pivot(leaving, entering);
    }
    return { kind: "found", weights: this.#weights() };
  }

  #entering(): number | undefined {
    let best: number | undefined;
    let most = 0n;
    for (const [column, worth] of this.#goal.entries) {
      if (column < 0 || worth <= most) continue;
      best = column;
      most = worth;
    }
    return best;
  }

  #leaving(entering: number): Row | undefined {
    let best: Row | undefined;
    let by = 1n;
    for (const row of this.#rows) {
      const entry = row.entries.get(entering);
      if (entry === undefined || entry <= 0n) continue;
      if (best !== undefined) {
        const difference = row.rhs * by - best.rhs * entry;
        if (difference > 0n || (difference === 0n && row.tiny * by > best.tiny * entry)) continue;
      }
      best = row;
      by = entry;
    }
    return best;
  }

  #pivot(leaving: Row, entering: number): void {
    const pivot = leaving.entries.get(entering) ?? 1n;
    leaving.basic = entering;
    for (const row of [...this.#rows, this.#goal]) {
      const factor = row === leaving ? undefined : row.entries.get(entering);
      if (factor === undefined) continue;
      this.#budget.spend(leaving.entries.size + row.entries.size, "looking for weights of an identity");
      eliminate(row, leaving, factor, pivot);
    }
  }

  #prices(): exact.Rational[] {
    const unit = this.#goal.entries.get(SCALE) ?? 1n;
    return this.#signs.map((sign, k) =>
      exact.ratio(sign * ((this.#goal.entries.get(-1 - k) ?? 0n) + unit), unit),
    );
  }

  #weights(): Map<number, exact.Rational> {
    const out = new Map<number, exact.Rational>();
    for (const row of this.#rows) {
      if (row.basic < 0 || row.rhs === 0n) continue;
      const value = exact.ratio(row.rhs, row.entries.get(row.basic) ?? 1n);
      out.set(row.basic, exact.multiply(value, this.#scales[row.basic] ?? exact.one));
    }
    return out;
  }
}

/** `row := pivot * row - factor * by`, so that the pivot's column vanishes from `row`; `pivot` is positive. */
function eliminate(row: Row, by: Row, factor: bigint, pivot: bigint): void {
  if (pivot !== 1n) for (const [column, value] of row.entries) row.entries.set(column, value * pivot);
  for (const [column, value] of by.entries) {
    const left = (row.entries.get(column) ?? 0n) - factor * value;
    if (left === 0n) row.entries.delete(column);
    else row.entries.set(column, left);
  }
  row.rhs = row.rhs * pivot - factor * by.rhs;
  row.tiny = row.tiny * pivot - factor * by.tiny;
  if (pivot > LARGE || exact.abs(factor) > LARGE || exact.abs(row.rhs) > LARGE) reduce(row);
  else if ((row.entries.get(row.basic) ?? 0n) > LARGE) reduce(row);
}

function reduce(row: Row): void {
  let common = exact.gcd(row.rhs, row.tiny);
  for (const value of row.entries.values()) {
    if (common === 1n) return;
    common = exact.gcd(common, value);
  }
  if (common <= 1n) return;
  row.rhs /= common;
  row.tiny /= common;
  for (const [column, value] of row.entries) row.entries.set(column, value / common);
}
