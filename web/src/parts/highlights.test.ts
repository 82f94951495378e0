import { expect, it } from "vitest";
import { highlighted } from "./highlights";

it("marks what a search found without losing or repeating a letter", () => {
  const text = "the police plane";
  const parts = highlighted(text, [
    { start: 11, end: 16 },
    { start: 4, end: 10 },
    { start: 5, end: 8 },
    { start: 90, end: 95 },
  ]);
  expect(parts.map((part) => part.text).join("")).toBe(text);
  expect(parts.filter((part) => part.isFound).map((part) => part.text)).toEqual(["police", "plane"]);
});
