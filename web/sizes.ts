// Prints what a browser loads to show the first page, as it travels (gzip; fonts are compressed already), and fails above the budget.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_KILOBYTES = 150;
const folder = process.argv[2] ?? "dist";
const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.includes("."))
  .sort();
let total = 0;
for (const name of names) {
  const bytes = readFileSync(`${folder}/${name}`);
  const size = (name.endsWith(".woff2") ? bytes.length : gzipSync(bytes, { level: 6 }).length) / 1000;
  // Letters beyond Western Europe's are loaded only where a text has them.
  const isFirst = !name.includes("latin-ext");
  if (isFirst) total += size;
  console.log(`${size.toFixed(1).padStart(7)} kB  ${name}${isFirst ? "" : "  (when needed)"}`);
}
console.log(`${total.toFixed(1).padStart(7)} kB  first view, at most ${BUDGET_KILOBYTES}`);
if (total > BUDGET_KILOBYTES) process.exit(1);
