import { expect, it } from "vitest";
import { historyOf, push, redo, settle, undo } from "./history.ts";

it("undoes and redoes a step", () => {
  const history = push(historyOf(1), 2, null);
  expect(undo(history).present).toBe(1);
  expect(redo(undo(history)).present).toBe(2);
});

it("undoes typing in one field together, and again on its own after a pause", () => {
  const typed = push(push(historyOf("1"), "12", "a"), "123", "a");
  expect(undo(typed).present).toBe("1");
  expect(undo(push(settle(typed), "1234", "a")).present).toBe("123");
});

it("forgets what was undone at the next step", () => {
  expect(redo(push(undo(push(historyOf(1), 2, null)), 3, null)).present).toBe(3);
});

it("stays where it is when there is nothing to undo", () => {
  const history = historyOf(1);
  expect(undo(history)).toBe(history);
  expect(redo(history)).toBe(history);
});
