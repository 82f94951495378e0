// How a quotation is told: what its speaker did, and what a reader must know before quoting it.
import type { Act, Kind } from "../api/types";
import { percent } from "./numbers";

const DID: Record<Act, [string, string]> = {
  say: ["said", "did not say"],
  write: ["wrote", "did not write"],
  ask: ["asked", "did not ask"],
  believe: ["believed", "did not believe"],
  feel: ["felt", "did not feel"],
  want: ["wanted", "did not want"],
  decide: ["decided", "did not decide"],
  show: ["showed", "did not show"],
};

export function verb(act: Act, isNegated: boolean, flags: string[]): string {
  if (flags.includes("denied") && !isNegated) return "denied";
  return DID[act]?.[isNegated ? 1 : 0] ?? act;
}

export function kindInWords(kind: Kind): string {
  if (kind === "direct") return "word for word";
  return kind === "mixed" ? "partly word for word" : "in the article’s words";
}

const FLAGS: Record<string, [string, string]> = {
  denied: ["denied", "The speaker denies this. Never quote it as their statement."],
  second_hand: ["second-hand", "Another voice of the article reports it."],
  pull_quote: ["pull quote", "The page repeats here what its article says elsewhere."],
  asked: ["a question", "The speaker asks this; they do not state it."],
  hedged: ["hedged", "The article is careful about it."],
};

/** A short name and a sentence for each flag; one that this page does not know keeps its own name. */
export function flagsInWords(flags: string[]): { name: string; sentence: string }[] {
  return flags.map((flag) => {
    const [name, sentence] = FLAGS[flag] ?? [flag.replaceAll("_", " "), ""];
    return { name, sentence };
  });
}

export function stateInWords(state: string): string | null {
  if (state === "altered") return "A later version of the article words this differently.";
  if (state === "vanished") return "A later version of the article no longer has this.";
  return null;
}

/** How sure Quoth is of a quotation, and of its speaker's name. */
export function surenessInWords(of: { confidence: number; speaker: { confidence?: number | null } | null }): string {
  const name = of.speaker?.confidence ? `; ${percent(of.speaker.confidence)} that the name is` : "";
  return `${percent(of.confidence)} that words and source are right${name}`;
}

/** "Ana Ruiz | Li Wei" is how a record names two who speak as one. */
export function nameInWords(name: string): string {
  const names = name.split(" | ");
  return names.length < 2 ? name : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function initials(name: string): string {
  const words = name.split(/[\s|]+/).filter((word) => /^\p{L}/u.test(word));
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
