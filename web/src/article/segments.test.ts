import { describe, expect, it } from "vitest";
import type { RecordQuotation } from "../api/types";
import { segmented } from "./segments";

function quotation(text: string, content: string[], cue = "", source = ""): RecordQuotation {
  const span = (part: string) => {
    const start = text.indexOf(part);
    if (start < 0) throw new Error(`${part} is not in the text`);
    return { start, end: start + part.length, text: part };
  };
  return {
    id: "q1",
    kind: "direct",
    act: "say",
    content: content.map(span),
    cue: cue ? [span(cue)] : [],
    source: source ? [span(source)] : [],
    speaker: null,
    addressee: null,
    about: [],
    medium: null,
    when: null,
    negated: false,
    flags: [],
    parent: null,
    confidence: 1,
    why: [],
  };
}

/** "text[0,1]": each piece with the quotations that it is of, outermost first. */
function drawn(text: string, quotations: RecordQuotation[]): string[] {
  return segmented(text, quotations).flatMap((paragraph) =>
    paragraph.segments.map((segment) => `${text.slice(segment.start, segment.end)}[${segment.quotations.join()}]`),
  );
}

describe("segmented", () => {
  it("puts the outer quotation around the inner one, whatever their order", () => {
    const text = "She said he said no again.";
    const outer = quotation(text, ["he said no"]);
    const inner = quotation(text, ["no"]);
    expect(drawn(text, [outer, inner])).toEqual(["She said []", "he said [0]", "no[0,1]", " again.[]"]);
    expect(drawn(text, [inner, outer])).toEqual(["She said []", "he said [1]", "no[1,0]", " again.[]"]);
  });

  it("cuts quotations that overlap at each end, and takes the longer one for the outer", () => {
    const text = "one two three four";
    expect(drawn(text, [quotation(text, ["one two three"]), quotation(text, ["two three four"])])).toEqual([
      "one [0]",
      "two three[1,0]",
      " four[1]",
    ]);
  });

  it("keeps every character of every paragraph, and goes on over the end of one", () => {
    const text = "“We won.\n\nWe won again,” she said.\nThe end.";
    const paragraphs = segmented(text, [quotation(text, ["“We won.\n\nWe won again,”"], "said", "she")]);
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
      "“We won.",
      "We won again,” she said.",
      "The end.",
    ]);
    for (const { start, end, segments } of paragraphs) {
      expect(segments.map((segment) => text.slice(segment.start, segment.end)).join("")).toBe(text.slice(start, end));
    }
    expect(paragraphs[1]?.segments[0]?.quotations).toEqual([0]);
  });

  it("tells where a quotation begins once, though it is in pieces", () => {
    const text = "“We won,” she said, “and we will win again.”";
    const [paragraph] = segmented(text, [quotation(text, ["“We won,”", "“and we will win again.”"], "said", "she")]);
    expect(paragraph?.segments.filter((segment) => segment.begins.length)).toHaveLength(1);
  });

  it("names the pieces that are cue and source", () => {
    const text = "“We won,” she said.";
    const [paragraph] = segmented(text, [quotation(text, ["“We won,”"], "said", "she")]);
    const of = (role: "cues" | "sources") =>
      paragraph?.segments.filter((segment) => segment[role].length).map((segment) => text.slice(segment.start, segment.end));
    expect(of("cues")).toEqual(["said"]);
    expect(of("sources")).toEqual(["she"]);
  });

  it("has an answer for no text and for quotations of nothing", () => {
    expect(segmented("", [])).toEqual([]);
    const empty = { ...quotation("a", ["a"]), content: [{ start: 0, end: 0, text: "" }] };
    expect(drawn("a", [empty])).toEqual(["a[]"]);
  });

  it("stays quick on a long text with many quotations", () => {
    const text = "“word” she said. ".repeat(20_000);
    const base = quotation(text, ["“word”"]);
    const many = Array.from({ length: 20_000 }, (_, place) => ({
      ...base,
      content: [{ start: 17 * place, end: 17 * place + 6, text: "“word”" }],
    }));
    const started = performance.now();
    expect(segmented(text, many)[0]?.segments).toHaveLength(40_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
