import assert from "node:assert/strict";
import { test } from "node:test";
import { flat, mix, paintOf, ranks, wave } from "../src/motion.js";
import { readableOn } from "../src/panel.js";
import { circles, fit } from "../src/picture.js";

test("paint holds each colour and share, and slivers where a palette has fewer colours", () => {
  const paint = paintOf([[{ rgb: [1, 2, 3], share: 1 }]], 2);
  assert.deepEqual([...paint], [1, 2, 3, 1, 1, 2, 3, 0]);
});

test("ranks follow the order from 0 to 1", () => {
  assert.deepEqual([...ranks([2, 0, 1])], [0.5, 1, 0]);
  assert.deepEqual([...ranks([0])], [0]);
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

test("flat marks lie where they will stand", () => {
  const scene = { boxes: Float32Array.of(5, 10, 20, 30), bar: 12 };
  assert.deepEqual([...flat(scene).boxes], [5, 40, 20, 0]);
  assert.deepEqual([...scene.boxes], [5, 10, 20, 30]);
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
