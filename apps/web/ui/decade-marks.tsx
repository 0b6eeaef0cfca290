import type { StripScene } from "@crux/present";

/** The decades below a strip, one of `every`, between its two ends; a picture's scale, so hidden from screen readers. */
export function DecadeMarks(props: {
  readonly decades: StripScene["decades"];
  readonly every: number;
  readonly className: string;
}) {
  const { decades, every, className } = props;
  return (
    <div aria-hidden className={`figure relative text-soft ${className}`}>
      <span className="absolute left-0">0</span>
      {decades.map((mark, at) =>
        at % every === 0 ? (
          <span
            key={mark.text}
            className="absolute -translate-x-1/2"
            style={{ left: `${mark.position * 100}%` }}
          >
            {mark.text}
          </span>
        ) : null,
      )}
      <span className="absolute right-0">∞</span>
    </div>
  );
}
