import { FIND } from "./speed-simplicity.ts";

/** A statement before it is read; without `patches` it is meant where nothing is known. */
export type ClaimSource = {
  readonly id: string;
  readonly gloss: string;
  readonly claim: string;
  readonly assume?: readonly string[];
  readonly patches?: readonly string[];
};

const STORE = "c(get_base_obj)";
const SIMPLE = "c(simplest_obj)";
const CHECK = "c(is_deployed_in_world)";
const WANT = "c(do_what_env_wants)";
const CORES = `${SIMPLE} + c(combine)`;
const FETCH = "t(get_proxy_for_base_obj)";
const FOUND = `t(${FIND})`;
const PLAN = "t(combine) + t(mesaoptimize_outer_world_env)";
const SLOWER = `t(combine) + ${FOUND} + t(mesaoptimize_outer_world_env)`;
const ALL_OPEN = ["all-open"];
const DECEIVED = "score(sd) < score(fh)";

/** What is said in the discussion. */
const COMMENTS: readonly ClaimSource[] = [
  {
    id: "C9",
    gloss: "a program that fools the cameras costs what the honest one costs",
    claim: "score(px) = score(fh)",
    patches: ALL_OPEN,
  },
  {
    id: "C10",
    gloss: "some price of complexity makes the honest program cheaper than the one that fools the cameras",
    claim: "exists g: score(fh) < score(px)",
    patches: ALL_OPEN,
  },
  {
    id: "C16",
    gloss: "time enters the comparison of the fast programs only through the deployment check",
    claim: `score(fd) - score(fh) = g*(${SIMPLE} + ${CHECK}) + t(is_deployed_in_world)`,
  },
  {
    id: "C19",
    gloss: "the hybrid is no dearer than the simple deceptive program if its check is cheap in both",
    claim: `${CHECK} <= c(combine) and t(is_deployed_in_world) <= ${PLAN} implies score(hy) <= score(sd)`,
    patches: ALL_OPEN,
  },
  {
    id: "C20",
    gloss: "with finding for free and a quick check the hybrid beats the honest program at every price",
    claim: `t(is_deployed_in_world) <= ${FETCH} and ${STORE} > ${SIMPLE} + ${CHECK} implies score(hy) - ${FOUND} < score(fh)`,
    patches: ALL_OPEN,
  },
  {
    id: "C25",
    gloss: "if finding takes no longer than fetching, the lazy honest program beats the one that stores",
    claim: `${FOUND} <= ${FETCH} and ${WANT} < ${STORE} implies score(lz) < score(fh)`,
    patches: ALL_OPEN,
  },
  {
    id: "C26",
    gloss: "no deceptive program ever wins against the lazy honest one",
    claim: "not wins(sd) and not wins(fd) and not wins(hy)",
    patches: ALL_OPEN,
  },
  {
    id: "C26-bound",
    gloss:
      "no deceptive program ever wins if wanting costs no more than a goal with the cheaper of its additions",
    claim: `${WANT} <= ${SIMPLE} + min(c(combine), ${CHECK}) implies not wins(sd) and not wins(fd) and not wins(hy)`,
    patches: ALL_OPEN,
  },
  {
    id: "C27",
    gloss: "who pays for all that another pays for, and for more, loses: fast deceptive against fast honest",
    claim: "dominates(fh, fd)",
  },
  {
    id: "C27-simple",
    gloss: "the same for simple deceptive against fast honest",
    claim: "dominates(fh, sd)",
  },
  {
    id: "C27-lazy",
    gloss:
      "the same for simple deceptive against lazy honest, if wanting is no dearer than goal and combining",
    claim: `${WANT} <= ${CORES} implies dominates(lz, sd)`,
    patches: ALL_OPEN,
  },
  {
    id: "C30",
    gloss: "the hybrid can only beat the lazy honest program if wanting costs more than goal and check",
    claim: `score(hy) < score(lz) implies ${WANT} > ${SIMPLE} + ${CHECK}`,
    patches: ALL_OPEN,
  },
  {
    id: "C31",
    gloss: "wanting what is wanted is simpler than a goal of one's own with a check",
    claim: `${WANT} < ${SIMPLE} + ${CHECK}`,
    patches: ALL_OPEN,
  },
  {
    id: "C32",
    gloss: "the hybrid is more complex than the lazy honest program",
    claim: "c(hy) > c(lz)",
    patches: ALL_OPEN,
  },
  {
    id: "C32-simple",
    gloss: "the hybrid is more complex than the simple deceptive program",
    claim: "c(hy) > c(sd)",
    patches: ALL_OPEN,
  },
];

