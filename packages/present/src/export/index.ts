export { type DebateItem, readDebate } from "./debate.ts";
export { exportOf, type Material } from "./export-of.ts";
export { type ExportFormat, type ExportId, exportFormat, exportFormats, fileStem } from "./formats.ts";
