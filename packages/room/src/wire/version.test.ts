import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { canonicalText } from "../base/canonical.ts";
import { refusals } from "../protocol/refusal.ts";
import { clientToServer, handshake, httpRequests } from "./messages.ts";
import { PROTOCOL_VERSION } from "./version.ts";

const shapes = { ...httpRequests, handshake, ...clientToServer };

/** Moves when the shape of anything that a client sends moves, or a refusal's name or retry. */
function fingerprint(): string {
  const schemas = Object.entries(shapes).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema as z.ZodMiniType, { unrepresentable: "any" }),
  ]);
  const answers = Object.entries(refusals).map(([code, [, retry]]) => [code, retry]);
  return createHash("sha256")
    .update(canonicalText([schemas, answers]))
    .digest("hex")
    .slice(0, 16);
}

describe("the protocol", () => {
  // When this fails: raise PROTOCOL_VERSION, add a line to its history, then put the new fingerprint here.
  it("has the version that goes with its fingerprint", () => {
    expect([PROTOCOL_VERSION, fingerprint()]).toEqual([7, "8b031456b89de629"]);
  });
});
