import * as Y from "yjs";

/** A document that one member types into: every transaction of their own goes to `send`. */
export type Writer = {
  readonly doc: Y.Doc;
  /** Types `text` at the end of the gloss of the term number `field`, counted round. */
  write(text: string, field: number): void;
  /** All glosses, one after the other. */
  text(): string;
};

/** A writer over an empty document; `send` gets what each `write` changed. */
export function createWriter(send: (update: Uint8Array) => void): Writer {
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "own") send(update);
  });
  const glosses = (): Y.Text[] =>
    [...doc.getMap<Y.Map<unknown>>("terms").values()].flatMap((row) => {
      const gloss = row.get("gloss");
      return gloss instanceof Y.Text ? gloss : [];
    });
  return {
    doc,
    write(mark, field) {
      const all = glosses();
      const gloss = all[field % all.length];
      doc.transact(() => gloss?.insert(gloss.length, mark), "own");
    },
    text: () => glosses().join(""),
  };
}
