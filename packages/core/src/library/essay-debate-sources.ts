import type { PatchJson } from "../patch/edit-schema.ts";
import type { ObjectionKind, ObjectionStatus } from "../patch/objection.ts";
import { FIND } from "./speed-simplicity.ts";

/** A reading whose patch is one of the library, with `more` edits after it. */
export type ReadingSource = { readonly label: string; readonly patch: string; readonly more?: PatchJson };

/** What an objection is about, before its snapshot is taken. */
type AnchorSource =
  | { readonly kind: "term"; readonly term: string }
  | { readonly kind: "cost"; readonly term: string; readonly axis: "c" | "t" }
  | { readonly kind: "program"; readonly program: string }
  | { readonly kind: "claim"; readonly claim: string }
  | { readonly kind: "threshold"; readonly between: readonly [string, string] }
  | { readonly kind: "scenario" };

/** A contribution before it is read; `on` names the patches of the scenario that its anchor stands in. */
export type DebateSource = {
  readonly id: string;
  readonly author: "Author" | "Commenter" | "Reader";
  readonly kind: ObjectionKind;
  readonly anchor: AnchorSource;
  readonly text: string;
  readonly readings?: readonly ReadingSource[];
  readonly replyTo?: string;
  readonly rows: readonly string[];
  readonly move?: number;
  readonly on?: readonly string[];
  readonly status?: ObjectionStatus;
};

/** The moves of the tour, and what is said about them. */
const MOVES: readonly DebateSource[] = [
  {
    id: "hybrid",
    author: "Commenter",
    kind: "proposal",
    anchor: { kind: "scenario" },
    text: "A program is missing: it hardcodes a short goal and a check for deployment, and works the training objective out whenever it is being trained.",
    readings: [{ label: "the hybrid competes too", patch: "hybrid" }],
    rows: ["C19", "C28"],
    move: 1,
  },
  {
    id: "overlap",
    author: "Commenter",
    kind: "undermine",
    anchor: { kind: "cost", term: FIND, axis: "t" },
    text: "Working out the objective is mostly a by-product of optimising well: a good optimiser has to understand its surroundings anyhow. The better it is, the less is left to pay.",
    readings: [{ label: "nine tenths come free", patch: "overlap" }],
    replyTo: "hybrid",
    rows: ["C20", "C29"],
    move: 2,
    on: ["hybrid"],
  },
  {
    id: "lazy-honest",
    author: "Author",
    kind: "proposal",
    anchor: { kind: "program", program: "fh" },
    text: "If finding costs next to nothing, nobody should store the objective, the honest program included: it can want whatever the environment turns out to want. Then it pays neither for a goal of its own with a check, nor for planning beyond the episode.",
    readings: [{ label: "the honest program is lazy too", patch: "lazy-honest" }],
    replyTo: "overlap",
    rows: ["C25", "C26", "C27"],
    move: 3,
    on: ["hybrid", "overlap"],
  },
  {
    id: "knowing-is-not-wanting",
    author: "Commenter",
    kind: "undermine",
    anchor: { kind: "cost", term: "do_what_env_wants", axis: "c" },
    text: "A program can know what people want and not want it. Wanting it has to be written down as well, and that is not cheaper than a short goal with a check.",
    readings: [{ label: "wanting costs 12", patch: "knowing-is-not-wanting" }],
    replyTo: "lazy-honest",
    rows: ["C30"],
    move: 4,
    on: ["hybrid", "overlap", "lazy-honest"],
  },
  {
    id: "simpler-to-just-do-it",
    author: "Author",
    kind: "question",
    anchor: {
      kind: "claim",
      claim: "c(do_what_env_wants) < c(simplest_obj) + c(is_deployed_in_world)",
    },
    text: "Doing what is wanted for its own sake skips the step of wanting something else and reasoning towards it. Why should that be the longer description?",
    replyTo: "knowing-is-not-wanting",
    rows: ["C31"],
    on: ["hybrid", "overlap", "lazy-honest"],
  },
  {
    id: "both-can-work",
    author: "Author",
    kind: "rebut",
    anchor: { kind: "claim", claim: "c(hy) > c(lz)" },
    text: "Granted: hardcoding one thing and computing the other is possible. What is left: it should need a longer description.",
    replyTo: "hybrid",
    rows: ["C32"],
    status: "conceded",
    on: ["hybrid"],
  },
  {
    id: "never-together",
    author: "Author",
    kind: "question",
    anchor: { kind: "program", program: "hy" },
    text: "Which of the three programs is meant? None of them pays for the check and for finding.",
    replyTo: "hybrid",
    rows: ["C23"],
    status: "answered",
    on: ["hybrid"],
  },
];

