import { defineConfig } from "vitest/config";

// What tools/page-pictures runs; not a test of the page.
export default defineConfig({ test: { include: ["tests/pictures.ts"], testTimeout: 120_000, hookTimeout: 1_800_000 } });
