import { type Refusal, type RefusalCode, refuse } from "../protocol/refusal.ts";

/** Thrown inside the gate to leave from any depth; its door turns it into a value. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Ends the check with the refusal `code`; `detail` says what was seen. */
export function no(code: RefusalCode, detail: string | number = ""): never {
  throw new Refused(refuse(code, String(detail)));
}
