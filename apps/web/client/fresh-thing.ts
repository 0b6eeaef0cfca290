/** A new id for something that this page puts into the room: 16 random letters that nothing else has. */
export const freshThing = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
