// Questions to the server. What went wrong is always a Problem: a sentence for people, and what they can do.
import type { ProblemDetails } from "./types";

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail);
  }
}

export type Parameters = Record<string, string | number | null | undefined>;

/** The address of a question; parameters that are empty are left out. */
export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function problemOf(response: Response): Promise<Problem> {
  const details = (await response.json().catch(() => ({}))) as Partial<ProblemDetails>;
  return new Problem(
    response.status,
    details.code ?? "unknown",
    details.title ?? `The server answered ${response.status}`,
    details.detail ?? "It gave no reason. Reload the page; if that does not help, look at the server’s log.",
  );
}

async function answerOf<T>(request: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(request, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Problem(
      0,
      "unreachable",
      "The server cannot be reached",
      "Is `quoth serve` still running? Start it again, then reload this page.",
    );
  }
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

/** What answers without places in a text. */
const WITHOUT_OFFSETS = new Set(["/people", "/stats"]);

// Going back shows at once what was there; the record may have grown since, so an answer is kept for a minute only.
const kept = new Map<string, { at: number; answer: unknown }>();
const KEPT_MILLISECONDS = 60_000;
const KEPT_ANSWERS = 60;

export async function ask<T>(path: string, parameters: Parameters, signal: AbortSignal): Promise<T> {
  const offsets = WITHOUT_OFFSETS.has(path) ? null : "utf16";
  const request = address(`/api/v1${path}`, { ...parameters, offsets });
  const known = kept.get(request);
  if (known && Date.now() - known.at < KEPT_MILLISECONDS) return known.answer as T;
  const answer = await answerOf<T>(request, { signal });
  kept.delete(request);
  kept.set(request, { at: Date.now(), answer });
  const oldest = kept.keys().next();
  if (kept.size > KEPT_ANSWERS && !oldest.done) kept.delete(oldest.value);
  return answer;
}

/** A question whose words are nobody else’s business: they go in the body, and no answer is kept. */
export function send<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
  const headers = { "content-type": "application/json" };
  return answerOf<T>(`/api/v1${path}?offsets=utf16`, { method: "POST", headers, body: JSON.stringify(body), signal });
}
