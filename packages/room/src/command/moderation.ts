/** Something that a moderator took out of sight: a stub with a reason stays. */
export type Hidden = {
  readonly by: string;
  readonly seq: number;
  readonly at: number;
  readonly reason: string;
};

/** Someone who may only read: until the next phase begins, or until it is lifted. */
export type Muted = { readonly by: string; readonly seq: number; readonly until: "phase" | "lifted" };

/** One line of the public record of what moderators did. */
export type ModerationNote = {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  /** The command. */
  readonly kind: string;
  /** Whom or what it was about: a person, a row, a thing; "" for the room. */
  readonly subject: string;
  /** What was said or set. */
  readonly reason: string;
};

type Fields = Readonly<Record<string, unknown>>;

/** Per command, what its note says; commands that are not listed leave none. */
const notes: Readonly<Record<string, (event: Fields) => readonly [subject: unknown, reason: unknown]>> = {
  hide: ({ to, reason }) => [to, reason],
  unhide: ({ to }) => [to, ""],
  mute: ({ person, reason }) => [person, reason],
  unmute: ({ person }) => [person, ""],
  "remove-person": ({ person, reason }) => [person, reason],
  "readmit-person": ({ person }) => [person, ""],
  "lock-term": ({ row, locked }) => [row, locked ? "locked" : "unlocked"],
  "close-door": ({ closed }) => ["", closed ? "closed" : "open"],
  "close-room": ({ closed }) => ["", closed ? "closed" : "open"],
  "set-anonymous": ({ on }) => ["", on ? "anonymous" : "by name"],
  "set-embed": ({ on }) => ["", on ? "shown on other pages" : "not shown on other pages"],
  "set-code": ({ hidden, role }) => ["", `${hidden ? "hidden" : "shown"}, ${role}`],
  "renew-code": () => ["", ""],
  "hand-over": ({ to }) => [to, ""],
  "set-role": ({ person, role }) => [person, role],
  "set-agenda": () => ["", ""],
  "skip-hand": ({ person }) => [person, ""],
};

/** The note that an event leaves; null when it leaves none. */
export function noteOf(
  event: { readonly kind: string },
  meta: Pick<ModerationNote, "seq" | "at" | "by">,
): ModerationNote | null {
  const note = Object.hasOwn(notes, event.kind) ? notes[event.kind] : undefined;
  if (note === undefined) return null;
  const [subject, reason] = note(event as unknown as Fields);
  const { seq, at, by } = meta;
  return { seq, at, by, kind: event.kind, subject: String(subject ?? ""), reason: String(reason ?? "") };
}
