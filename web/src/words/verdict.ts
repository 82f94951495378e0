import type { Verdict } from "../api/types";

// What a verdict means, and how it looks: found, found with a caution, or nothing that settles it. Nothing here says "false".
export const VERDICTS: Record<Verdict, { title: string; tone: "found" | "caution" | "open" }> = {
  exact: { title: "In this record, word for word", tone: "found" },
  partial: { title: "In this record, in part or as part of more", tone: "found" },
  altered: { title: "In this record, in other words", tone: "caution" },
  other_speaker: { title: "In this record, from somebody else", tone: "caution" },
  denied: { title: "In this record, as something denied", tone: "caution" },
  not_said: { title: "In this record, as something not said", tone: "caution" },
  asked: { title: "In this record, as a question", tone: "caution" },
  wanted: { title: "In this record, as a wish", tone: "caution" },
  reported_by_another: { title: "In this record, at second hand", tone: "caution" },
  paraphrase: { title: "Something like it is in this record", tone: "open" },
  not_found: { title: "Not in this record", tone: "open" },
};
