import type { Change, ClaimPart, Report } from "@crux/present/report";
import type { PastRoom } from "./load-record.ts";

/** What the record worker is asked: a report, the same as Markdown, what changed between versions, or who won in one. */
export type RecordTask =
  | { readonly kind: "report"; readonly past: PastRoom }
  | { readonly kind: "markdown"; readonly report: Report }
  /** Scenarios as JSON. */
  | {
      readonly kind: "changes";
      readonly pairs: readonly { readonly before: unknown; readonly after: unknown }[];
    }
  | { readonly kind: "winners"; readonly scenario: unknown };

/** What comes back; of a report the claims follow one by one, by their place in it. */
export type RecordReply =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "claim"; readonly at: number; readonly claim: ClaimPart }
  | { readonly kind: "markdown"; readonly text: string }
  | { readonly kind: "changes"; readonly changes: readonly (Change | null)[] }
  | { readonly kind: "winners"; readonly sentence: string | null };
