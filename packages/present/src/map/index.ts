export { type MapAxis, mapAxesOf, withValueAt } from "./map-axis.ts";
export { mapSvg } from "./map-svg.ts";
export { axisOfSheet, type Region, regionsOf } from "./regions.ts";
export { type Sheet, type SheetRow, sheetOf } from "./sheet.ts";
