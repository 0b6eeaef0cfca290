import type { Issue } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Json } from "../scenario/write-scenario.ts";
import { FieldReader } from "../syntax/field-reader.ts";
import { shapeIssues } from "../syntax/shape-issues.ts";
import type { Objection } from "./objection.ts";
import { objectionSchema } from "./objection-schema.ts";
import { editsOf } from "./read-patch.ts";
import { writePatch } from "./write-patch.ts";

/** Reads an objection; whether its anchor and patches fit a scenario is for `anchorState` and `applyPatch` to say. */
export function readObjection(json: unknown): Result<Objection, readonly Issue[]> {
  const shape = objectionSchema.safeParse(json);
  if (!shape.success) return err(shapeIssues(shape.error.issues, json));
  const { readings, stamp, ...rest } = shape.data;
  const reader = new FieldReader();
  const read = readings.map(({ label, patch }, index) =>
    Object.freeze({ label, patch: editsOf(reader, patch, ["readings", index, "patch"]) }),
  );
  if (reader.issues.length > 0) return err(reader.issues);
  const written = stamp ? Object.freeze({ version: stamp.version, map: stamp.map }) : null;
  return ok(Object.freeze({ ...rest, readings: Object.freeze(read), stamp: written }));
}

/** An objection as JSON; reading it gives the same objection. */
export const writeObjection = (objection: Objection): Json => ({
  ...objection,
  readings: objection.readings.map(({ label, patch }) => ({ label, patch: writePatch(patch) })),
});
