import type { JoinedRoom } from "@crux/room/client";

/** Gives each room one thing of its own, made when it is first asked for. */
export function oneForEach<T>(make: (room: JoinedRoom) => T): (room: JoinedRoom) => T {
  const made = new WeakMap<JoinedRoom, { readonly thing: T }>();
  return (room) => {
    const known = made.get(room);
    if (known !== undefined) return known.thing;
    const thing = make(room);
    made.set(room, { thing });
    return thing;
  };
}
