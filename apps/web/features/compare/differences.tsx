import { byShare, type CruxWords, turnsText } from "@crux/present/words";

/** The table of differences: what each says, its share of the gap, whom it turns, and a switch to take it over. */
export function Differences(props: {
  readonly names: readonly [string, string];
  readonly words: CruxWords;
  readonly adopt: readonly string[];
  readonly adopted: string | null;
  readonly onAdopt: (adopt: readonly string[]) => void;
}) {
  const { words, adopt } = props;
  const [a, b] = props.names.map((name) => (name === "you" ? "mine" : name.replace(/^the /, "")));
  if (words.rows.length === 0) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard */}
      <div className="mt-3 overflow-x-auto" tabIndex={0} role="group" aria-label="Differences">
        <table className="figure w-full text-sm" data-testid="differences">
          <thead>
            <tr className="border-rule border-b text-left text-soft text-xs">
              <th className="py-1 pr-2 font-medium">take over</th>
              <th className="py-1 pr-2 font-medium">difference</th>
              <th className="py-1 pr-2 text-right font-medium">{a}</th>
              <th className="py-1 pr-2 text-right font-medium">{b}</th>
              <th className="py-1 pr-2 text-right font-medium">share of the gap</th>
              <th className="py-1 pr-2 font-medium">flips {a === "mine" ? "me" : a}</th>
              <th className="py-1 font-medium">flips {a === "mine" ? "them" : b}</th>
            </tr>
          </thead>
          <tbody>
            {byShare(words.rows).map((row) => (
              <tr key={row.of} className="border-rule border-b align-top last:border-0">
                <td className="py-1 pr-2">
                  <input
                    type="checkbox"
                    className="size-5"
                    aria-label={`Take over ${row.label}`}
                    checked={adopt.includes(row.of)}
                    onChange={(event) =>
                      props.onAdopt(
                        event.target.checked ? [...adopt, row.of] : adopt.filter((one) => one !== row.of),
                      )
                    }
                  />
                </td>
                <th scope="row" className="py-1 pr-2 text-left font-normal">
                  {row.label}
                </th>
                <td className="math py-1 pr-2 text-right">{row.a}</td>
                <td className="math py-1 pr-2 text-right">{row.b}</td>
                <td className="math py-1 pr-2 text-right" title={row.exactShare}>
                  {row.share}
                  {row.masks && <span className="block font-sans text-soft text-xs">masks the others</span>}
                </td>
                <td className="py-1 pr-2">{turnsText(row.turnsA)}</td>
                <td className="py-1">{turnsText(row.turnsB)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p aria-live="polite" data-testid="adopted" className="mt-2 text-sm">
        {adopt.length === 0
          ? "Take a value over to see who wins then."
          : props.adopted === null
            ? "These do not fit together by themselves."
            : `With what is taken over: ${props.adopted}.`}
      </p>
      {words.missing !== "" && <p className="mt-1 text-soft text-xs">No shares: {words.missing}.</p>}
      {words.search !== "" && <p className="mt-1 text-soft text-xs">{words.search}</p>}
      <Sets title={`Smallest sets that flip ${a === "mine" ? "me" : a}`} sets={words.setsA} />
      <Sets title={`Smallest sets that flip ${a === "mine" ? "them" : b}`} sets={words.setsB} />
      {words.setsA.length + words.setsB.length > 0 && (
        <Sets title="Double cruxes: smallest both ways" sets={words.both} />
      )}
      {words.looseA.length + words.looseB.length > 0 && (
        <Sets
          title="Further sets that flip a side and may hold smaller ones"
          sets={[...new Set([...words.looseA, ...words.looseB])]}
        />
      )}
    </>
  );
}

function Sets({ title, sets }: { readonly title: string; readonly sets: readonly string[] }) {
  return (
    <details className="mt-2 text-sm">
      <summary className="label w-fit">
        {title}: {sets.length === 0 ? "none" : sets.length}
      </summary>
      <ul className="mt-1 list-disc pl-5">
        {sets.map((set) => (
          <li key={set}>{set}</li>
        ))}
      </ul>
    </details>
  );
}
