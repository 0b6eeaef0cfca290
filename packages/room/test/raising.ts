/** A patch of the example room's scenario. */
export const patch = [{ kind: "set-cost", term: "rule", axis: "c", to: "9" }];

/** The command that raises `objection` about the cost of the rule, with one reading; `more` says what is otherwise. */
export const raising = (objection: string, more: object = {}) => ({
  kind: "raise-objection",
  objection,
  doubt: "scope",
  anchor: { kind: "cost", term: "rule", axis: "c", snapshot: "4" },
  rows: [],
  text: "It costs more.",
  readings: [{ label: "nine", patch }],
  replyTo: null,
  ...more,
});
