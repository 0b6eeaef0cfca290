import { essayDebate, writeObjection } from "@crux/core";
import { exportFormats } from "@crux/present/export";
import { describe, expect, it } from "vitest";
import { paperOf } from "./paper.ts";

const scenario = { library: "speed-simplicity" };
const exported = (json: unknown) => paperOf({ kind: "export", json });

describe("paperOf", () => {
  it.each(exportFormats.map(({ id }) => id))("writes %s with a name and a type", async (format) => {
    const objections = essayDebate().map(({ objection, replyTo }) => ({
      ...writeObjection(objection),
      replyTo,
    }));
    const paper = await exported({ scenario, format, objections });
    const known = exportFormats.find(({ id }) => id === format);
    expect(paper).toMatchObject({
      ok: true,
      type: known?.type,
      name: `speed-simplicity-prior.${known?.extension}`,
    });
    expect(paper.ok && typeof paper.body).toBe(format.endsWith(".png") ? "object" : "string");
  });

  it("tells the notes on a scenario", async () => {
    const paper = await paperOf({ kind: "notes", json: { scenario } });
    expect(paper.ok && JSON.parse(String(paper.body)).notes).toContainEqual(
      expect.objectContaining({ kind: "never-wins", path: ["programs", 2], id: "fd" }),
    );
  });

  it.each([
    [null, "format"],
    [{ scenario, format: "pdf" }, "format"],
    [{ scenario: { library: "nothing" }, format: "json" }, "scenario.library"],
    [{ scenario: { terms: 3 }, format: "json" }, "scenario"],
    [{ format: "json" }, "scenario"],
    [{ scenario, format: "argdown", objections: [{ kind: "rant" }] }, "objections.0.kind"],
    [{ scenario, format: "map.png", over: "nothing" }, ""],
  ])("says what is wrong with %j, and where", async (json, place) => {
    const paper = await exported(json);
    expect(paper.ok ? [] : paper.issues.map(({ path }) => path.join("."))).toContain(place);
  });
});
