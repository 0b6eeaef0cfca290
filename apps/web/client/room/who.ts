import { isAnonymous, pseudonymName, type RoomView } from "@crux/room/client";

type Known = Pick<RoomView, "you" | "pseudonym" | "people">;

/** The name under which `id` speaks: a person's, or that of a pseudonym. */
export const nameOf = ({ people }: Pick<RoomView, "people">, id: string): string =>
  people.find((one) => one.id === id)?.name ?? pseudonymName(id);

/** Whether `id` is the person at this page, by their own name or by their pseudonym. */
export const isYou = ({ you, pseudonym }: Omit<Known, "people">, id: string): boolean =>
  id === you?.id || (pseudonym !== null && id === pseudonym);

/** The id under which the person at this page speaks now: their own, or their pseudonym; null for none yet. */
export const voiceOf = ({
  you,
  pseudonym,
  session,
}: Pick<RoomView, "you" | "pseudonym" | "session">): string | null =>
  isAnonymous(session) ? pseudonym : (you?.id ?? null);

/** What `record` holds for the person at this page, under their own id or their pseudonym; null for nothing. */
export function ownIn<T>(view: Omit<Known, "people">, record: Readonly<Record<string, T>>): T | null {
  return Object.entries(record).find(([id]) => isYou(view, id))?.[1] ?? null;
}
