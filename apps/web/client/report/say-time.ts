const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Milliseconds since 1970 as `23 Nov, 15:40`, by this device's time zone. */
export const sayTime = (at: number): string => moment.format(at);

/** The same as `23 November 2026`. */
export const sayDay = (at: number): string => day.format(at);

/** The same as `15:40`. */
export const sayClock = (at: number): string => clock.format(at);
