import { expect, it } from "vitest";
import { untilLoaded } from "./until-loaded.ts";

it("asks again until a part of the page comes", async () => {
  let asked = 0;
  let waited = 0;
  const part = await untilLoaded(
    async () => {
      asked += 1;
      if (asked < 3) throw new Error("no connection");
      return "part";
    },
    async () => {
      waited += 1;
    },
  );
  expect([part, asked, waited]).toEqual(["part", 3, 2]);
});
