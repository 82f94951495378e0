import { Problem } from "./client";

const SLOW_MILLISECONDS = 250;

/** An answer that a page waits for. A new question ends the one before; the old answer stays until the new one is there. */
export class Answer<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** Long enough that something should be seen to happen. */
  isSlow = $state(false);
  isWaiting = $state(false);
  #controller: AbortController | null = null;

  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.isWaiting = true;
    const timer = setTimeout(() => (this.isSlow = this.#controller === controller), SLOW_MILLISECONDS);
    try {
      const value = await question(controller.signal);
      if (controller.signal.aborted) return;
      this.value = value;
      this.problem = null;
    } catch (error) {
      if (controller.signal.aborted) return;
      this.value = null;
      this.problem = error instanceof Problem ? error : new Problem(0, "page", "This page failed", String(error));
    } finally {
      clearTimeout(timer);
      if (this.#controller === controller) {
        this.isSlow = false;
        this.isWaiting = false;
      }
    }
  }

  forget(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.value = null;
    this.problem = null;
    this.isSlow = false;
    this.isWaiting = false;
  }
}
