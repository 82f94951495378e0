// Classes of difference between two renderings, told in words (docs/variants.md), and how grave they are.
import type { Severity } from "../api/types";

const CLASSES: Record<string, string> = {
  identical: "the same words",
  punctuation_or_spelling: "punctuation or spelling",
  ellipsis: "words left out, and shown as left out",
  bracket_insertion: "words put in, in brackets",
  truncation: "cut at an end",
  reordering: "another order",
  wording: "other wording",
  negation: "a negation",
  number_or_amount: "a number or amount",
  modality: "will, may, must",
  hedge_dropped: "a hedge dropped",
  entity_swapped: "another name",
  pronoun_swapped: "another pronoun",
  speaker_changed: "another speaker",
};

function classInWords(name: string): string {
  return CLASSES[name] ?? name.replaceAll("_", " ");
}

export function classesInWords(names: string[]): string {
  const words = names.filter((name) => name !== "identical").map(classInWords);
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function severityInWords(severity: Severity): string {
  if (severity === "none") return "The same words";
  if (severity === "editing") return "Ordinary editing";
  return severity === "notable" ? "Worth a look" : "Read both";
}
