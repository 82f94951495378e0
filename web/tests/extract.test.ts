// A text that a reader brings.
import { describe, expect, it } from "vitest";
import { Visit } from "./visit";

const visit = Visit.ofThisFile();

describe("a text of one’s own", () => {
  it("is read, shown with its speakers, and not stored", async () => {
    const before = await visit.served.ask<unknown>("/stats");
    const page = await visit.at("/extract");
    await page.getByRole("button", { name: "Put in an example" }).click();
    await page.getByRole("button", { name: "Who says what?" }).click();
    await page.locator("a.begin").first().waitFor();
    expect(await page.locator(".legend").textContent()).toContain("Ana Ruiz");
    expect(await page.locator(".count").textContent()).toMatch(/\d+ quotations by \d+ speakers/);
    expect(page.url()).toBe(`${visit.served.address}/extract`);
    expect(await visit.served.ask<unknown>("/stats")).toEqual(before);
  });
});
