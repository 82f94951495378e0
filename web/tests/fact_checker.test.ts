// From a search to the article, its variants, and a check.
import { describe, expect, it } from "vitest";
import { Visit } from "./visit";

const visit = Visit.ofThisFile();

describe("the way of a fact-checker", () => {
  it("leads from a search to the article, to its variants, to a check", async () => {
    const page = await visit.at("/?q=islands&outlet=The+Ellery+Post&since=2024-01-01");
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
    const page = await visit.at("/check?text=Bananas+are+our+only+hope+against+the+moon");
    await page.locator("section.verdict").waitFor();
    expect(await page.locator("section.verdict h2").textContent()).toBe("Not in this record");
    expect(await page.locator("section.verdict").textContent()).toContain("That does not make it false");
  });
});
