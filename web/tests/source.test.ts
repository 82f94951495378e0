// What must not stand in the page's source: markup made of text, and inline styles or scripts that the policy would block.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL("../src/", import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith(".test.ts"))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));

it("makes markup of no text", () => {
  expect(sources.length).toBeGreaterThan(20);
  const bans = /\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\(|new Function/;
  expect(sources.filter(({ text }) => bans.test(text)).map(({ name }) => name)).toEqual([]);
});

it("has no style or handler as an attribute of markup", () => {
  expect(sources.filter(({ text }) => /\sstyle="|\son[a-z]+="/.test(text)).map(({ name }) => name)).toEqual([]);
  const index = readFileSync(new URL("../index.html", import.meta.url), "utf8");
  expect(index).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son[a-z]+=/);
});

it("asks no other server for anything", () => {
  const built = new URL("../dist/", import.meta.url);
  for (const name of readdirSync(built, { recursive: true, encoding: "utf8" })) {
    if (!/\.(js|css|html)$/.test(name)) continue;
    const addresses = readFileSync(new URL(name, built), "utf8").match(/https?:\/\/[\w./-]+/g) ?? [];
    // Names of XML, and the page that Svelte's errors lead to: none of them is fetched.
    expect(addresses.filter((address) => !/^https?:\/\/(www\.w3\.org|svelte\.dev)/.test(address))).toEqual([]);
  }
});
