// Searching in a browser.
import { describe, expect, it } from "vitest";
import { settled, Visit } from "./visit";

const visit = Visit.ofThisFile();

describe("search", () => {
  it("finds words, tells how many, and narrows to a speaker and back", async () => {
    const page = await visit.at("/");
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
    const page = await visit.at("/?q=ferry");
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
    const page = await visit.at("/?q=minutes");
    await page.locator("article.hit").nth(19).waitFor();
    await page.getByRole("button", { name: "More quotations" }).click();
    await page.locator("article.hit").nth(24).waitFor();
    expect(await page.locator("article.hit").count()).toBe(25);
    await expect
      .poll(() => page.evaluate(() => [...document.querySelectorAll("[data-hit]")].indexOf(document.activeElement as Element)))
      .toBe(20);
  });

  it("says what can be done where nothing is found", async () => {
    const page = await visit.at("/?q=nobodyeversaidthis&kind=direct");
    expect(await page.locator(".hits").innerText()).toContain("Try fewer words");
    await page.getByRole("link", { name: "search for the words alone" }).click();
    await page.waitForURL((url) => url.search === "?q=nobodyeversaidthis");
  });

  it("shows that something is denied, and that something is second-hand", async () => {
    const page = await visit.at("/?q=report");
    expect(await page.locator("article.hit .how").first().textContent()).toBe("denied");
    await page.goto("/?q=empty&kind=indirect");
    await settled(page);
    await page.locator(".chip", { hasText: "second-hand" }).waitFor();
  });

  it("copies a citation with words, name, place and both links, and says so", async () => {
    const page = await visit.at("/?q=islands&outlet=Northern+Wire");
    await page.getByRole("button", { name: "Cite" }).first().click();
    await page.locator(".toast").getByText("Copied as a citation.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("three more years");
    expect(copied).toContain("— Ana Ruiz, “Islanders win three years of ferry”, Northern Wire, 7 March 2024");
    expect(copied).toContain("https://wire.example/years#:~:text=");
    expect(copied).toMatch(new RegExp(`${visit.served.address}/quotation/\\d+$`));
  });
});
