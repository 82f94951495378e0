// The page without a pointer.
import { describe, expect, it } from "vitest";
import { Visit } from "./visit";

const visit = Visit.ofThisFile();

describe("keys alone", () => {
  it("search, walk, open, read what is known, and come back", async () => {
    const page = await visit.at("/check");
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
    const page = await visit.at("/?q=ferry");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  });
});
