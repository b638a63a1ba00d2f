import assert from "node:assert/strict";
import { test } from "node:test";
import { readableOn } from "../src/colour.js";
import { circles, fit } from "../src/parts/picture.js";
import { flat, mix, ranks, vanished, wave } from "../src/stage/motion.js";
import { paintOf } from "../src/stage/paint.js";

test("paint holds each colour, and the last one again where a palette has fewer", () => {
  const palettes = { size: [2, 1], rgb: [0x010203, 0x040506, 0x070809, 0x070809], depth: 2 };
  assert.deepEqual(
    [...paintOf(palettes, 3)],
    [1, 2, 3, 4, 5, 6, 4, 5, 6, 7, 8, 9, 7, 8, 9, 7, 8, 9],
  );
});

test("ranks follow the order from 0 to 1, and those without a place start first", () => {
  assert.deepEqual([...ranks([2, 0, 1], 4)], [0.5, 1, 0, 0]);
  assert.deepEqual([...ranks([0], 1)], [0]);
});

test("a mix is half of each half way, by painting", () => {
  const target = new Float32Array(4);
  mix(Float32Array.of(0, 0, 0, 0), Float32Array.of(2, 4, 6, 8), 2, [0.5, 1], target);
  assert.deepEqual([...target], [1, 2, 6, 8]);
});

test("the wave starts at the first painting and ends with the last", () => {
  const progress = new Float32Array(3);
  wave([0, 0.5, 1], 0, progress);
  assert.deepEqual([...progress], [0, 0, 0]);
  wave([0, 0.5, 1], 400, progress);
  assert.ok(progress[0] > progress[1] && progress[1] > progress[2]);
  wave([0, 0.5, 1], 900, progress);
  assert.deepEqual([...progress], [1, 1, 1]);
});

const still = {
  depth: 2,
  boxes: Float32Array.of(5, 10, 20, 30, 0, 0, 0, 0),
  pictures: Float32Array.of(5, 10, 20, 12, 0, 0, 0, 0),
  bands: Float32Array.of(5, 24, 20, 8, 5, 32, 20, 8, 0, 0, 0, 0, 0, 0, 0, 0),
};

test("flat marks lie where they will stand", () => {
  assert.deepEqual([...flat(still).boxes.subarray(0, 4)], [5, 40, 20, 0]);
  assert.deepEqual([...flat(still).bands.subarray(0, 8)], [5, 40, 20, 0, 5, 40, 20, 0]);
  assert.deepEqual([...still.boxes.subarray(0, 4)], [5, 10, 20, 30]);
});

test("what has no place in one scene is a point amid its place in the other", () => {
  const other = {
    depth: 2,
    boxes: Float32Array.of(0, 0, 0, 0, 100, 200, 10, 40),
    pictures: Float32Array.of(0, 0, 0, 0, 100, 200, 10, 20),
    bands: Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 100, 220, 10, 10, 100, 230, 10, 10),
  };
  const scene = vanished(still, other);
  assert.deepEqual([...scene.boxes], [5, 10, 20, 30, 105, 220, 0, 0]);
  assert.deepEqual([...scene.pictures.subarray(4)], [105, 210, 0, 0]);
  assert.deepEqual([...scene.bands.subarray(8)], [105, 225, 0, 0, 105, 235, 0, 0]);
  assert.deepEqual([...still.boxes.subarray(4)], [0, 0, 0, 0]);
});

test("a picture keeps its proportions and grows to twice its size at most", () => {
  assert.deepEqual(fit({ width: 200, height: 100 }, 100, 100), { width: 100, height: 50 });
  assert.deepEqual(fit({ width: 64, height: 32 }, 500, 500), { width: 128, height: 64 });
});

test("circles have areas as the shares, side by side and inside the width", () => {
  const shares = [0.5, 0.3, 0.15, 0.05];
  const row = circles(shares, 300);
  row.forEach(({ r }, i) => {
    assert.ok(Math.abs((r * r) / (row[0].r * row[0].r) - shares[i] / shares[0]) < 1e-9);
    assert.ok(row[i].x - r > (i ? row[i - 1].x + row[i - 1].r : 0));
  });
  assert.ok(row.at(-1).x + row.at(-1).r < 300);
  assert.deepEqual(circles([], 300), []);
});

test("words on any colour have a contrast of 4.5 to 1 (WCAG 2.2)", () => {
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  for (let r = 0; r < 256; r += 15) {
    for (let g = 0; g < 256; g += 15) {
      for (let b = 0; b < 256; b += 15) {
        const [x, y, z] = [r, g, b].map((value) => linear(value / 255));
        const luminance = 0.2126 * x + 0.7152 * y + 0.0722 * z;
        const black = (luminance + 0.05) / 0.05;
        const white = 1.05 / (luminance + 0.05);
        assert.ok((readableOn([r, g, b]) === "#000" ? black : white) >= 4.5, `${r} ${g} ${b}`);
      }
    }
  }
});
