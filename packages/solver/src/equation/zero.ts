import type { Expr } from "@crux/core";
import type { Settlement } from "./existence.ts";
import type { Found } from "./setting.ts";

/** A zero that was found, as a formula, and what it comes down to that it exists. */
export type Zero = { readonly found: Found; readonly expr: Expr; readonly settlement: Settlement };
