import { parentPort, workerData } from "node:worker_threads";
import { err, ok } from "@crux/core";
import { parseJson } from "../base/parse-json.ts";
import { refuse } from "../protocol/refusal.ts";
import { httpRequests } from "../wire/messages.ts";
import { PROTOCOL_VERSION } from "../wire/version.ts";
import { type BroughtPacked, pack } from "./import-aside.ts";
import { importRoom } from "./import-room.ts";

async function answer(body: Uint8Array): Promise<BroughtPacked> {
  const read = httpRequests.bringIn.safeParse(parseJson(Buffer.from(body).toString("utf8")));
  if (!read.success) return err(refuse("bad-message"));
  const { version, name, secret, file } = read.data;
  if (version !== PROTOCOL_VERSION) return err(refuse("other-version"));
  const log = await importRoom(file);
  return log.ok ? ok({ name, secret, log: pack(log.value) }) : err(log.error);
}

if (parentPort !== null) {
  const answered = await answer(workerData as Uint8Array);
  parentPort.postMessage(answered, answered.ok ? [answered.value.log.payloads.buffer] : []);
}
