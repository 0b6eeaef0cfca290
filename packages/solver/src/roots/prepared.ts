import type { Budget, Expr } from "@crux/core";
import type { Atoms } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import type { RootsProof } from "../certificate/roots-proof.ts";
import type { Edge, Zero } from "./assemble.ts";
import type { Domain, RootList } from "./root-list.ts";

/** Solves `part = 0` on the domain: the way back to `isolateRoots` for parts of a formula. */
export type SolvePart = (part: Expr) => RootList;

/** A difference of two sides in normal form. */
export type Prepared = {
  readonly difference: Expr;
  readonly of: string;
  readonly domain: Domain;
  readonly atoms: Atoms;
  /** The atom of the unknown. */
  readonly x: number;
  readonly num: Polynomial;
  readonly den: Polynomial;
  readonly edges: readonly Edge[];
  readonly budget: Budget;
};

/** Zeros of a prepared difference on the whole domain, with the proof that there are no others. */
export type Zeros = { readonly zeros: readonly Zero[]; readonly proof: RootsProof };

/** A way to find all zeros; undefined where it does not apply. */
export type Method = (f: Prepared) => Zeros | undefined;
