import type { ScenarioJson } from "../syntax/scenario-schema.ts";

/** The planner's question in a database, with the cost constants and the example table of PostgreSQL's manual. */
export const indexOrScan: ScenarioJson = {
  format: "crux/scenario",
  version: 1,
  title: "Index or scan",
  summary:
    "Find some rows of a table: read all of it in sequence, or fetch each row through an index? Complexity is pages fetched in random order, time is all other work in sequential page reads, and g is the price of a random page (random_page_cost, 4 by default). Worst case: every row is on another page; inner pages of the index are free.",
  source: {
    title: "PostgreSQL 12 manual, 14.1 Using EXPLAIN (table tenk1) and 19.7.2 Planner Cost Constants",
    url: "https://www.postgresql.org/docs/12/using-explain.html",
  },
  exchange: { family: "linear", apply: "sum" },
  terms: [
    {
      id: "heap_pages",
      label: "pages of the table",
      gloss: "358 pages, read in sequence at 1 each",
      c: "0",
      t: "358",
    },
    {
      id: "heap_rows",
      label: "rows of the table",
      gloss: "10,000 rows at cpu_tuple_cost and cpu_operator_cost",
      c: "0",
      t: "10000*(0.01 + 0.0025)",
    },
    {
      id: "fetched_pages",
      label: "pages fetched by row",
      gloss: "one random page for each row that matches",
      c: "rows",
      t: "0",
    },
    {
      id: "fetched_rows",
      label: "rows fetched",
      gloss: "cpu_index_tuple_cost, cpu_operator_cost and cpu_tuple_cost for each row that matches",
      c: "0",
      t: "rows*(0.005 + 0.0025 + 0.01)",
    },
  ],
  parameters: [
    {
      id: "rows",
      label: "matching rows",
      gloss: "rows that the query selects",
      value: "100",
      domain: ["rows > 0", "rows <= 10000"],
    },
  ],
  programs: [
    { id: "seq_scan", name: "Sequential scan", c: "c(heap_pages)", t: "t(heap_pages) + t(heap_rows)" },
    { id: "index_scan", name: "Index scan", c: "c(fetched_pages)", t: "t(fetched_pages) + t(fetched_rows)" },
  ],
  assumptions: [],
};
