// What `quoth serve` answers (docs/api/openapi.yaml). Unknown is null; days are "YYYY-MM-DD"; offsets count UTF-16 units, for which
// every question of this page asks, so that text.slice(start, end) is right.

export type Kind = "direct" | "mixed" | "indirect";
export type Act = "say" | "write" | "ask" | "believe" | "feel" | "want" | "decide" | "show";

export interface Person {
  identity: number | null;
  name: string;
  type: string;
  confidence?: number | null;
}

export interface Document {
  version: number;
  key: string;
  publisher: string | null;
  title: string | null;
  author: string | null;
  url: string | null;
  published: string | null;
}

export interface Range {
  start: number;
  end: number;
}

export interface Hit {
  id: number;
  number: string;
  text: string;
  kind: Kind;
  act: Act;
  negated: boolean;
  flags: string[];
  cue: string | null;
  source: string | null;
  speaker: Person | null;
  addressee: Person | null;
  about: Person[];
  when: { text: string | null; date: string | null } | null;
  confidence: number;
  why: string[];
  state: "current" | "altered" | "vanished" | "repeated";
  day: string | null;
  family: number | null;
  mentions: number;
  parent: number | null;
  highlights: Range[];
  context: { before: string; after: string };
  document: Document;
  link: string | null;
}

export type Severity = "none" | "editing" | "notable" | "grave";

export interface Edit {
  kind: "kept" | "inserted" | "deleted" | "replaced" | "moved";
  a: string;
  b: string;
  classes: string[];
}

export interface Comparison {
  a: { id: number | null; text: string };
  b: { id: number | null; text: string };
  severity: Severity;
  classes: string[];
  edits: Edit[];
}

export interface Search {
  query: {
    words: unknown;
    speaker: Person | null;
    about: Person | null;
    to: Person | null;
    outlet: string | null;
    act: string | null;
    kind: string | null;
    since: string | null;
    until: string | null;
    sort: string;
  };
  hits: Hit[];
  next: string | null;
  count: { value: number; is_exact: boolean };
  facets: {
    is_approximate: boolean;
    speakers: { identity: number; name: string; count: number }[];
    outlets: { name: string; count: number }[];
    years: { year: number; count: number }[];
  } | null;
}

export interface Suggestion {
  identity: number;
  name: string;
  type: string;
  quotations: number;
}

export interface Counted {
  identity: number;
  name: string;
  type: string;
  count: number;
}

export interface Profile {
  identity: number;
  name: string;
  type: string;
  kb: string | null;
  aliases: { name: string; documents: number }[];
  quotations: number;
  first_day: string | null;
  last_day: string | null;
  kinds: Record<Kind, number>;
  acts: Record<Act, number>;
  timeline: { month: string; count: number }[];
  about: Counted[];
  to: Counted[];
  with: Counted[];
  about_them: Counted[];
  graph: {
    nodes: { identity: number; name: string; quotations: number }[];
    edges: { from: number; to: number; count: number }[];
  };
  contradictions: { a: Hit; b: Hit; why: string }[];
  latest: Hit[];
}

export interface Span extends Range {
  text: string;
}

export interface Party {
  entity: string | null;
  name: string;
  type?: string;
  confidence?: number | null;
  identity?: number | null;
}

/** A quotation of quoth.record/1; `store_id` and `family` are there where it lies in a record on disk. */
export interface RecordQuotation {
  id: string;
  store_id?: number | null;
  family?: number | null;
  kind: Kind;
  act: Act;
  content: Span[];
  cue: Span[];
  source: Span[];
  speaker: Party | null;
  addressee: Party | null;
  about: Party[];
  medium: Span | null;
  when: { start: number; end: number; text: string; date: string | null } | null;
  negated: boolean;
  flags: string[];
  parent: string | null;
  confidence: number;
  why: string[];
}

export interface QuotationRecord {
  doc: {
    key: string | null;
    url: string | null;
    title: string | null;
    author: string | null;
    publisher: string | null;
    published: string | null;
    notes: string[];
    language: string | null;
    text: string;
  };
  quotations: RecordQuotation[];
}

export interface Version {
  version: number;
  number: number;
  published: string | null;
  changes: { added: number; altered: number; vanished: number };
}

export interface Article {
  record: QuotationRecord;
  version: number;
  number: number;
  versions: Version[];
  is_redacted: boolean;
}

export interface Family {
  id: number;
  head: number;
  first: number;
  publishers: number;
  exact: number;
  altered: number;
  members: { hit: Hit; comparison: Comparison | null }[];
}

export type Verdict =
  | "exact"
  | "partial"
  | "altered"
  | "other_speaker"
  | "denied"
  | "not_said"
  | "asked"
  | "wanted"
  | "reported_by_another"
  | "paraphrase"
  | "not_found";

export interface Check {
  claim: { text: string; by: Person | null; by_text: string | null; before: string | null };
  verdict: Verdict;
  explanation: string;
  evidence: { verdict: Verdict; hit: Hit; comparison: Comparison | null; likeness: number }[];
  searched: { quotations: number; is_whole: boolean; undated_left_out: number };
}

export interface ProblemDetails {
  status: number;
  code: string;
  title: string;
  detail: string;
}
