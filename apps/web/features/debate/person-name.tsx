import { useRailRoom } from "./rail-room.tsx";

/** A person's name behind a dot in their colour. A name keeps its own direction. */
export function PersonName({ person }: { readonly person: string }) {
  const { nameOf, colourOf, isYou } = useRailRoom();
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <span
        aria-hidden
        data-person={colourOf(person) % 8}
        className="size-2 shrink-0 rounded-full bg-[var(--person)]"
      />
      <bdi className="truncate font-medium text-ink">{isYou(person) ? "You" : nameOf(person)}</bdi>
    </span>
  );
}
