/** What a server is told to hold at first: the prose and rows of a scenario of about so many bytes. */
export type Seed = { readonly bytes: number };

/** What a member of a room notices. */
export type Hears = {
  /** Bytes of the document's updates by others, as they came. */
  update(bytes: Uint8Array): void;
  /** The server says that everything up to the `count`-th write of this member is taken. */
  acknowledged(count: number): void;
};

/** One connection to one room. */
export type Member = {
  /** Writes `text` at the end of the gloss of the term number `field`, as one edit. Only for those who joined as writers. */
  write(text: string, field: number): void;
  /** All glosses as this writer has them. */
  text(): string;
  close(): void;
};

/** A server under measurement, and how to talk to it in its own protocol. */
export type Service = {
  readonly name: string;
  /** Arguments for Node before the port and the folder. */
  readonly script: string;
  /** What an acknowledgement of the server promises; null when it gives none. */
  readonly acknowledges: string | null;
  /** What stands in the message that a server of two messages an edit sends before the bytes. */
  readonly announces?: string;
  /** Makes a room that holds a scenario of that size; says how to join it. */
  make(url: string, seed: Seed): Promise<string>;
  /** Joins and resolves once the whole document is here. Who does not write only listens. */
  join(url: string, room: string, as: { readonly writes: boolean }, hears: Hears): Promise<Member>;
};
