/** `text` with a capital letter at its beginning. */
export const capitalize = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A clause, as refusals and hints are written, as a sentence: a capital letter first, a full stop last. */
export const asSentence = (clause: string): string => `${capitalize(clause)}.`;
