import { coreReader } from "@crux/room/client";
import { answerOf, type Question, type ReadingReply } from "./question.ts";

// Reads what people wrote beside the page: the parser and the checks are in this worker, not in the page.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Question>) => void) | null;
  postMessage: (reply: ReadingReply) => void;
};

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage({ id: data.id, ok: true, value: await answerOf(coreReader, data) });
  } catch {
    scope.postMessage({ id: data.id, ok: false });
  }
};
