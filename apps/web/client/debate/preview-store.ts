import type { PatchJson } from "./compute-effect.ts";

/**
 * What is being tried out over the scenario in force, shown as a ghost strip; nothing of it is sent to anybody.
 * Layers lie above each other in their order, and each is one reading of an objection, or the draft of one:
 *
 *     const preview = usePreview();                 // client/debate/use-debate.tsx, inside a room
 *     preview.store.toggle({ id: objection.id, title: "Finding comes free", patch });
 *     preview.layers;                               // redraws when they change
 *     preview.store.drop(objection.id);
 *     preview.store.clear();
 *
 * A reply builds on what it answers: put the parents' layers in first (`putOver`).
 */
export type Layer = {
  /** An objection's id, or `draft`. A second layer of the same id takes the place of the first. */
  readonly id: string;
  /** Whose and what, in a few words, e.g. `Bob: nine tenths come free`. */
  readonly title: string;
  readonly patch: PatchJson;
  /** All ways to read what it comes from, this one among them, where there are several. */
  readonly readings?: readonly { readonly label: string; readonly patch: PatchJson }[];
};

/** The layers that are shown; the list is the same object until it changes. */
export type PreviewStore = {
  readonly read: () => readonly Layer[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts a layer on top, or in the place of the one with its id. */
  readonly put: (layer: Layer) => void;
  /** Puts a layer on top, and right below it those that it builds on, first ones first. */
  readonly putOver: (under: readonly Layer[], layer: Layer) => void;
  /** Takes the layer off if the same one is there, else puts it in. */
  readonly toggle: (layer: Layer) => void;
  readonly drop: (id: string) => void;
  /** Shows exactly these. */
  readonly show: (layers: readonly Layer[]) => void;
  readonly clear: () => void;
};

/** The layer of whatever this person is writing. */
export const DRAFT = "draft";

/** A store that shows nothing yet. */
export function createPreviewStore(): PreviewStore {
  let layers: readonly Layer[] = [];
  const listeners = new Set<() => void>();
  const show = (next: readonly Layer[]): void => {
    if (JSON.stringify(next) === JSON.stringify(layers)) return;
    layers = next;
    for (const listener of [...listeners]) listener();
  };
  const put = (list: readonly Layer[], layer: Layer): readonly Layer[] =>
    list.some(({ id }) => id === layer.id)
      ? list.map((one) => (one.id === layer.id ? layer : one))
      : [...list, layer];
  const without = (id: string): readonly Layer[] => layers.filter((one) => one.id !== id);
  return {
    read: () => layers,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put: (layer) => show(put(layers, layer)),
    putOver(under, layer) {
      const moved = [...under, layer];
      show([...layers.filter((one) => !moved.some(({ id }) => id === one.id)), ...moved]);
    },
    toggle(layer) {
      const there = layers.find(({ id }) => id === layer.id);
      const isSame = there !== undefined && JSON.stringify(there.patch) === JSON.stringify(layer.patch);
      show(isSame ? without(layer.id) : put(layers, layer));
    },
    drop: (id) => show(without(id)),
    show,
    clear: () => show([]),
  };
}
