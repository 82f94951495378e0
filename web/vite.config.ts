import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// Everything is served by `quoth serve` under the page's own address, with a policy that allows no inline script or style:
// so nothing is inlined, and what is small stays a file.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { "/api": process.env.QUOTH_ADDRESS ?? "http://127.0.0.1:8573" } },
});
