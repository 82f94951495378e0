// Lines of quoth.record/1, as `quoth extract` writes them, of articles made for these tests: the quotations are stated by hand, so
// that what the page shows of them does not hang on any weights.
import { createHash } from "node:crypto";

export interface MadeQuotation {
  kind: "direct" | "mixed" | "indirect";
  act?: string;
  /** Passages of the text. */
  content: string[];
  /** Words near the content. */
  cue?: string;
  source?: string;
  speaker?: string;
  to?: string;
  about?: string[];
  flags?: string[];
  negated?: boolean;
  /** The place, from 0, of the quotation that this one is nested in. */
  parent?: number;
}

export interface MadeArticle {
  key: string;
  title: string;
  publisher: string;
  published: string;
  url: string;
  text: string;
  quotations: MadeQuotation[];
}

function codePoints(text: string): number {
  return [...text].length;
}

/** The occurrence of `part` that stands nearest to unit `near`, in code points. */
function span(text: string, part: string, near: number) {
  let best = -1;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  if (best < 0) throw new Error(`“${part}” is not in the text`);
  const start = codePoints(text.slice(0, best));
  return { start, end: start + codePoints(part), text: part };
}

export function recordLine(article: MadeArticle): string {
  const { text } = article;
  const names = [
    ...new Set(
      article.quotations.flatMap(({ speaker, to, about }) =>
        [speaker, to, ...(about ?? [])].filter((name) => name !== undefined),
      ),
    ),
  ];
  const entityOf = (name: string) => ({ entity: `e${names.indexOf(name) + 1}`, name, type: "person" });
  const quotations = article.quotations.map((made, place) => {
    const near = text.indexOf(made.content[0] ?? "");
    return {
      id: `q${place + 1}`,
      kind: made.kind,
      act: made.act ?? "say",
      content: made.content.map((part) => span(text, part, near)),
      cue: made.cue ? [span(text, made.cue, near + (made.content[0] ?? "").length)] : [],
      source: made.source ? [span(text, made.source, near + (made.content[0] ?? "").length)] : [],
      speaker: made.speaker ? { ...entityOf(made.speaker), confidence: 0.95 } : null,
      addressee: made.to ? entityOf(made.to) : null,
      about: (made.about ?? []).map((name) => ({ entity: entityOf(name).entity, name })),
      medium: null,
      when: null,
      negated: made.negated ?? false,
      flags: made.flags ?? [],
      parent: made.parent === undefined ? null : `q${made.parent + 1}`,
      candidates: [],
      confidence: 0.93,
      why: ["anchor:0.98", "source:name_at_the_end"],
    };
  });
  const record = {
    format: "quoth.record/1",
    doc: {
      id: `sha256:${createHash("sha256").update(text).digest("hex")}`,
      key: article.key,
      path: "made.jsonl",
      record: 1,
      url: article.url,
      title: article.title,
      author: null,
      publisher: article.publisher,
      published: article.published,
      published_from: "metadata",
      modified: null,
      duplicate_of: null,
      notes: [],
      language: "en",
      length: codePoints(text),
      offset_unit: "codepoint",
      warc: null,
      text,
    },
    quotations,
    // One item of a knowledge base a name: so the same name is the same person in all articles.
    entities: names.map((name, place) => ({
      id: `e${place + 1}`,
      name,
      type: "person",
      kb: `made:${name}`,
      mentions: text.includes(name) ? [span(text, name, 0)] : [],
    })),
    engine: { version: "0.1.0", model: "made by hand", model_sha256: "0".repeat(64) },
  };
  return JSON.stringify(record);
}