/** The optimiser as a common part. */
const CORE: readonly DebateSource[] = [
  {
    id: "neutral-core",
    author: "Commenter",
    kind: "undermine",
    anchor: { kind: "term", term: "mesaoptimize" },
    text: "All programs share one optimiser that serves any goal equally well. Nobody has shown that there is such a part.",
    readings: [
      { label: "each program carries the optimiser for its own goal", patch: "core-per-goal" },
      { label: "the deceptive program carries both optimisers", patch: "both-cores" },
    ],
    rows: ["C1"],
  },
  {
    id: "goals-as-heuristics",
    author: "Author",
    kind: "rebut",
    anchor: { kind: "term", term: "mesaoptimize" },
    text: "If goals are piles of heuristics inside the optimiser, deceiving takes more room still, and the honest program gains.",
    replyTo: "neutral-core",
    rows: ["C4"],
  },
  {
    id: "changing-over",
    author: "Author",
    kind: "scope",
    anchor: { kind: "program", program: "sd" },
    text: "The usual story has a program change from pursuing a thing to feigning it for another. Without an exchangeable optimiser that change is unlikely, or costs extra.",
    readings: [{ label: "changing over has a price", patch: "switch-cost" }],
    rows: ["C5"],
  },
  {
    id: "which-kind",
    author: "Author",
    kind: "question",
    anchor: { kind: "scenario" },
    text: "Does the conclusion not follow from the set-up, or was deception never likely to begin with? These are different objections.",
    replyTo: "neutral-core",
    rows: ["C6"],
  },
  {
    id: "trainable-parts",
    author: "Commenter",
    kind: "scope",
    anchor: { kind: "scenario" },
    text: "Training cannot aim at general cognitive parts with the goal left blank. All programs here depend on such parts.",
    rows: ["C2"],
  },
  {
    id: "not-well-founded",
    author: "Commenter",
    kind: "undercut",
    anchor: { kind: "term", term: "mesaoptimize" },
    text: "My main objection: an optimiser is explained as some further parts plus an optimiser. Such a division does not say what the common part costs.",
    readings: [
      { label: "each has its own, how different is open", patch: "own-optimiser" },
      {
        label: "the deceptive one is 10 simpler",
        patch: "own-optimiser",
        more: [{ kind: "set-parameter", parameter: "delta", to: "10" }],
      },
    ],
    rows: ["C3", "C11"],
  },
  {
    id: "not-moved",
    author: "Commenter",
    kind: "undercut",
    anchor: { kind: "threshold", between: ["fh", "sd"] },
    text: "As long as that stands, the result does not change what I believe: my credence is what it was.",
    replyTo: "not-well-founded",
    rows: ["C12"],
  },
  {
    id: "poor-concepts",
    author: "Commenter",
    kind: "scope",
    anchor: { kind: "scenario" },
    text: "Optimisers with a goal inside are a poor division of what there is. No cost is disputed; what is in doubt is whether any of this applies.",
    rows: ["C7"],
  },
];

/** What the prior does, and to whom. */
const PRIOR: readonly DebateSource[] = [
  {
    id: "cameras",
    author: "Commenter",
    kind: "proposal",
    anchor: { kind: "program", program: "fh" },
    text: "A guard who is judged by what the cameras show may come to care for the pictures. That program costs what the honest one costs.",
    readings: [{ label: "a program that fools the cameras", patch: "proxy-twin" }],
    rows: ["C9"],
  },
  {
    id: "no-reassurance",
    author: "Commenter",
    kind: "rebut",
    anchor: { kind: "claim", claim: "exists g: score(fh) < score(px)" },
    text: "No prior on speed tells the two apart, however it is tuned.",
    replyTo: "cameras",
    rows: ["C10"],
    on: ["proxy-twin"],
  },
  {
    id: "effect-not-examined",
    author: "Commenter",
    kind: "undercut",
    anchor: { kind: "threshold", between: ["fh", "sd"] },
    text: "What a prior on speed does is not examined here: see the optimiser that is shared and the cameras.",
    rows: ["C14"],
  },
  {
    id: "either-may-be-wrong",
    author: "Commenter",
    kind: "scope",
    anchor: { kind: "scenario" },
    text: "Neither of us knows what gradient descent would find.",
    replyTo: "effect-not-examined",
    rows: ["C15"],
  },
  {
    id: "staged",
    author: "Commenter",
    kind: "scope",
    anchor: { kind: "cost", term: FIND, axis: "t" },
    text: "The usual story comes in stages: a weak program mostly does what is asked; a capable one with another goal is chosen later, since it looks the same. Finding gets faster on the way.",
    readings: [{ label: "at stage 3 finding takes a third", patch: "capability" }],
    rows: ["C13"],
  },
  {
    id: "speed-of-fast-deceptive",
    author: "Commenter",
    kind: "question",
    anchor: { kind: "program", program: "fd" },
    text: "Where does speed come in at all for the fast deceptive program?",
    rows: ["C16"],
  },
  {
    id: "scarce-space",
    author: "Commenter",
    kind: "undermine",
    anchor: { kind: "cost", term: "get_base_obj", axis: "c" },
    text: "Space is limited: what the objective takes is not there for knowledge, and that costs precision.",
    readings: [{ label: "each unit displaces knowledge worth 1/2", patch: "capacity" }],
    rows: ["C17"],
  },
  {
    id: "too-long",
    author: "Commenter",
    kind: "undermine",
    anchor: { kind: "cost", term: "get_base_obj", axis: "c" },
    text: "A short objective can be hardcoded, a long one cannot.",
    readings: [{ label: "programs that store it do not fit", patch: "too-long-to-store" }],
    rows: ["C18"],
  },
  {
    id: "means-and-ends",
    author: "Commenter",
    kind: "proposal",
    anchor: { kind: "cost", term: "mesaoptimize_outer_world_env", axis: "t" },
    text: "One would have to penalise time for means differently from time for ends.",
    readings: [{ label: "time for means counts half", patch: "instrumental-weight" }],
    rows: ["C21"],
  },
  {
    id: "other-means",
    author: "Commenter",
    kind: "undercut",
    anchor: { kind: "cost", term: "mesaoptimize_outer_world_env", axis: "t" },
    text: "It would find means of another kind then.",
    replyTo: "means-and-ends",
    rows: ["C22"],
  },
  {
    id: "finding-by-definition",
    author: "Author",
    kind: "undercut",
    anchor: { kind: "cost", term: FIND, axis: "t" },
    text: "Finding stands for whatever part of optimising the honest program is spared. So it cannot be nearly all of it and nothing at once.",
    readings: [{ label: "defined so, and listed as well", patch: "finding-defined" }],
    replyTo: "overlap",
    rows: ["C24"],
  },
];

