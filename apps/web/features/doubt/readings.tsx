"use client";

import { Plus } from "lucide-react";
import { type Draft, type DraftReading, targetName } from "../../client/debate/draft.ts";
import { ChangeCard } from "./change-card.tsx";
import { Field } from "./field.tsx";
import type { DraftPatches } from "./use-draft-patch.ts";
import { otherWays, waysFor } from "./ways.ts";

/** As many readings as a room takes. */
const MOST = 4;

/** The changes of a draft, in one reading or several, and the ways to add more. */
export function Readings(props: {
  readonly draft: Draft;
  readonly patches: DraftPatches;
  readonly onChange: (part: Pick<Draft, "readings" | "reading">) => void;
}) {
  const { draft, patches } = props;
  const { readings, reading } = draft;
  const shown = readings[reading] ?? readings[0];
  if (shown === undefined) return null;
  const change = (next: DraftReading): void =>
    props.onChange({ readings: readings.with(reading, next), reading });
  const add = (): void =>
    props.onChange({ readings: [...readings, { label: "", changes: [] }], reading: readings.length });
  const remove = (): void =>
    props.onChange({ readings: readings.toSpliced(reading, 1), reading: Math.max(0, reading - 1) });
  return (
    <div className="space-y-2">
      {readings.length > 1 && (
        <>
          <div role="group" aria-label="Readings" className="flex flex-wrap gap-1">
            {readings.map((one, index) => (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: a reading has no name of its own until one is typed
                key={index}
                type="button"
                aria-pressed={index === reading}
                onClick={() => props.onChange({ readings, reading: index })}
                className="button button-line min-h-7 max-w-full aria-pressed:border-ink aria-pressed:bg-well"
              >
                <span className="truncate">{one.label || `Reading ${index + 1}`}</span>
                <span className="math text-soft">{patches.effects[index]?.effect?.badge}</span>
              </button>
            ))}
          </div>
          <Field
            label="This reading in a few words"
            value={shown.label}
            placeholder="e.g. it carries both"
            onChange={(label) => change({ ...shown, label })}
          />
        </>
      )}
      {shown.changes.map((one, index) => (
        <ChangeCard
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no names, and keep their order
          key={`${reading} ${index}`}
          change={one}
          scenario={patches.built[reading]?.before[index] ?? patches.base}
          problems={(patches.built[reading]?.problems ?? []).filter((problem) => problem.change === index)}
          onChange={(next) => change({ ...shown, changes: shown.changes.with(index, next) })}
          onRemove={() => change({ ...shown, changes: shown.changes.toSpliced(index, 1) })}
        />
      ))}
      <Ways draft={draft} patches={patches} reading={shown} onChange={change} />
      {shown.changes.length > 0 && (
        <div className="flex flex-wrap gap-1">
          {readings.length < MOST && (
            <button type="button" className="button" onClick={add}>
              <Plus size={14} aria-hidden /> Another reading of it
            </button>
          )}
          {readings.length > 1 && (
            <button type="button" className="button" onClick={remove}>
              Take this reading back
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function Ways(props: {
  readonly draft: Draft;
  readonly patches: DraftPatches;
  readonly reading: DraftReading;
  readonly onChange: (reading: DraftReading) => void;
}) {
  const { draft, patches, reading } = props;
  const { base } = patches;
  const fitting = waysFor(base, draft.target);
  const others = otherWays(base, draft.target);
  const isFirst = reading.changes.length === 0;
  const add = (text: string): void => {
    const way = [...fitting, ...others].find((one) => one.text === text);
    if (way !== undefined) props.onChange({ ...reading, changes: [...reading.changes, way.change] });
  };
  const select = (ways: readonly { readonly text: string }[], label: string) => (
    <select
      aria-label={label}
      value=""
      onChange={(event) => add(event.target.value)}
      className="field w-full py-0 text-sm"
    >
      <option value="">{label} …</option>
      {ways.map(({ text }) => (
        <option key={text} value={text}>
          {text}
        </option>
      ))}
    </select>
  );
  if (!isFirst) return select([...fitting, ...others], "Change something more");
  return (
    <div>
      <p className="label">What would the model say about {targetName(base, draft.target)}?</p>
      <div className="mt-1 mb-1.5 flex flex-wrap gap-1">
        {fitting.map(({ text }) => (
          <button key={text} type="button" className="button button-line min-h-7" onClick={() => add(text)}>
            {text}
          </button>
        ))}
      </div>
      {others.length > 0 && select(others, "Something else is different")}
    </div>
  );
}
