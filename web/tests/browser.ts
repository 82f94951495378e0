import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

export const WIDE = { width: 1280, height: 860 };
export const PHONE = { width: 360, height: 740 };

export function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  // Root in a container has no sandbox of its own; what is shown is our own server's.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"] });
}

/** A page that remembers what the browser complained of: scripts that failed, and what the policy blocked. */
export interface Watched {
  page: Page;
  complaints: string[];
}

export async function open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: WIDE,
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    baseURL: address,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    // That something is not in the record is an answer, which the page tells; the browser calls it an error.
    if (message.type() === "error" && !/status of (400|404|409)/.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
}
