import type { IncomingMessage } from "node:http";

/** Why a body was not read. */
export type BodyError = "too-large" | "not-text" | "aborted";

/** The text of a body of at most `limit` bytes, or why there is none; what is too large is not kept in memory. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: BodyError }
> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return { ok: false, error: "too-large" };
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Uint8Array>) {
      size += part.byteLength;
      if (size > limit) return { ok: false, error: "too-large" };
      parts.push(part);
    }
  } catch {
    return { ok: false, error: "aborted" };
  }
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts)) };
  } catch {
    return { ok: false, error: "not-text" };
  }
}
