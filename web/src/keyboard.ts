// Keys that hold on every page. None of them acts while somebody writes.

function isWriting(event: KeyboardEvent): boolean {
  const element = event.target as HTMLElement | null;
  return !!element?.closest("input, textarea, select, [contenteditable]") || !!document.querySelector("dialog[open]");
}

/** Puts the focus on the next or previous of what can be walked: quotations found, or those of an article. */
function walk(step: 1 | -1): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>("[data-hit]")];
  if (!stops.length) return false;
  const current = document.activeElement;
  let at = stops.findIndex((stop) => stop === current || stop.closest("article.hit")?.contains(current));
  if (at < 0) {
    const below = stops.findIndex((stop) => stop.getBoundingClientRect().top > 60);
    at = step > 0 ? (below < 0 ? stops.length : below) - 1 : below;
  }
  const next = stops[Math.min(Math.max(at + step, 0), stops.length - 1)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  return true;
}

export function startKeyboard(actions: { search: () => void; help: () => void }): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return;
    // The arrows scroll as ever, until somebody walks.
    const isOnHit = !!document.activeElement?.closest("[data-hit]");
    let isDone = false;
    if (event.key === "/") {
      actions.search();
      isDone = true;
    } else if (event.key === "?") {
      actions.help();
      isDone = true;
    } else if (event.key === "j" || (event.key === "ArrowDown" && isOnHit)) {
      isDone = walk(1);
    } else if (event.key === "k" || (event.key === "ArrowUp" && isOnHit)) {
      isDone = walk(-1);
    }
    if (isDone) event.preventDefault();
  });
}
