export type { MapAxis } from "./map-axis.ts";
export { axisOfSheet, type Region, regionsOf } from "./regions.ts";
export { type Sheet, type SheetRow, sheetOf } from "./sheet.ts";
