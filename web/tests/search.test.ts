// Searching in a browser.
import { describe, expect, it } from "vitest";
import type { Search } from "../src/api/types";
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

  it("offers nothing any more once its box is left", async () => {
    const page = await visit.at("/?q=ferry");
    const asked: (() => void)[] = [];
    await page.route("**/api/v1/people?*", async (route) => {
      await new Promise<void>((resolve) => asked.push(resolve));
      await route.continue().catch(() => {}); // The page may have taken its question back.
    });
    await page.locator("search summary").click();
    const box = page.getByRole("combobox", { name: "Said by" });
    await box.fill("oka");
    await expect.poll(() => asked.length).toBe(1);
    await box.press("Tab");
    const answered = page.waitForResponse("**/api/v1/people?*");
    asked[0]?.();
    await answered;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(await box.getAttribute("aria-expanded")).toBe("false");
  });

  it("goes on where a page comes back empty, though there is more to look through", async () => {
    const page = await visit.at("/");
    await page.route("**/api/v1/search?*", async (route) => {
      const asked = new URL(route.request().url());
      if (asked.searchParams.get("cursor") === "further") {
        asked.searchParams.delete("cursor");
        await route.continue({ url: asked.href });
        return;
      }
      const answer = (await (await route.fetch()).json()) as Search;
      const next = asked.searchParams.has("cursor") ? "further" : "on";
      await route.fulfill({ json: { ...answer, hits: [], next } });
    });
    await page.locator("#search").fill("ferry");
    await page.locator("#search").press("Enter");
    await page.locator(".hits").getByText("Nothing found so far").waitFor();
    await page.getByRole("button", { name: "More quotations" }).click();
    await page.locator(".toast").getByText("None so far").waitFor();
    await page.getByRole("button", { name: "More quotations" }).click();
    await page.locator("article.hit").first().waitFor();
  });

  it("stays where it is until the answer is there, and comes back to where the reader had been", async () => {
    const page = await visit.at("/?q=minutes");
    await page.locator("article.hit").nth(19).waitFor();
    const height = (): Promise<number> => page.evaluate(() => Math.round(scrollY));
    await page.evaluate(() => scrollTo(0, 1500));
    let answer: () => void = () => {};
    await page.route("**/api/v1/search?*", async (route) => {
      await new Promise<void>((resolve) => (answer = resolve));
      await route.continue();
    });
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>("aside a")?.click());
    await page.waitForURL(/speaker=/);
    expect(await height()).toBeGreaterThan(1000);
    await expect.poll(() => (answer(), height())).toBe(0);
    await page.goBack();
    await expect.poll(height).toBe(1500);
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
