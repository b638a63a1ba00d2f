import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

test("the script has less than 120 KB of D3, and little else from npm", async () => {
  const { metafile } = await build({
    entryPoints: [`${import.meta.dirname}/../src/main.js`],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    metafile: true,
    write: false,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const d3 = Object.entries(inputs).filter(([path]) => path.includes("node_modules/d3-"));
  const bytes = d3.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  assert.ok(bytes > 10_000 && bytes < 120_000, `${bytes} bytes of D3`);
  const others = Object.keys(inputs).filter((path) => /node_modules\/(?!d3-)/.test(path));
  assert.deepEqual(others, ["node_modules/fastest-levenshtein/esm/mod.js"]);
});
