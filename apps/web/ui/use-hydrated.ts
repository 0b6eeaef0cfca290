"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page answers yet: before, a press of a form's button would load the page anew and lose what was typed. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
