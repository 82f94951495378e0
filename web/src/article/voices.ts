// Who speaks in an article, in the order in which they first do: each gets a place in the palette and a pattern.
import type { Party, RecordQuotation } from "../api/types";

export interface Voice {
  /** Null: quotations that nobody is named for. */
  party: Party | null;
  name: string;
  /** From 0; colours repeat after eight, so that pattern, initials and name tell as well. */
  place: number;
  count: number;
}

const COLOURS = 8;

export function keyOf(quotation: RecordQuotation): string {
  const party = quotation.speaker;
  return party ? (party.entity ?? party.name) : "";
}

export function voicesOf(quotations: RecordQuotation[]): Map<string, Voice> {
  const voices = new Map<string, Voice>();
  for (const quotation of quotations) {
    const key = keyOf(quotation);
    const voice = voices.get(key);
    if (voice) {
      voice.count += 1;
    } else {
      const place = [...voices.values()].filter(({ party }) => party).length;
      voices.set(key, { party: quotation.speaker, name: quotation.speaker?.name ?? "Nobody named", place, count: 1 });
    }
  }
  return voices;
}

export function colourOf(voice: Voice | undefined): string {
  return voice?.party ? `voice-${voice.place % COLOURS}` : "voice-none";
}

/** Of a person across articles: the same everywhere. */
export function colourOfIdentity(identity: number | null | undefined): string {
  return identity ? `voice-${identity % COLOURS}` : "voice-none";
}
