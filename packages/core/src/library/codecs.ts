import type { ProgramJson, ScenarioJson } from "../syntax/scenario-schema.ts";

/** A row of the published table: ratio of sizes, and speeds in MB/s. */
type Row = {
  readonly id: string;
  readonly name: string;
  readonly ratio: string;
  readonly compress: string;
  readonly expand: string;
};

const ROWS: readonly Row[] = [
  { id: "zstd_1", name: "zstd 1.4.5 -1", ratio: "2.884", compress: "500", expand: "1660" },
  { id: "zlib_1", name: "zlib 1.2.11 -1", ratio: "2.743", compress: "90", expand: "400" },
  { id: "brotli_0", name: "brotli 1.0.7 -0", ratio: "2.703", compress: "400", expand: "450" },
  { id: "zstd_fast_1", name: "zstd 1.4.5 --fast=1", ratio: "2.434", compress: "570", expand: "2200" },
  { id: "zstd_fast_3", name: "zstd 1.4.5 --fast=3", ratio: "2.312", compress: "640", expand: "2300" },
  { id: "quicklz_1", name: "quicklz 1.5.0 -1", ratio: "2.238", compress: "560", expand: "710" },
  { id: "zstd_fast_5", name: "zstd 1.4.5 --fast=5", ratio: "2.178", compress: "700", expand: "2420" },
  { id: "lzo1x_1", name: "lzo1x 2.10 -1", ratio: "2.106", compress: "690", expand: "820" },
  { id: "lz4", name: "lz4 1.9.2", ratio: "2.101", compress: "740", expand: "4530" },
  { id: "zstd_fast_7", name: "zstd 1.4.5 --fast=7", ratio: "2.096", compress: "750", expand: "2480" },
  { id: "lzf_1", name: "lzf 3.6 -1", ratio: "2.077", compress: "410", expand: "860" },
  { id: "snappy", name: "snappy 1.1.8", ratio: "2.073", compress: "560", expand: "1790" },
];

const programOf = ({ id, name, ratio, compress, expand }: Row): ProgramJson => ({
  id,
  name,
  c: `1/${ratio}`,
  t: `1/${compress} + 1/${expand}`,
});

/** Which codec moves a megabyte soonest, at which bandwidth? */
export const codecs: ScenarioJson = {
  format: "crux/scenario",
  version: 1,
  title: "Compression codecs on a link",
  summary:
    "Compress, send, expand: complexity is the compressed size of 1 MB, time is the seconds to compress and expand it, and g is the seconds that the link takes for 1 MB (1 / bandwidth). Which codec is soonest done, on which link?",
  source: {
    title: "zstd README, table Benchmarks: Silesia corpus, lzbench, Core i9-9900K at 5.0 GHz, gcc 9.3.0",
    url: "https://github.com/facebook/zstd/blob/v1.4.5/README.md",
  },
  exchange: { family: "linear", apply: "sum" },
  terms: [],
  parameters: [],
  programs: [{ id: "stored", name: "No compression", c: "1", t: "0" }, ...ROWS.map(programOf)],
  assumptions: [],
};
