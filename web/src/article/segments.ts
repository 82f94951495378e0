// An article's text as a row of pieces, each under the same quotations. Quotations nest and may overlap: every place where one
// starts or ends parts two pieces, so that no piece is under half a quotation, and none is lost or repeated.
//
//   She said he "said no" again.
//           └──────────────┘       outer, over two pieces of its own
//              └───────┘           inner, with the outer one around it
import type { Range, RecordQuotation } from "../api/types";

export interface Segment extends Range {
  /** Numbers of the quotations whose content this is, the outermost first. */
  quotations: number[];
  /** Those whose cue, or source, it is. */
  cues: number[];
  sources: number[];
  /** Those whose content begins here. */
  begins: number[];
}

export interface Paragraph {
  /** Of the whole text, without the line's end. */
  start: number;
  end: number;
  segments: Segment[];
}

type Role = "quotations" | "cues" | "sources";

interface Boundary {
  at: number;
  opens: boolean;
  role: Role;
  quotation: number;
}

function paragraphsOf(text: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (text.slice(start, end).trim()) ranges.push({ start, end });
    start = end + 1;
  }
  return ranges;
}

function boundariesOf(quotations: RecordQuotation[]): Boundary[] {
  const boundaries: Boundary[] = [];
  quotations.forEach((quotation, number) => {
    const roles: [Role, Range[]][] = [
      ["quotations", quotation.content],
      ["cues", quotation.cue],
      ["sources", quotation.source],
    ];
    for (const [role, ranges] of roles) {
      for (const { start, end } of ranges) {
        if (start >= end) continue;
        boundaries.push({ at: start, opens: true, role, quotation: number });
        boundaries.push({ at: end, opens: false, role, quotation: number });
      }
    }
  });
  return boundaries.sort((a, b) => a.at - b.at);
}

function lengthOf(quotation: RecordQuotation | undefined): number {
  const first = quotation?.content[0];
  const last = quotation?.content.at(-1);
  return first && last ? last.end - first.start : 0;
}

export function segmented(text: string, quotations: RecordQuotation[]): Paragraph[] {
  const boundaries = boundariesOf(quotations);
  const open: Record<Role, Set<number>> = { quotations: new Set(), cues: new Set(), sources: new Set() };
  const begun = new Set<number>();
  let next = 0;

  const segment = (start: number, end: number): Segment => {
    const around = [...open.quotations].sort((a, b) => lengthOf(quotations[b]) - lengthOf(quotations[a]) || a - b);
    const begins = around.filter((number) => !begun.has(number));
    begins.forEach((number) => begun.add(number));
    return { start, end, quotations: around, cues: [...open.cues], sources: [...open.sources], begins };
  };
  const passBoundaries = (at: number): void => {
    for (let boundary = boundaries[next]; boundary && boundary.at <= at; boundary = boundaries[++next]) {
      if (boundary.opens) open[boundary.role].add(boundary.quotation);
      else open[boundary.role].delete(boundary.quotation);
    }
  };

  return paragraphsOf(text).map(({ start, end }) => {
    const segments: Segment[] = [];
    let at = start;
    passBoundaries(at);
    while (at < end) {
      const stop = Math.min(boundaries[next]?.at ?? end, end);
      segments.push(segment(at, stop));
      at = stop;
      passBoundaries(at);
    }
    return { start, end, segments };
  });
}
