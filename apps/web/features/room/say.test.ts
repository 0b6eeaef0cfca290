import { expect, it } from "vitest";
import { initials, sayCode, saySaving } from "./say.ts";

it("says where changes are", () => {
  const online = { kind: "online" } as const;
  expect(saySaving({ kind: "saved" }, online)).toBe("Saved");
  expect(saySaving({ kind: "kept", count: 1 }, { kind: "offline" })).toBe("1 change kept on this device");
  expect(saySaving({ kind: "kept", count: 3 }, { kind: "offline" })).toBe("3 changes kept on this device");
  expect(saySaving({ kind: "saved" }, { kind: "offline" })).toBe("Offline");
});

it("shortens names and spaces codes", () => {
  expect(initials("Ann Lee")).toBe("AL");
  expect(initials(" bob ")).toBe("B");
  expect(sayCode("KWXPTN")).toBe("KWX PTN");
});
