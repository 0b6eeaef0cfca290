/** A small scenario in the scenario format: two programs, one flip at g = 2. */
export const example = {
  format: "crux/scenario",
  version: 1,
  title: "Store or derive",
  summary: "Keep the table, or work it out each time?",
  exchange: { family: "linear", apply: "sum" },
  terms: [
    { id: "table", label: "table", gloss: "kept in memory", c: "12", t: "1" },
    { id: "rule", label: "rule", gloss: "worked out", c: "4", t: "17" },
  ],
  parameters: [{ id: "phi", gloss: "overlap", value: "0", domain: ["0 <= phi", "phi <= 1"] }],
  programs: [
    { id: "store", name: "Store", c: "c(table)", t: "t(table)" },
    { id: "derive", name: "Derive", c: "c(rule)", t: "t(rule)" },
  ],
  assumptions: [{ id: "a1", statement: "c(rule) < c(table)", status: "held" }],
};
