// Draws the pictures of the README: the page on Wikinews articles (data/wikinews), as the base weights read them, before the real server.
//
//   QUOTH_RECORDS=FILE  finished records of those articles, so that no network need run
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Profile, Search } from "../src/api/types";
import { launch, open, PHONE } from "./browser";
import { Served } from "./served";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MOST_BYTES = 300_000;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  const records = process.env.QUOTH_RECORDS;
  const lines = records ? readFileSync(records, "utf8").split("\n").filter(Boolean) : [];
  const inputs = records ? [] : ["train", "dev"].map((part) => `${ROOT}data/wikinews/${part}/articles.jsonl`);
  served = await Served.start(lines, { inputs, fields: ["published=date"], model: "base" });
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

interface View {
  name: string;
  path: string;
  options?: Parameters<typeof open>[2];
  prepare?: (page: Page) => Promise<void>;
}

async function draw({ name, path, options, prepare }: View): Promise<void> {
  const { page, complaints } = await open(browser, served.address, options);
  await page.goto(path);
  await page.waitForFunction(() => document.title.endsWith("· Quoth"));
  await page.evaluate(() => document.fonts.ready);
  await prepare?.(page);
  const file = `${ROOT}docs/images/page-${name}.png`;
  await page.screenshot({ path: file, animations: "disabled" });
  await page.context().close();
  expect(complaints).toEqual([]);
  expect(statSync(file).size).toBeLessThan(MOST_BYTES);
}

it("draws a search, by day", async () => {
  await draw({ name: "search", path: "/?q=war" });
});

it("draws an article with what is known of one quotation", async () => {
  const article = await served.ask<Search>("/search?q=%22war+on+drugs+has+been%22&limit=1");
  const version = article.hits[0]?.document.version;
  await draw({ name: "article", path: `/article/${version}`, prepare: (page) => page.locator("a.begin").nth(3).click() });
});

it("draws the one who is quoted most", async () => {
  const { facets } = await served.ask<Search>("/search?q=&limit=1");
  const speakers = facets?.speakers.filter(({ identity }) => identity) ?? [];
  const profiles = await Promise.all(speakers.slice(0, 8).map(({ identity }) => served.ask<Profile>(`/people/${identity}`)));
  const richest = profiles.sort((a, b) => b.graph.edges.length - a.graph.edges.length)[0];
  await draw({ name: "person", path: `/person/${richest?.identity}`, options: { viewport: { width: 1280, height: 1050 } } });
});

it("draws what was printed in several wordings, in the dark", async () => {
  const { hits } = await served.ask<Search>("/search?q=uncool&limit=5");
  const told = hits.find(({ family }) => family);
  await draw({ name: "family", path: `/family/${told?.family}`, options: { colorScheme: "dark" } });
});

it("draws a check", async () => {
  await draw({ name: "check", path: "/check?text=The+war+on+drugs+has+been+a+total+failure" });
});

it("draws an article on a phone", async () => {
  const article = await served.ask<Search>("/search?q=%22war+on+drugs+has+been%22&limit=1");
  await draw({
    name: "phone",
    path: `/article/${article.hits[0]?.document.version}`,
    options: { viewport: PHONE, deviceScaleFactor: 2 },
  });
});
