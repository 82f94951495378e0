// A person in a browser.
import { describe, expect, it } from "vitest";
import { Visit } from "./visit";

const visit = Visit.ofThisFile();

describe("a person", () => {
  it("has a timeline, whom they speak about, and a graph that leads on", async () => {
    const page = await visit.at(`/person/${visit.ruiz}`);
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
