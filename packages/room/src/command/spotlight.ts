import type { Spotlight } from "../protocol/session-shapes.ts";

/** What the screen shows of a thing that reactions name (`terms/KEY/c`, `objection/ID`); null when it has no picture. */
export function spotlightOf(about: string | null): Spotlight | null {
  const [kind = "", key = ""] = (about ?? "").split("/");
  if (kind === "objection") return { kind: "objection", objection: key };
  if (kind === "claim") return { kind: "claim", claim: key };
  return /^(terms|parameters|programs|assumptions)$/.test(kind)
    ? { kind: "row", row: `${kind}/${key}` }
    : null;
}
