// The palettes of tools on npm, for benchmarks/people.py.
//
// Reads [{file, k}, ...] from standard input, the files being PNGs, and writes the palettes as
// lists of hex colours by the tool's name, for each file.

import { QuantizerCelebi } from "@material/material-color-utilities";
import { configure, getPalette } from "colorthief";
import { extractColors } from "extract-colors";
import { Vibrant } from "node-vibrant/node";
import { readFileSync } from "node:fs";
import { PNG } from "pngjs";

const hex = (argb) => `#${(argb & 0xffffff).toString(16).padStart(6, "0")}`;

const TOOLS = {
  "color-thief": async (file, image, k) => {
    configure({ loader: { load: async () => image } });
    return (await getPalette(file, { colorCount: k, quality: 1 })).map((color) => color.hex());
  },
  // It finds as many colours as its distance allows, the largest first.
  "extract-colors": async (file, image, k) =>
    (await extractColors(image, { pixels: image.width * image.height }))
      .sort((a, b) => b.area - a.area)
      .slice(0, k)
      .map((color) => color.hex),
  // It finds six swatches at most, each for a use of its own.
  "node-vibrant": async (file, image, k) =>
    Object.values(await Vibrant.from(file).getPalette())
      .filter((swatch) => swatch !== null)
      .sort((a, b) => b.population - a.population)
      .slice(0, k)
      .map((swatch) => swatch.hex),
  "Material (Celebi)": async (file, { data }, k) => {
    const pixels = Array.from({ length: data.length / 4 }, (_, i) =>
      [255, data[4 * i], data[4 * i + 1], data[4 * i + 2]].reduce((all, c) => (all << 8) | c, 0),
    );
    return [...QuantizerCelebi.quantize(pixels, k).keys()].map(hex);
  },
};

const found = [];
for (const { file, k } of JSON.parse(readFileSync(0, "utf-8"))) {
  const { data, width, height } = PNG.sync.read(readFileSync(file));
  const image = { data: new Uint8ClampedArray(data), width, height };
  const palettes = {};
  for (const [name, tool] of Object.entries(TOOLS)) palettes[name] = await tool(file, image, k);
  found.push(palettes);
}
process.stdout.write(JSON.stringify(found));
