// What holds on every page: it fits a phone, everybody can use it, it fails in words, it prints.
import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, it } from "vitest";
import { PHONE } from "./browser";
import { ferry, markup, rightToLeft } from "./made_articles";
import { settled, Visit } from "./visit";

const visit = Visit.ofThisFile();

const everyPage = (): string[] => [
  "/",
  "/?q=ferry",
  "/?q=nobodyeversaidthis",
  visit.articlePath(ferry),
  `/family/${visit.family}`,
  `/person/${visit.ruiz}`,
  "/check?text=the+night+ferry+will+sail+for+two+more+years",
  "/extract",
  "/person/999999",
  visit.articlePath(markup),
  visit.articlePath(rightToLeft),
];

async function expectNoViolations(colorScheme: "light" | "dark", rules: (builder: AxeBuilder) => AxeBuilder): Promise<void> {
  const page = await visit.at("/", { colorScheme });
  for (const path of everyPage()) {
    await page.goto(path);
    await settled(page);
    // With what is known of a quotation, too.
    if (path.startsWith("/article/")) await page.locator("a.begin").first().click();
    // Nothing here is framed: the mode for frames would open a page more each time.
    const { violations } = await rules(new AxeBuilder({ page }).setLegacyMode()).analyze();
    expect(violations.map(({ id, impact, nodes }) => `${path}: ${impact} ${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  }
}

describe("every page", () => {
  it("fits a phone 360 pixels wide", async () => {
    const page = await visit.at("/", { viewport: PHONE });
    for (const path of everyPage()) {
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
    const page = await visit.at("/person/999999");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").locator("p").textContent()).toMatch(/\w+ \w+/);
    await page.goto("/");
    await page.route("**/api/v1/**", (route) => route.abort());
    await page.locator("#search").fill("gone");
    await page.locator("#search").press("Enter");
    await page.getByRole("alert").getByText("Start it again").waitFor();
    visit.forgive();
  });

  it("prints without what only a screen needs", async () => {
    const page = await visit.at(visit.articlePath(ferry));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").first().isVisible()).toBe(false);
    expect(await page.locator("mark.content").first().isVisible()).toBe(true);
    expect(await page.getByRole("group", { name: "Who speaks here" }).getByText("Tom Okafor").isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(1000);
  });

  it("is under a policy that lets no script or style stand in it", async () => {
    const response = await fetch(`${visit.served.address}/`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
    const page = await visit.at("/");
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.inline = true";
      document.body.append(script);
      return "inline" in window;
    });
    expect(ran).toBe(false);
    visit.forgive();
  });

  it("remembers whether it is to be dark", async () => {
    const page = await visit.at("/", { colorScheme: "light" });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "Dark" }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
  });
});
