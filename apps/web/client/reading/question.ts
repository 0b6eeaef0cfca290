import type { Reader } from "@crux/room/client";

/** What the page asks its reader: the name of what is to be done, and with what. */
export type Question = { readonly id: number } & {
  [K in keyof Reader]: { readonly kind: K; readonly given: Parameters<Reader[K]> };
}[keyof Reader];

/** The reader's answer to question `id`; not ok: a bug of ours. */
export type ReadingReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false };

/** What `reader` says to a question. */
export function answerOf(reader: Reader, question: Question): unknown {
  switch (question.kind) {
    case "rows":
      return reader.rows(...question.given);
    case "objections":
      return reader.objections(...question.given);
    case "change":
      return reader.change(...question.given);
  }
}
