import { err, ok, type Result } from "@crux/core";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { Admission } from "../wire/messages.ts";

/** The browser's or Node's `fetch`, as far as it is used. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body: string; cache: "no-store" },
) => Promise<{ ok: boolean; json(): Promise<unknown> }>;

/** Why nobody was admitted: the server's refusal, or that no server answered. */
export type NotAdmitted = Refusal | "unreachable";

/** Posts one of the two requests that admit people. */
export async function requestAdmission(
  fetch: Fetch,
  url: string,
  body: unknown,
): Promise<Result<Admission, NotAdmitted>> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      cache: "no-store",
    });
    const answer = (await response.json()) as Admission & { refusal?: Refusal };
    if (response.ok) return ok(answer);
    return err(answer.refusal ?? refuse("not-saved"));
  } catch {
    // No connection, or something between us and the server that does not speak for it.
    return err("unreachable");
  }
}
