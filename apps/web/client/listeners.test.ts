import { describe, expect, it, vi } from "vitest";
import { createListeners } from "./listeners.ts";

function heard() {
  const listeners = createListeners<string>();
  const news: string[] = [];
  const stop = listeners.subscribe((changed) => news.push([...changed].join("+")));
  return { listeners, news, stop };
}

describe("createListeners", () => {
  it("tells at once what changed, and nobody who has left", () => {
    const { listeners, news, stop } = heard();
    listeners.tell(["a", "b"]);
    stop();
    listeners.tell(["c"]);
    expect(news).toEqual(["a+b"]);
  });

  it("tells what was held in one piece when it is released, and then at once again", () => {
    const { listeners, news } = heard();
    listeners.hold();
    listeners.tell(["a"]);
    listeners.tell(["b", "a"]);
    expect(news).toEqual([]);
    listeners.release();
    listeners.tell(["c"]);
    expect(news).toEqual(["a+b", "c"]);
  });

  it("says nothing when nothing was told meanwhile", () => {
    const { listeners, news } = heard();
    listeners.hold();
    listeners.release();
    expect(news).toEqual([]);
  });

  it("holds no longer than a frame, however often it is asked to", () => {
    vi.useFakeTimers();
    const { listeners, news } = heard();
    listeners.hold();
    listeners.tell(["a"]);
    vi.advanceTimersByTime(10);
    listeners.hold();
    vi.advanceTimersByTime(10);
    expect(news).toEqual(["a"]);
    vi.useRealTimers();
  });
});