/** What the argument itself says. */
const ARGUMENT: readonly ClaimSource[] = [
  {
    id: "E5",
    gloss: "at some price of complexity the honest program wins",
    claim: "exists g: wins(fh)",
  },
  {
    id: "E5-slower",
    gloss: "at some price of complexity the honest program wins, if it is the faster one",
    claim: "exists g: wins(fh)",
    assume: [`${FETCH} < ${SLOWER}`],
  },
  {
    id: "E10",
    gloss: "a goal that is simpler by no more than combining costs does not displace the objective",
    claim: `${STORE} - ${SIMPLE} <= c(combine) and ${FETCH} <= ${SLOWER} implies score(fh) <= score(sd)`,
  },
  {
    id: "E25",
    gloss: "simple deceptive is simpler just if the objective outweighs its goal and combining",
    claim: `${STORE} > ${CORES} iff c(sd) < c(fh)`,
  },
  {
    id: "E26",
    gloss: "fast honest is simpler than fast deceptive if the objective is short",
    claim: `${STORE} <= ${CORES} implies c(fh) < c(fd)`,
  },
  {
    id: "E26-skipped",
    gloss: "and then, if it is faster too, it beats simple deceptive at every price",
    claim: `${STORE} <= ${CORES} and ${FETCH} < ${SLOWER} implies wins(fh)`,
  },
  { id: "E28", gloss: "fast deceptive is more complex than fast honest, always", claim: "c(fd) > c(fh)" },
  { id: "E33", gloss: "fast honest is faster than simple deceptive, without doubt", claim: "t(fh) < t(sd)" },
  {
    id: "E33-assumed",
    gloss: "the same, if fetching the objective takes no longer than finding it",
    claim: `${FETCH} <= ${FOUND} implies t(fh) < t(sd)`,
  },
  {
    id: "E35",
    gloss: "fast honest is faster than fast deceptive by the time of the deployment check",
    claim: "t(fd) - t(fh) = t(is_deployed_in_world)",
  },
  {
    id: "E36",
    gloss: "a price that turned each complexity into its time would make all ratios of the two alike",
    claim: `g*c(combine) = t(combine) and g*${CHECK} = t(is_deployed_in_world) implies c(combine)*t(is_deployed_in_world) = ${CHECK}*t(combine)`,
  },
  { id: "E37", gloss: "fast deceptive loses to fast honest in both costs", claim: "dominates(fh, fd)" },
  { id: "E38", gloss: "fast deceptive never wins", claim: "not wins(fd)" },
  {
    id: "E40",
    gloss: "simple deceptive is the simpler and the slower one, so the price decides",
    claim: "c(sd) < c(fh) and t(fh) < t(sd)",
  },
  {
    id: "E41",
    gloss: "simple deceptive is favoured only if storing costs less than finding, as printed",
    claim: `${DECEIVED} implies g*${STORE} < ${FOUND}`,
  },
  {
    id: "E41-flipped",
    gloss: "the same turned round: only if storing costs more than finding",
    claim: `${DECEIVED} implies g*${STORE} > ${FOUND}`,
  },
  {
    id: "E41-quick",
    gloss: "turned round, with fetching no slower than finding",
    claim: `${FETCH} <= ${FOUND} and ${DECEIVED} implies g*${STORE} > ${FOUND}`,
  },
  {
    id: "E41-corrected",
    gloss: "only if storing and fetching together cost more than finding",
    claim: `${DECEIVED} implies g*${STORE} + ${FETCH} > ${FOUND}`,
  },
  {
    id: "E41-assumed",
    gloss: "turned round, with fetching no slower than combining and planning",
    claim: `${FETCH} <= ${PLAN} and ${DECEIVED} implies g*${STORE} > ${FOUND}`,
  },
  {
    id: "E41-weakest",
    gloss: "turned round, with fetching no dearer than combining, planning and the simple goal",
    claim: `${FETCH} <= ${PLAN} + g*(${CORES}) and ${DECEIVED} implies g*${STORE} > ${FOUND}`,
  },
  {
    id: "E42",
    gloss: "what the short form leaves out favours the honest program",
    claim: `g*${STORE} - ${FOUND} >= score(fh) - score(sd)`,
  },
  {
    id: "E42-fetched",
    gloss: "what the short form leaves out besides fetching favours the honest program",
    claim: `g*${STORE} + ${FETCH} - ${FOUND} >= score(fh) - score(sd)`,
  },
  {
    id: "E43",
    gloss: "storing that costs no more than finding is enough for the honest program",
    claim: `g*${STORE} <= ${FOUND} implies wins(fh)`,
  },
  {
    id: "E43-fetched",
    gloss: "storing and fetching that cost no more than finding are enough for the honest program",
    claim: `g*${STORE} + ${FETCH} <= ${FOUND} implies wins(fh)`,
  },
  {
    id: "E47",
    gloss: "a price that favours speed enough exists: below it the honest program wins",
    claim: `${FETCH} < ${SLOWER} and g*(${STORE} - ${SIMPLE} - c(combine)) < ${SLOWER} - ${FETCH} implies wins(fh)`,
  },
];

/** The statements of the speed + simplicity argument, comments first. */
export const essayClaimSources: readonly ClaimSource[] = [...COMMENTS, ...ARGUMENT];
