/** What becomes of a row that changes no number. */
export type EssayNote = {
  /** Its row in `docs/coverage.md`. */
  readonly row: string;
  /** `lost`: the source has a gap here, which is shown and not guessed. `scope`: outside of what the scenario says. */
  readonly kind: "lost" | "scope" | "background" | "practice";
  readonly text: string;
};

const note = (row: string, kind: EssayNote["kind"], text: string): EssayNote =>
  Object.freeze({ row, kind, text });

/** Rows of the argument and its discussion that are neither a claim, nor an objection, nor part of the scenario. */
export const essayNotes: readonly EssayNote[] = Object.freeze([
  note("C8", "lost", "A list of imprecise words stood here; it is lost in the source."),
  note("C33", "lost", "Thanks and questions; the questions are lost in the source."),
  note("E1", "background", "Whom the text thanks."),
  note("E2", "background", "What a reader is taken to have read before."),
  note(
    "E4",
    "lost",
    "Two ways in which deception comes about; their list is lost. Only that by priors is inside.",
  ),
  note(
    "E6",
    "scope",
    "If priors are dealt with, what remains is early training, which is easier to work on.",
  ),
  note("E7", "background", "Limits are studied since they show which way things are pushed short of them."),
  note("E11", "background", "Networks stand for short programs, training for a search among programs."),
  note("E12", "background", "All programs do equally well in training, so the prior alone decides."),
  note("E13", "lost", "Kinds of priors; their list is lost in the source."),
  note("E18", "lost", "Listings of the programs are lost; those shown are reconstructed and say so."),
  note("E48", "scope", "How the price comes about from architecture and loss is not part of the scenario."),
  note(
    "E49",
    "background",
    "Evidence that search favours simple programs, from training that generalises late.",
  ),
  note("E51", "lost", "Two steps that enforce the prior on speed; they are lost in the source."),
  note("E53", "practice", "Developers weigh each further rollout, since it takes episodes away."),
  note("E56", "practice", "Hardware adds more at once, not more in sequence: the time of one rollout stays."),
  note("E61", "lost", "Steps of a way to train; they are lost in the source."),
  note("E62", "lost", "Closing points; they are lost in the source."),
]);