/** Objections to the argument that its own formulas suggest. */
const FORMULAS: readonly DebateSource[] = [
  {
    id: "runs-what-it-found",
    author: "Reader",
    kind: "rebut",
    anchor: { kind: "claim", claim: "t(fh) < t(sd)" },
    text: "Nothing makes the simple deceptive program the slower one: it is never charged for fetching the objective it found. Charge it, and this and the condition on the price both hold.",
    readings: [
      { label: "it pays for fetching too", patch: "repair" },
      { label: "as it stands: a slow fetch reverses everything", patch: "slow-getter" },
    ],
    rows: ["E30", "E33", "E41", "E42"],
  },
  {
    id: "short-objective",
    author: "Reader",
    kind: "undermine",
    anchor: { kind: "cost", term: "get_base_obj", axis: "c" },
    text: "If the objective is short, the honest program is the simpler one as well, and no price helps the deceptive one.",
    readings: [{ label: "the objective takes 7", patch: "short-objective" }],
    rows: ["E26"],
  },
  {
    id: "slightly-simpler",
    author: "Reader",
    kind: "undermine",
    anchor: { kind: "cost", term: "simplest_obj", axis: "c" },
    text: "The example is about a goal that is only slightly simpler than the objective.",
    readings: [{ label: "simpler by 3", patch: "slightly-simpler" }],
    rows: ["E8", "E9", "E10"],
  },
  {
    id: "who-needs-to-know",
    author: "Reader",
    kind: "undermine",
    anchor: { kind: "term", term: "useful_knowledge" },
    text: "Perhaps only deceptive programs need to know about their training.",
    readings: [{ label: "knowledge of 8 on top", patch: "extra-knowledge" }],
    rows: ["E17"],
  },
  {
    id: "faster-heuristics",
    author: "Reader",
    kind: "undermine",
    anchor: { kind: "scenario" },
    text: "Heuristics that add more complexity than time move the flip towards the deceptive program.",
    readings: [{ label: "twice as complex, half as slow again", patch: "heuristics" }],
    rows: ["E19"],
  },
  {
    id: "finding-grows",
    author: "Reader",
    kind: "undermine",
    anchor: { kind: "cost", term: FIND, axis: "t" },
    text: "What is long to write down should be long to find.",
    readings: [{ label: "3/4 of a step a unit", patch: "linked-finding" }],
    rows: ["E32"],
  },
  {
    id: "kept-between-episodes",
    author: "Reader",
    kind: "undermine",
    anchor: { kind: "cost", term: FIND, axis: "t" },
    text: "What was worked out in one episode may be kept for the next.",
    readings: [{ label: "kept for ten episodes", patch: "amortised" }],
    rows: ["E34"],
  },
  {
    id: "other-routes",
    author: "Author",
    kind: "scope",
    anchor: { kind: "scenario" },
    text: "Deception may also come about on the way, by a program that changes itself. The prior says nothing about that.",
    rows: ["E39"],
  },
  {
    id: "price-not-additive",
    author: "Author",
    kind: "undercut",
    anchor: { kind: "scenario" },
    text: "The price of two parts together is probably not the sum of their prices. Then what all programs share matters after all.",
    readings: [
      { label: "by the square", patch: "square-price" },
      { label: "by the square root", patch: "root-price" },
    ],
    rows: ["E63"],
  },
];

/** All contributions, the tour's moves first; a reply comes after what it answers. */
export const debateSources: readonly DebateSource[] = [...MOVES, ...CORE, ...PRIOR, ...FORMULAS];
