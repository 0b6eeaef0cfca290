/** What can be exported: an id for the command line and HTTP, a name, the end of the file's name, and its media type. */
export const exportFormats = [
  { id: "json", label: "Scenario", extension: "json", type: "application/json" },
  { id: "markdown", label: "Markdown", extension: "md", type: "text/markdown" },
  { id: "latex", label: "LaTeX", extension: "tex", type: "application/x-tex" },
  { id: "objections", label: "Objections", extension: "objections.json", type: "application/json" },
  {
    id: "annotations",
    label: "Web annotations",
    extension: "annotations.jsonld",
    type: "application/ld+json",
  },
  { id: "argdown", label: "Argdown", extension: "argdown", type: "text/vnd.argdown" },
  { id: "strip.svg", label: "Strip", extension: "strip.svg", type: "image/svg+xml" },
  { id: "strip.png", label: "Strip", extension: "strip.png", type: "image/png" },
  { id: "lines.svg", label: "Lines", extension: "lines.svg", type: "image/svg+xml" },
  { id: "lines.png", label: "Lines", extension: "lines.png", type: "image/png" },
  { id: "map.svg", label: "Map", extension: "map.svg", type: "image/svg+xml" },
  { id: "map.png", label: "Map", extension: "map.png", type: "image/png" },
] as const;

/** One of `exportFormats`. */
export type ExportFormat = (typeof exportFormats)[number];
/** The id of a format, as `--as` names it. */
export type ExportId = ExportFormat["id"];

/** The format with this id; undefined when there is none. */
export const exportFormat = (id: string): ExportFormat | undefined =>
  exportFormats.find((one) => one.id === id);

/** The title of a scenario as the first part of a file's name. */
export const fileStem = (title: string): string =>
  title
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "scenario";
