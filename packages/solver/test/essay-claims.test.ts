import { essayClaims } from "@crux/core";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "../src/check/check-answer.ts";
import { judgedClaim } from "./essay-cases.ts";

describe("the statements of the library", () => {
  it.each(essayClaims().map(({ id }) => id))(
    "%s is decided, with a certificate that the checker accepts",
    (id) => {
      const answer = judgedClaim(id);
      expect(["proved", "refuted"]).toContain(answer.verdict);
      expect(checkAnswer(JSON.parse(JSON.stringify(answer)))).toMatchObject({ ok: true });
    },
  );
});
