// An article in a browser.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ferry, markup, rightToLeft } from "./made_articles";
import { Visit } from "./visit";

const visit = Visit.ofThisFile();

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

describe("an article", () => {
  it("is shown to the letter, with every quotation begun once", async () => {
    for (const article of [ferry, markup, rightToLeft]) {
      const page = await visit.at(visit.articlePath(article));
      expect(await shownText(page)).toEqual(article.text.split("\n").filter((line) => line.trim()));
      expect(await page.locator("a.begin").count()).toBe(article.quotations.length);
    }
  });

  it("marks what is quoted, and what is quoted in it, each with its own speaker", async () => {
    const page = await visit.at(visit.articlePath(ferry));
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
    const page = await visit.at(visit.articlePath(markup));
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
    const page = await visit.at(visit.articlePath(rightToLeft));
    const paragraph = page.locator(".paragraph > p").first();
    expect(await paragraph.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    const [frame, begin] = [await paragraph.boundingBox(), await page.locator("a.begin").first().boundingBox()];
    expect((begin?.x ?? 0) - (frame?.x ?? 0)).toBeGreaterThan((frame?.width ?? 0) / 2);
  });

  it("is shown whatever stands behind the # of its address", async () => {
    const page = await visit.at(`${visit.articlePath(ferry)}#100%`);
    expect(await page.locator("a.begin").count()).toBe(ferry.quotations.length);
  });

  it("is not cited in silence where the server is gone", async () => {
    const page = await visit.at(visit.articlePath(ferry));
    await page.locator("a.begin").first().click();
    await page.route("**/api/v1/quotations/**", (route) => route.abort());
    await page.getByRole("dialog").getByRole("button", { name: "Cite" }).click();
    await page.locator(".toast").getByText("there is no citation").waitFor();
    visit.forgive();
  });

  it("opens at the quotation that the address names", async () => {
    const page = await visit.at(visit.articlePath(ferry));
    const last = (await page.locator("a.begin").last().getAttribute("href")) ?? "";
    await page.goto("/");
    await page.goto(`${visit.articlePath(ferry)}${last}`);
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(last);
  });
});
