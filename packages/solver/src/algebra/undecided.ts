import { type Expr, Spent } from "@crux/core";

/** Thrown where the algebra has no way on; whoever catches `Spent` at a door answers "undecided" with the message. */
export class Undecided extends Spent {}

/** Thrown where a formula is defined nowhere, such as `1/0` or `log(-2)`. */
export class Undefined extends Undecided {}

/** Thrown where a polynomial would have to come apart and does not. */
export class Stuck extends Undecided {
  readonly polynomial: Expr;

  constructor(message: string, polynomial: Expr) {
    super(message);
    this.polynomial = polynomial;
  }
}
