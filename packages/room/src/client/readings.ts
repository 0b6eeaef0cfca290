import type { Reading } from "../document/reading.ts";
import type { Rows } from "../document/rows.ts";
import type { Reader } from "./reader.ts";

/** Rows with what they mean. */
export type ReadRows = { readonly rows: Rows | null; readonly reading: Reading };

/** What a document means, as new as it is known. */
export type Readings = {
  /** The newest rows that were read: `rows` themselves where the reader answers at once. Others are asked for. */
  of(rows: Rows): ReadRows;
  stop(): void;
};

const nothing: ReadRows = { rows: null, reading: { scenario: null, issues: [] } };

/** Readings by `reader`; `heard` is called when a reading came later than it was asked for. One is asked at a time, the newest next. */
export function createReadings(reader: Reader, heard: () => void): Readings {
  let last = nothing;
  let asked: Rows | null = null;
  let wanted: Rows | null = null;
  let stopped = false;

  const ask = (rows: Rows): void => {
    const answer = reader.rows(rows);
    if (!(answer instanceof Promise)) {
      last = { rows, reading: answer };
      return;
    }
    asked = rows;
    const settle = (reading: Reading | null): void => {
      asked = null;
      if (stopped) return;
      if (reading !== null) last = { rows, reading };
      if (wanted !== null && wanted !== rows) ask(wanted);
      if (reading !== null) heard();
    };
    answer.then(settle, () => settle(null));
  };

  return {
    of(rows) {
      wanted = rows;
      if (last.rows !== rows && asked === null && !stopped) ask(rows);
      return last;
    },
    stop: () => {
      stopped = true;
    },
  };
}
