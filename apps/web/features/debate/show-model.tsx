"use client";

import { createContext, type ReactNode, useContext } from "react";

const Context = createContext<(then: () => void) => void>((then) => then());

/** Tells the rail's parts how the page brings the model into view; on a phone only one panel shows. */
export function ShowModelProvider(props: {
  readonly show: (then: () => void) => void;
  readonly children: ReactNode;
}) {
  return <Context value={props.show}>{props.children}</Context>;
}

/** Brings the model into view, and then does something there. */
export const useShowModel = (): ((then: () => void) => void) => useContext(Context);
