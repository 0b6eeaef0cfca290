import type { ScenarioJson } from "../syntax/scenario-schema.ts";

/**
 * The trade of Gray and Putzolu: a kilobyte of memory costs 5 dollars, a disc access per second 2,000 dollars, a
 * million instructions per second 50,000 dollars. So an instruction per second costs as much as 10 bytes.
 * Time is in disc accesses per second; one instruction per second is 1/40,000 of that.
 */
export const memoiseOrRecompute: ScenarioJson = {
  format: "crux/scenario",
  version: 1,
  title: "Memoise or recompute",
  summary:
    "A result of 1 kB is used once per interval. Keep it in memory, keep it packed, read it again from disc, or compute it again? Complexity is memory in kB, time is load in disc accesses per second, and g is the price of a kB over the price of an access per second: 1/400 in 1987. The instruction counts are examples.",
  source: {
    title:
      "Gray, Putzolu: The 5 Minute Rule for Trading Memory for Disc Accesses and the 10 Byte Rule for Trading Memory for CPU Time, SIGMOD 1987",
    url: "https://doi.org/10.1145/38713.38755",
  },
  exchange: { family: "linear", apply: "sum" },
  terms: [
    {
      id: "record",
      label: "the result",
      gloss: "memory that the result takes, and load of reading it from disc",
      c: "1",
      t: "1/interval",
    },
    {
      id: "unpack",
      label: "unpacking",
      gloss: "load of unpacking at each use",
      c: "0",
      t: "unpack_steps/(40000*interval)",
    },
    {
      id: "compute",
      label: "computing",
      gloss: "load of computing the result at each use",
      c: "0",
      t: "compute_steps/(40000*interval)",
    },
  ],
  parameters: [
    {
      id: "interval",
      label: "interval",
      gloss: "seconds between uses",
      unit: "s",
      value: "300",
      domain: ["interval > 0"],
    },
    {
      id: "compute_steps",
      label: "steps to compute",
      gloss: "instructions to compute the result (an example)",
      value: "30000",
      domain: ["compute_steps > 0"],
    },
    {
      id: "unpack_steps",
      label: "steps to unpack",
      gloss: "instructions to unpack the result (an example)",
      value: "8000",
      domain: ["unpack_steps > 0"],
    },
  ],
  programs: [
    { id: "memoise", name: "Keep in memory", c: "c(record)", t: "0" },
    { id: "pack", name: "Keep packed to half", c: "c(record)/2", t: "t(unpack)" },
    { id: "reread", name: "Read again from disc", c: "0", t: "t(record)" },
    { id: "recompute", name: "Compute again", c: "0", t: "t(compute)" },
  ],
  assumptions: [],
};
