// A word to the reader about what was just done: shown for a few seconds and read out.
class Notice {
  text = $state("");
  #timer = 0;
  tell(text: string): void {
    clearTimeout(this.#timer);
    this.text = text;
    this.#timer = window.setTimeout(() => (this.text = ""), 4000);
  }
}

export const notice = new Notice();

export async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notice.tell(done);
  } catch {
    notice.tell("The browser does not let this page copy. Select the text and copy it by hand.");
  }
}
