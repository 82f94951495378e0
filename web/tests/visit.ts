// What each test file of the page begins with: the real server on the record made by hand, and a browser before it. A page that is left
// must not have complained.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Search } from "../src/api/types";
import { launch, open, type Watched } from "./browser";
import { all } from "./made_articles";
import { recordLine, type MadeArticle } from "./made_record";
import { Served } from "./served";

/** A page has its title once its content is there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.title.endsWith("· Quoth"));
}

export class Visit {
  served!: Served;
  /** Of what three outlets print. */
  family = 0;
  /** Number of the mayor. */
  ruiz = 0;
  #browser!: Browser;
  #watched: Watched | null = null;
  /** Version of each article, by its key. */
  readonly #versions = new Map<string, number>();

  /** For the tests of one file: starts before the first of them and ends after the last. */
  static ofThisFile(): Visit {
    const visit = new Visit();
    beforeAll(() => visit.#start(), 120_000);
    afterEach(() => visit.#leave());
    afterAll(() => visit.#end());
    return visit;
  }

  async at(path: string, options: Parameters<typeof open>[2] = {}): Promise<Page> {
    await this.#leave();
    this.#watched = await open(this.#browser, this.served.address, options);
    await this.#watched.page.goto(path);
    await settled(this.#watched.page);
    return this.#watched.page;
  }

  articlePath(article: MadeArticle): string {
    return `/article/${this.#versions.get(article.key)}`;
  }

  /** What the browser complained of so far was the test's own doing. */
  forgive(): void {
    this.#watched?.complaints.splice(0);
  }

  async #start(): Promise<void> {
    [this.served, this.#browser] = await Promise.all([Served.start(all.map(recordLine)), launch()]);
    const found = await this.served.ask<Search>("/search?limit=50");
    for (const hit of found.hits) {
      this.#versions.set(hit.document.key, hit.document.version);
      if (hit.document.key === "wire-ferry") this.family = hit.family ?? 0;
      if (hit.speaker?.name === "Ana Ruiz") this.ruiz = hit.speaker.identity ?? 0;
    }
  }

  async #leave(): Promise<void> {
    const left = this.#watched;
    this.#watched = null;
    await left?.page.context().close();
    expect(left?.complaints ?? []).toEqual([]);
  }

  async #end(): Promise<void> {
    await this.#browser?.close();
    await this.served?.stop();
  }
}
