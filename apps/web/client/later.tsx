import dynamic from "next/dynamic";
import type { ComponentType, ReactNode } from "react";
import { untilLoaded } from "./until-loaded.ts";

/**
 * A part of the page that comes in files of its own, in the browser only, when it is first drawn, and is asked for
 * again until it comes; `loading` stands in its place meanwhile.
 */
export const later = <P,>(
  load: () => Promise<ComponentType<P>>,
  loading: () => ReactNode = nothing,
): ComponentType<P> => dynamic(() => untilLoaded(load), { ssr: false, loading });

/** Says of a panel that it is about to be there. */
export const opening = (): ReactNode => <p className="p-4 text-soft">Opening …</p>;

const nothing = (): ReactNode => null;
