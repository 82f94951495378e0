// The address is the state: which page, what it asks, and where in it one stands.
import { tick } from "svelte";

class Place {
  path = $state(location.pathname);
  search = $state(location.search);
  hash = $state(location.hash);
  get parameters(): URLSearchParams {
    return new URLSearchParams(this.search);
  }
}

export const place = new Place();

/** What awaits the page that is shown next: focus on its heading, or the height where the reader had been. */
let pending: { focus: boolean; scroll: number | null } = { focus: false, scroll: null };

function read(): void {
  place.path = location.pathname;
  place.search = location.search;
  place.hash = location.hash;
}

function keepScroll(): void {
  history.replaceState({ ...(history.state as object | null), scroll: scrollY }, "");
}

export function go(to: string, options: { replace?: boolean; focus?: boolean } = {}): void {
  const target = new URL(to, location.href);
  if (options.replace) {
    history.replaceState(history.state, "", target);
  } else {
    keepScroll();
    history.pushState({}, "", target);
    pending = { focus: options.focus ?? true, scroll: target.hash ? null : 0 };
  }
  read();
}

/** A page calls this once its content is there. */
export async function landed(title: string): Promise<void> {
  document.title = title ? `${title} · Quoth` : "Quoth";
  const now = pending;
  pending = { focus: false, scroll: null };
  await tick();
  // An address with a place in the page puts the focus there itself.
  if (now.focus && !location.hash) document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  if (now.scroll !== null) scrollTo(0, now.scroll);
}

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest("a");
  const href = link?.getAttribute("href");
  if (!link || !href?.startsWith("/") || href.startsWith("/api/") || link.getAttribute("target") || link.getAttribute("rel"))
    return;
  event.preventDefault();
  go(href);
}

export function startNavigation(): void {
  history.scrollRestoration = "manual";
  addEventListener("popstate", (event) => {
    const scroll = (event.state as { scroll?: number } | null)?.scroll ?? 0;
    pending = { focus: false, scroll: location.hash ? null : scroll };
    read();
  });
  addEventListener("hashchange", read);
  addEventListener("pagehide", keepScroll);
  document.addEventListener("click", follow);
}
