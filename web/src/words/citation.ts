// A citation as plain text: the words, whose they are, where they stand, and a link that leads to them.
import type { Hit } from "../api/types";
import { inWords } from "./days";
import { webAddress } from "./links";
import { nameInWords } from "./saying";

const OPENING = /^["“”«‘']/;

/** Words in marks: their own where they have them. What the article tells in its own words gets none. */
function quoted(text: string, kind: string): string {
  const plain = text.trim();
  return kind === "indirect" || OPENING.test(plain) ? plain : `“${plain}”`;
}

export function citation(hit: Hit, permalink: string): string {
  const who = hit.speaker ? nameInWords(hit.speaker.name) : (hit.source ?? "unnamed");
  const paper = [hit.document.title ? `“${hit.document.title}”` : null, hit.document.publisher, inWords(hit.document.published)];
  const place = paper.filter(Boolean).join(", ");
  const how = hit.kind === "indirect" ? " (in the article’s words)" : "";
  const links = [webAddress(hit.link) ?? webAddress(hit.document.url), permalink].filter(Boolean).join("\n");
  return `${quoted(hit.text, hit.kind)}\n— ${who}${how}${place ? `, ${place}` : ""}\n${links}`;
}
