// The page in a browser, before the real server, on a record made by hand.
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Search } from "../src/api/types";
import { all, ferry, markup, rightToLeft } from "./made_articles";
import { open, PHONE, launch, type Watched } from "./browser";
import { recordLine, type MadeArticle } from "./made_record";
import { Served } from "./served";

let served: Served;
let browser: Browser;
let watched: Watched | null = null;
/** Version of each article, by its key; and the family of what three outlets print. */
const versions = new Map<string, number>();
let family = 0;
let ruiz = 0;

beforeAll(async () => {
  [served, browser] = await Promise.all([Served.start(all.map(recordLine)), launch()]);
  const found = await served.ask<Search>("/search?limit=50");
  for (const hit of found.hits) {
    versions.set(hit.document.key, hit.document.version);
    if (hit.document.key === "wire-ferry") family = hit.family ?? 0;
    if (hit.speaker?.name === "Ana Ruiz") ruiz = hit.speaker.identity ?? 0;
  }
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

afterEach(async () => {
  const complaints = watched?.complaints ?? [];
  await watched?.page.context().close();
  watched = null;
  expect(complaints).toEqual([]);
});

async function at(path: string, options: Parameters<typeof open>[2] = {}): Promise<Page> {
  watched = await open(browser, served.address, options);
  await watched.page.goto(path);
  await settled(watched.page);
  return watched.page;
}

/** A page has its title once its content is there. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.title.endsWith("· Quoth"));
}

const articlePath = (article: MadeArticle): string => `/article/${versions.get(article.key)}`;
const everyPage = (): string[] => [
  "/",
  "/?q=ferry",
  "/?q=nobodyeversaidthis",
  articlePath(ferry),
  `/family/${family}`,
  `/person/${ruiz}`,
  "/check?text=the+night+ferry+will+sail+for+two+more+years",
  "/extract",
  "/person/999999",
];

/** The article’s own words as the page shows them, a line a paragraph, without the links that begin quotations. */
function shownText(page: Page): Promise<string[]> {
  return page.locator(".paragraph > p").evaluateAll((paragraphs) =>
    paragraphs.map((paragraph) => {
      const copy = paragraph.cloneNode(true) as HTMLElement;
      copy.querySelectorAll("a").forEach((link) => link.remove());
      return copy.textContent ?? "";
    }),
  );
}

const shownPages = (): string[] => [...everyPage(), articlePath(markup), articlePath(rightToLeft)];

async function expectNoViolations(colorScheme: "light" | "dark", rules: (builder: AxeBuilder) => AxeBuilder): Promise<void> {
  const page = await at("/", { colorScheme });
  for (const path of shownPages()) {
    await page.goto(path);
    await settled(page);
    // With what is known of a quotation, too.
    if (path.startsWith("/article/")) await page.locator("a.begin").first().click();
    // Nothing here is framed: the mode for frames would open a page more each time.
    const { violations } = await rules(new AxeBuilder({ page }).setLegacyMode()).analyze();
    expect(violations.map(({ id, impact, nodes }) => `${path}: ${impact} ${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  }
}

describe("search", () => {
  it("finds words, tells how many, and narrows to a speaker and back", async () => {
    const page = await at("/");
    await page.locator("#search").fill("ferry");
    await page.locator("#search").press("Enter");
    await page.waitForURL("**/?q=ferry");
    await page.locator("article.hit mark.found").first().waitFor();
    expect(await page.locator("main p[role=status]").textContent()).toMatch(/\d+ quotations found/);
    const before = await page.locator("article.hit").count();
    await page.locator("aside").getByRole("link", { name: "Ana Ruiz" }).click();
    await page.waitForURL(/speaker=\d+/);
    await page.locator(".narrowed").getByText("Ana Ruiz").waitFor();
    const speakers = await page.locator("article.hit .who").allTextContents();
    expect(new Set(speakers.map((name) => name.trim()))).toEqual(new Set(["Ana Ruiz"]));
    await page.goBack();
    await page.locator(".narrowed").waitFor({ state: "detached" });
    expect(await page.locator("article.hit").count()).toBe(before);
  });

  it("offers names while one is typed, and takes the one that is chosen", async () => {
    const page = await at("/?q=ferry");
    await page.locator("search summary").click();
    const box = page.getByRole("combobox", { name: "Said by" });
    await box.pressSequentially("oka");
    await page.getByRole("option", { name: /Tom Okafor/ }).waitFor();
    await box.press("ArrowDown");
    await box.press("Enter");
    expect(await box.inputValue()).toBe("Tom Okafor");
    await box.press("Enter");
    await page.waitForURL(/speaker=\d+/);
  });

  it("gives more pages, and goes on with the keys where the new ones begin", async () => {
    const page = await at("/?q=minutes");
    await page.locator("article.hit").nth(19).waitFor();
    await page.getByRole("button", { name: "More quotations" }).click();
    await page.locator("article.hit").nth(24).waitFor();
    expect(await page.locator("article.hit").count()).toBe(25);
    await expect
      .poll(() => page.evaluate(() => [...document.querySelectorAll("[data-hit]")].indexOf(document.activeElement as Element)))
      .toBe(20);
  });

  it("says what can be done where nothing is found", async () => {
    const page = await at("/?q=nobodyeversaidthis&kind=direct");
    expect(await page.locator(".hits").innerText()).toContain("Try fewer words");
    await page.getByRole("link", { name: "search for the words alone" }).click();
    await page.waitForURL((url) => url.search === "?q=nobodyeversaidthis");
  });

  it("shows that something is denied, and that something is second-hand", async () => {
    const page = await at("/?q=report");
    expect(await page.locator("article.hit .how").first().textContent()).toBe("denied");
    await page.goto("/?q=empty&kind=indirect");
    await settled(page);
    await page.locator(".chip", { hasText: "second-hand" }).waitFor();
  });

  it("copies a citation with words, name, place and both links, and says so", async () => {
    const page = await at("/?q=islands&outlet=Northern+Wire");
    await page.getByRole("button", { name: "Cite" }).first().click();
    await page.locator(".toast").getByText("Copied as a citation.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("three more years");
    expect(copied).toContain("— Ana Ruiz, “Islanders win three years of ferry”, Northern Wire, 7 March 2024");
    expect(copied).toContain("https://wire.example/years#:~:text=");
    expect(copied).toMatch(new RegExp(`${served.address}/quotation/\\d+$`));
  });
});

describe("the way of a fact-checker", () => {
  it("leads from a search to the article, to its variants, to a check", async () => {
    const page = await at("/?q=islands&outlet=The+Ellery+Post&since=2024-01-01");
    await page.locator("article.hit [data-hit]").first().click();
    await page.waitForURL(/\/article\/\d+#q-\d+$/);
    const begin = page.locator("a.begin").first();
    await begin.waitFor();
    const card = page.getByRole("dialog", { name: "What is known of this quotation" });
    await card.waitFor();
    const known = await card.textContent();
    for (const part of ["Ana Ruiz", "“said”", "“Ana Ruiz, the mayor”", "93", "The source ends in the name."])
      expect(known).toContain(part);

    await begin.click();
    await card.getByRole("link", { name: "All renderings" }).click();
    await page.waitForURL(/\/family\/\d+$/);
    await page.locator("main h1", { hasText: "Ana Ruiz" }).waitFor();
    expect(await page.locator("ol > li article.hit").count()).toBe(3);
    const graver = page.locator("li.is-grave");
    expect(await graver.count()).toBe(1);
    expect(await graver.locator(".note").textContent()).toContain("a number or amount");
    expect((await graver.locator("del, ins").allTextContents()).join(" ")).toMatch(/two.*three|three.*two/);

    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Did they say that?" }).click();
    await page.getByLabel("The words").fill("the night ferry will sail for three more years");
    await page.getByRole("button", { name: "Check" }).click();
    await page.locator("section.verdict").waitFor();
    expect(await page.locator("section.verdict h2").textContent()).toMatch(/In this record/);
    await page.locator(".evidence article.hit").first().waitFor();
    expect(new URL(page.url()).searchParams.get("text")).toBe("the night ferry will sail for three more years");
  });

  it("never calls false what is not in the record", async () => {
    const page = await at("/check?text=Bananas+are+our+only+hope+against+the+moon");
    await page.locator("section.verdict").waitFor();
    expect(await page.locator("section.verdict h2").textContent()).toBe("Not in this record");
    expect(await page.locator("section.verdict").textContent()).toContain("That does not make it false");
  });
});

describe("an article", () => {
  it("is shown to the letter, with every quotation begun once", async () => {
    for (const article of [ferry, markup, rightToLeft]) {
      const page = await at(articlePath(article));
      expect(await shownText(page)).toEqual(article.text.split("\n").filter((line) => line.trim()));
      expect(await page.locator("a.begin").count()).toBe(article.quotations.length);
      await page.context().close();
      expect(watched?.complaints).toEqual([]);
    }
    watched = null;
  });

  it("marks what is quoted, and what is quoted in it, each with its own speaker", async () => {
    const page = await at(articlePath(ferry));
    const inner = page.locator("mark.is-nested").first();
    expect(await inner.evaluate((element) => element.textContent?.replace(/^[A-Z]+/, ""))).toContain("that the fund was empty");
    await inner.hover();
    const card = page.getByRole("dialog");
    await card.waitFor();
    expect(await card.textContent()).toContain("Another voice of the article reports it.");
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    await page
      .getByRole("group", { name: "Who speaks here" })
      .getByRole("button", { name: /Tom Okafor/ })
      .click();
    expect(await page.locator("mark.is-dimmed").count()).toBeGreaterThan(0);
  });

  it("whose text is markup stays text", async () => {
    const page = await at(articlePath(markup));
    expect(await page.evaluate(() => "taken" in window)).toBe(false);
    expect(await page.locator("main script, main img, main b, main i").count()).toBe(0);
    expect(await page.locator("main h1").textContent()).toBe(markup.title);
    expect(await page.locator('main a[href^="javascript:"]').count()).toBe(0);
    const mark = page.locator("mark.content");
    expect(await mark.evaluate((element) => element.textContent)).toContain(markup.quotations[0]?.content[0]);
    await page.goto("/?q=typed");
    await page.locator("article.hit").waitFor();
    expect(await page.evaluate(() => "taken" in window)).toBe(false);
    expect(await page.locator('main a[href^="javascript:"]').count()).toBe(0);
  });

  it("that runs from right to left is set so", async () => {
    const page = await at(articlePath(rightToLeft));
    const paragraph = page.locator(".paragraph > p").first();
    expect(await paragraph.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    const [frame, begin] = [await paragraph.boundingBox(), await page.locator("a.begin").first().boundingBox()];
    expect((begin?.x ?? 0) - (frame?.x ?? 0)).toBeGreaterThan((frame?.width ?? 0) / 2);
  });

  it("opens at the quotation that the address names", async () => {
    const page = await at(articlePath(ferry));
    const last = (await page.locator("a.begin").last().getAttribute("href")) ?? "";
    await page.goto("/");
    await page.goto(`${articlePath(ferry)}${last}`);
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(last);
  });
});

describe("a person", () => {
  it("has a timeline, whom they speak about, and a graph that leads on", async () => {
    const page = await at(`/person/${ruiz}`);
    expect(await page.locator("main h1").textContent()).toBe("Ana Ruiz");
    const months = await page.locator(".timeline a").evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")));
    expect(months).toContain("January 2022: 1 quotation");
    await page
      .locator("section", { hasText: "Speaks about" })
      .getByRole("link", { name: /Tom Okafor/ })
      .first()
      .waitFor();
    await page.locator("svg").getByRole("link", { name: "Tom Okafor" }).click();
    await page.locator("main h1", { hasText: "Tom Okafor" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });
});

describe("a text of one’s own", () => {
  it("is read, shown with its speakers, and not stored", async () => {
    const before = await served.ask<unknown>("/stats");
    const page = await at("/extract");
    await page.getByRole("button", { name: "Put in an example" }).click();
    await page.getByRole("button", { name: "Who says what?" }).click();
    await page.locator("a.begin").first().waitFor();
    expect(await page.locator(".legend").textContent()).toContain("Ana Ruiz");
    expect(await page.locator(".count").textContent()).toMatch(/\d+ quotations by \d+ speakers/);
    expect(page.url()).toBe(`${served.address}/extract`);
    expect(await served.ask<unknown>("/stats")).toEqual(before);
  });
});

describe("keys alone", () => {
  it("search, walk, open, read what is known, and come back", async () => {
    const page = await at("/check");
    await page.keyboard.press("/");
    await page.waitForURL("**/");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("search");
    await page.keyboard.type("ferry j?");
    expect(await page.locator("#search").inputValue()).toBe("ferry j?");
    await page.locator("#search").fill("islands");
    await page.keyboard.press("Enter");
    await page.locator("article.hit mark.found").first().waitFor();
    const place = () =>
      page.evaluate(() => [...document.querySelectorAll("[data-hit]")].indexOf(document.activeElement as Element));
    await page.keyboard.press("j");
    expect(await place()).toBe(0);
    await page.keyboard.press("ArrowDown");
    expect(await place()).toBe(1);
    await page.keyboard.press("k");
    expect(await place()).toBe(0);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(outline).toBe("solid");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/article\/\d+#q-\d+$/);
    const card = page.getByRole("dialog", { name: "What is known of this quotation" });
    await card.waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("dialog");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("begin");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
    await page.goBack();
    await page.locator("article.hit").first().waitFor();
  });

  it("skip over the head of the page", async () => {
    const page = await at("/?q=ferry");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  });
});

describe("every page", () => {
  it("fits a phone 360 pixels wide", async () => {
    const page = await at("/", { viewport: PHONE });
    for (const path of shownPages()) {
      await page.goto(path);
      await settled(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ path, over }).toEqual({ path, over: 0 });
    }
  });

  it("has nothing for axe to find, in the light", async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    await expectNoViolations("light", (builder) => builder.withTags(tags));
  }, 180_000);

  it("has text that can be read, in the dark", async () => {
    await expectNoViolations("dark", (builder) => builder.withRules(["color-contrast", "link-in-text-block"]));
  }, 180_000);

  it("says in a sentence what is not there, and what to do where the server is gone", async () => {
    const page = await at("/person/999999");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").locator("p").textContent()).toMatch(/\w+ \w+/);
    await page.goto("/");
    await page.route("**/api/v1/**", (route) => route.abort());
    await page.locator("#search").fill("gone");
    await page.locator("#search").press("Enter");
    await page.getByRole("alert").getByText("Start it again").waitFor();
    watched?.complaints.splice(0);
  });

  it("prints without what only a screen needs", async () => {
    const page = await at(articlePath(ferry));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").first().isVisible()).toBe(false);
    expect(await page.locator("mark.content").first().isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(1000);
  });

  it("is under a policy that lets no script or style stand in it", async () => {
    const response = await fetch(`${served.address}/`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
    const page = await at("/");
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.inline = true";
      document.body.append(script);
      return "inline" in window;
    });
    expect(ran).toBe(false);
    watched?.complaints.splice(0);
  });

  it("remembers whether it is to be dark", async () => {
    const page = await at("/", { colorScheme: "light" });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "Dark" }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
  });
});
