import { type Issue, placeAt } from "@crux/core";
import type { Reply } from "@crux/solver";

/** What the API says when it does not come to solving: an HTTP status and a reply in the usual shape. */
export type Problem = { readonly status: number; readonly reply: Reply };

const problem = (status: number, code: string, message: string, hint = ""): Problem => ({
  status,
  reply: { id: null, ok: false, issues: [{ code, message, path: [], span: null, hint }] },
});

/** Limits of one HTTP request. */
export const LIMITS = { bytes: 1_000_000, requests: 100, milliseconds: 30_000, issues: 100 } as const;

/** What the HTTP API answers when it can't answer, by kind. */
export const problems = {
  "too-large": problem(
    413,
    "too-large",
    `body larger than the limit: ${LIMITS.bytes.toLocaleString("en")} bytes`,
    "Send fewer requests at a time, or use the command line: it has no such limit.",
  ),
  "not-text": problem(400, "not-text", "body is not UTF-8 text", "Send JSON encoded as UTF-8."),
  aborted: problem(400, "aborted", "body ended too early"),
  "not-json-type": problem(
    415,
    "not-json-type",
    "content type is not JSON",
    "Send the header Content-Type: application/json.",
  ),
  "too-many": problem(
    413,
    "too-many",
    `more requests in one array than the limit: ${LIMITS.requests}`,
    "Send several smaller arrays.",
  ),
  busy: problem(503, "busy", "too many questions are waiting", "Try again in a few seconds."),
  late: problem(
    422,
    "late",
    "the time for one request was spent",
    "Use the command line: it has no such limit.",
  ),
  "not-found": problem(404, "not-found", "no such address", "GET /api/openapi.json lists all addresses."),
} as const;

/** The problem of a method that an address does not have. */
export const wrongMethod = (allowed: string): Problem =>
  problem(405, "wrong-method", `method not allowed here; allowed: ${allowed}`);

/** The problem of a body that is not JSON: the first mistakes, each with its line and column, which takes a walk. */
export const notJson = (text: string, issues: readonly Issue[]): Problem => ({
  status: 400,
  reply: {
    id: null,
    ok: false,
    issues: issues.slice(0, LIMITS.issues).map((one) => {
      if (one.span === null) return one;
      const { line, column } = placeAt(text, one.span.start);
      return { ...one, message: `${one.message} at line ${line}, column ${column}` };
    }),
  },
});

/** The problem of a scenario's name that the library does not have. */
export const unknownName = (name: string, names: readonly string[]): Problem =>
  problem(
    404,
    "unknown-scenario",
    `unknown scenario: ${name.slice(0, 80)}`,
    `The library has ${names.join(", ")}.`,
  );
