// Light or dark: the system's choice unless the reader made one, which the browser keeps.
const KEY = "quoth.scheme";

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage may be forbidden; then the choice lasts as long as the page does.
  }
}

class Scheme {
  isDark = $state(stored() ? stored() === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

  start(): void {
    const choice = stored();
    if (choice) document.documentElement.dataset.scheme = choice;
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
      if (!stored()) this.isDark = event.matches;
    });
  }

  turn(): void {
    this.isDark = !this.isDark;
    const choice = this.isDark ? "dark" : "light";
    document.documentElement.dataset.scheme = choice;
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // As above.
    }
  }
}

export const scheme = new Scheme();
