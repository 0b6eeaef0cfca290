import { ok } from "@crux/core";
import * as z from "zod/mini";
import { place } from "../../protocol/shapes.ts";
import { defineCommand } from "../rule.ts";

/** "Bring people here": asks everybody to look at one place; whether to follow is up to them. */
export const callPeople = defineCommand({
  kind: "call-people",
  input: z.strictObject({ kind: z.literal("call-people"), place }),
  roles: ["moderator", "debater"],
  decide: (_state, by, input) => ok({ person: by.id, place: input.place }),
});
