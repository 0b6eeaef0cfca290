import type { Mark } from "../../client/workspace-store.ts";

/** The names of those who are in a field, as small flags in their colours. */
export function FieldMarks({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <span className="pointer-events-none absolute -top-3.5 left-0 z-10 flex gap-0.5">
      {marks.slice(0, 3).map((mark) => (
        <span
          key={mark.person}
          data-person={mark.colour % 8}
          className="person-flag max-w-24 truncate rounded-t rounded-br px-1 font-medium text-[0.625rem] leading-[0.875rem]"
        >
          {mark.name}
        </span>
      ))}
    </span>
  );
}
