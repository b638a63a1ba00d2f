import assert from "node:assert/strict";
import { test } from "node:test";
import { grid } from "../src/layouts/grid.js";
import { cellsOf, evened, map } from "../src/layouts/map.js";
import { binText, stream } from "../src/layouts/stream.js";
import { HEAD, ROW, table } from "../src/layouts/table.js";
import { wheel } from "../src/layouts/wheel.js";
import { sceneOfCards } from "../src/layouts/cards.js";
import { chance, drawnPalettes } from "./chance.js";

const SIZES = [
  [288, 500],
  [700, 400],
  [1400, 700],
];
const all = (count) => Array.from({ length: count }, (_, i) => i);
const near = (a, b, within = 1e-3) => assert.ok(Math.abs(a - b) < within, `${a} is not ${b}`);

function assertApart(boxes, width, height) {
  const count = boxes.length / 4;
  for (let i = 0; i < count; i += 1) {
    const [x, y, w, h] = boxes.subarray(4 * i, 4 * i + 4);
    assert.ok([x, y, w, h].every(Number.isFinite) && w > 0 && h > 0);
    assert.ok(x >= -0.51 && x + w <= width + 0.51 && y >= -0.51 && y + h <= height + 0.51);
    for (let j = 0; j < i; j += 1) {
      const [left, top, wide, tall] = boxes.subarray(4 * j, 4 * j + 4);
      const apart = x >= left + wide - 0.01 || left >= x + w - 0.01;
      assert.ok(apart || y >= top + tall - 0.01 || top >= y + h - 0.01, `${i} and ${j} overlap`);
    }
  }
}

test("tiles of a grid lie inside, none upon another, in reading order", () => {
  const random = chance(1);
  for (const count of [0, 1, 7, 60, 300]) {
    const aspects = all(count).map(() => 0.4 + 2 * random());
    for (const [width, height] of SIZES) {
      for (const narrow of [false, true]) {
        const laid = grid({ aspects, pictures: true, width, height, narrow });
        assertApart(laid.boxes, width, laid.height);
        for (let i = 1; i < count; i += 1) {
          const foot = (n) => laid.boxes[4 * n + 1] + laid.boxes[4 * n + 3];
          const after = foot(i) > foot(i - 1) + 1 || laid.boxes[4 * i] > laid.boxes[4 * i - 4];
          assert.ok(after, `${i} comes after ${i - 1}`);
        }
      }
    }
  }
});

test("zoom gives tiles pictures where they were", () => {
  const aspects = all(2000).map(() => 1);
  const laid = (zoom) => grid({ aspects, pictures: true, width: 1200, height: 600, zoom });
  assert.equal(laid(1).bars[0], laid(1).boxes[3], "a bar and nothing else");
  assert.ok(laid(4).bars[0] < laid(4).boxes[3]);
  near(laid(4).boxes[4 * 777], laid(1).boxes[4 * 777], 3);
});

test("on the map each point has a cell of its own, the nearest that is free", () => {
  assert.deepEqual([...cellsOf([0, 1, 0.5], [0, 1, 0.5], 3, 3)], [0, 8, 4]);
  const twins = cellsOf([0.5, 0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5, 0.5], 3, 3);
  assert.deepEqual([...twins].sort(), [1, 3, 4, 5, 7]);
  const full = cellsOf(new Array(9).fill(0), new Array(9).fill(1), 3, 3);
  assert.equal(new Set(full).size, 9);
});

test("ranks even out a crowd and keep its order", () => {
  const even = evened([0, 0.01, 0.02, 1]);
  assert.ok(even[0] < even[1] && even[1] < even[2] && even[2] < even[3]);
  assert.ok(even[2] > 0.3);
});

test("paintings on the map lie inside and apart, and likes stay close", () => {
  const random = chance(2);
  for (const count of [0, 1, 2, 40, 300]) {
    const places = all(count).map(() => [random() ** 3, random()]);
    const aspects = places.map(() => 1.4);
    for (const [width, height] of SIZES) {
      assertApart(map({ places, aspects, pictures: true, width, height }).boxes, width, height);
    }
  }
  const places = all(100).map((i) => (i < 50 ? [0.1, 0.1] : [0.9, 0.9]));
  const aspects = places.map(() => 1);
  const { boxes } = map({ places, aspects, pictures: false, width: 1000, height: 600 });
  const mean = (from, to, side) =>
    all(to - from).reduce((sum, n) => sum + boxes[4 * (from + n) + side], 0) / (to - from);
  assert.ok(mean(50, 100, 0) - mean(0, 50, 0) > 300);
});

test("cards hold their bands one below the other, as tall as shares", () => {
  const palettes = drawnPalettes(3, 4, chance(5));
  const boxes = Float32Array.of(10, 20, 30, 100, 50, 20, 30, 100);
  const scene = sceneOfCards({ count: 3, depth: 6, palettes, shown: [2, 0], boxes, bars: [40, 40] });
  assert.deepEqual([...scene.boxes.subarray(8, 12)], [10, 20, 30, 100]);
  assert.deepEqual([...scene.boxes.subarray(4, 8)], [0, 0, 0, 0]);
  assert.deepEqual([...scene.pictures.subarray(8, 12)], [10, 20, 30, 60]);
  let y = 80;
  for (let j = 0; j < 6; j += 1) {
    const [x, top, width, height] = scene.bands.subarray(4 * (2 * 6 + j), 4 * (2 * 6 + j) + 4);
    near(top, y);
    near(height, 40 * (palettes.share[2 * 4 + j] ?? 0) * (j < palettes.size[2] ? 1 : 0), 1e-2);
    assert.deepEqual([x, width], [10, 30]);
    y += height;
  }
  near(y, 120);
});

test("on the wheel an angle is the hue, a distance the root of the chroma, an area the share", () => {
  const palettes = drawnPalettes(40, 3, chance(4));
  const scene = wheel({ count: 40, depth: 3, palettes, shown: all(40), width: 800, height: 600 });
  const { cx, cy, radius } = scene.wheel;
  const perArea = [];
  const perChroma = [];
  for (let i = 0; i < 40; i += 1) {
    for (let j = 0; j < palettes.size[i]; j += 1) {
      const at = i * 3 + j;
      const [x, y, w, h] = scene.bands.subarray(4 * at, 4 * at + 4);
      const [, a, b] = palettes.lab.subarray(3 * at, 3 * at + 3);
      const [dx, dy] = [x + w / 2 - cx, cy - y - h / 2];
      near(Math.atan2(dy, dx), Math.atan2(b, a));
      // 0.25 is at the rim: the same for all paintings and pages.
      perChroma.push(Math.hypot(dx, dy) / (radius * Math.sqrt(Math.hypot(a, b) / 0.25)));
      perArea.push((w * h) / palettes.share[at]);
      assert.ok(Math.hypot(dx, dy) <= radius);
      assert.equal(w, h);
    }
  }
  near(Math.max(...perArea) / Math.min(...perArea), 1, 1e-4);
  for (const ratio of perChroma) near(ratio, 1, 1e-3);
  const widths = [...scene.stack].map((band) => scene.bands[4 * band + 2]);
  assert.deepEqual(widths, [...widths].sort((p, q) => q - p));
});

/** Whether a point lies in a polygon, by how often a ray from it crosses the outline. */
function isInside([x, y], points) {
  return points.reduce((inside, [x1, y1], n) => {
    const [x2, y2] = points[(n + 1) % points.length];
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}

/** The area of a polygon (the shoelace formula). */
const areaOf = (points) =>
  Math.abs(
    points.reduce((sum, [x, y], n) => {
      const [nextX, nextY] = points[(n + 1) % points.length];
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );

test("colours beyond the scale of the wheel lie on its rim", () => {
  const palettes = drawnPalettes(1, 1, chance(4));
  palettes.lab.set([0.6, 0.3, 0]);
  const { wheel: at, bands } = wheel({ count: 1, depth: 1, palettes, shown: [0], width: 800, height: 600 });
  near(bands[0] + bands[2] / 2, at.cx + at.radius);
});

test("many paintings' colours are gathered into hexagons by hue and chroma, the greys by lightness", () => {
  const palettes = drawnPalettes(500, 5, chance(12));
  palettes.rgb.fill(0x336699);
  for (let at = 0; at < 2500; at += 7) palettes.lab.set([(at % 100) / 100, 0.001, 0], 3 * at);
  const shown = all(500).filter((i) => i % 3);
  const scene = wheel({ count: 500, depth: 5, palettes, shown, width: 1200, height: 700 });
  const { regions, regionOf, wheel: at } = scene;
  near(regions.reduce((sum, { share }) => sum + share, 0), 1, 1e-5);
  const shares = new Array(regions.length).fill(0);
  for (const i of shown) {
    for (let j = 0; j < palettes.size[i]; j += 1) {
      const of = i * 5 + j;
      const region = regions[regionOf[of]];
      shares[regionOf[of]] += palettes.share[of] / shown.length;
      const [lightness, a, b] = palettes.lab.subarray(3 * of, 3 * of + 3);
      const chroma = Math.hypot(a, b);
      if (chroma < 0.022) {
        const [from, to] = region.asks.greys;
        assert.ok(lightness >= from - 1e-6 && lightness <= to + 1e-6);
      } else {
        const away = Math.sqrt(Math.min(1, chroma / 0.25)) / chroma;
        const [x, y] = [a * away, b * away];
        const { points } = region.asks;
        const [middleX, middleY] = [0, 1].map((c) => points.reduce((sum, p) => sum + p[c] / 6, 0));
        // A hair towards the middle, as a colour may lie on an edge.
        assert.ok(isInside([x + 1e-4 * (middleX - x), y + 1e-4 * (middleY - y)], points), `${x}, ${y}`);
      }
      assert.deepEqual(region.rgb, [0x33, 0x66, 0x99], "the mean of one colour is that colour");
    }
  }
  regions.forEach((region, n) => near(region.share, shares[n], 1e-6));
  // An area is the same share everywhere, up to a full hexagon.
  const perShare = regions
    .filter(({ share }) => share > 0.0005 && share < 0.025)
    .map(({ outline, share }) => areaOf(outline) / share);
  near(Math.max(...perShare) / Math.min(...perShare), 1, 1e-6);
  assert.ok(at.cx < 600, "the greys have room beside the wheel");
});

test("a hexagon's area does not depend on which paintings are shown, if their colours are as many", () => {
  const palettes = drawnPalettes(400, 1, chance(3));
  for (let i = 0; i < 400; i += 1) palettes.lab.set(i % 50 ? [0.5, 0.1, 0.1] : [0.5, 0, -0.1], 3 * i);
  const side = (shown) => {
    const { regions } = wheel({ count: 400, depth: 1, palettes, shown, width: 1200, height: 700 });
    return areaOf(regions.find(({ share }) => share < 0.025).outline);
  };
  near(side(all(200)), side(all(400)), 1e-6);
});

const streamed = (by, years, palettes, height = 500) =>
  stream({
    count: years.length,
    depth: palettes.depth,
    palettes,
    shown: all(years.length),
    year: years,
    by,
    width: 900,
    height,
  });

test("in the stream a slice's area is its share of its decade, and all fill it", () => {
  const years = [1871, 1874, 1879, 1885, null];
  const palettes = drawnPalettes(5, 3, chance(6));
  const scene = streamed("decade", years, palettes);
  assert.deepEqual(scene.bins.map(({ label }) => label), ["1870s", "1880s", "undated"]);
  assert.deepEqual(
    streamed("decade", [-12, 3, 5, 8, null], palettes).bins.map(({ label }) => label),
    ["20s BC", "10s BC", "0s", "undated"],
  );
  const seventies = [0, 1, 2].flatMap((i) => all(3).map((j) => 4 * (i * 3 + j)));
  const total = seventies.reduce((sum, at) => sum + scene.bands[at + 3], 0);
  const gaps = 1.5 * (scene.bins[0].families.length - 1);
  near(total + gaps, 500, 0.01);
  for (let j = 0; j < palettes.size[1]; j += 1) {
    near(scene.bands[4 * (3 + j) + 3] / total, palettes.share[3 + j] / 3, 1e-3);
  }
  near(scene.bins[0].families.reduce((sum, { share }) => sum + share, 0), 1, 1e-5);
  assert.ok(scene.bins[2].x > scene.bins[1].x + scene.bins[1].width + 30);
});

test("in paintings, a bin is as high as it has some, and empty years are empty", () => {
  const palettes = drawnPalettes(4, 2, chance(8));
  const scene = streamed("years", [1880, 1880, 1880, 1883], palettes);
  assert.equal(scene.bins.length, 4);
  const tall = (i) => all(2).reduce((sum, j) => sum + scene.bands[4 * (2 * i + j) + 3], 0);
  const gaps = (n) => 1.5 * (scene.bins[n].families.length - 1);
  near(tall(0) + tall(1) + tall(2) + gaps(0), 500, 0.01);
  near(tall(3), (500 - gaps(3)) / 3, 0.01);
  assert.deepEqual(scene.bins[1].families, []);
});

test("nothing to show breaks no view", () => {
  const none = drawnPalettes(0, 2, chance(9));
  assert.equal(streamed("decade", [], none).bins.length, 0);
  const empty = { count: 0, depth: 2, palettes: none, shown: [], width: 300, height: 300 };
  assert.equal(wheel(empty).stack.length, 0);
  assert.equal(table({ ...empty, aspects: [], pictures: true }).boxes.length, 0);
});

test("rows of the table follow each other, palettes from left to right", () => {
  const palettes = drawnPalettes(3, 3, chance(10));
  const shown = [2, 0];
  const scene = table({
    count: 3,
    depth: 3,
    palettes,
    shown,
    aspects: [1, 1, 2],
    pictures: true,
    width: 1000,
  });
  assert.deepEqual([...scene.boxes.subarray(8, 12)], [0, HEAD, 1000, ROW]);
  assert.deepEqual([...scene.boxes.subarray(0, 4)], [0, HEAD + ROW, 1000, ROW]);
  const band = (i, j) => scene.bands.subarray(4 * (3 * i + j), 4 * (3 * i + j) + 4);
  for (let j = 1; j < palettes.size[0]; j += 1) {
    near(band(0, j)[0], band(0, j - 1)[0] + band(0, j - 1)[2], 1e-2);
  }
  assert.ok(scene.height >= HEAD + 2 * ROW);
});

test("a bin is told in words, the largest family first", () => {
  const families = [
    { name: "greys", share: 0.25 },
    { name: "blues", share: 0.75 },
  ];
  assert.equal(binText({ label: "1880s", paintings: [0, 7], families }), "1880s, 2 paintings: blues 75\u00a0%, greys 25\u00a0%");
});

test("the colour that orders may come first in its bar, and the others follow in their order", () => {
  const palettes = { depth: 3, size: [3], share: Float32Array.of(0.5, 0.3, 0.2) };
  const boxes = Float32Array.of(0, 0, 10, 100);
  const { bands } = sceneOfCards({ count: 1, depth: 4, palettes, shown: [0], boxes, bars: [100], first: [2] });
  const places = [0, 1, 2, 3].map((j) => [bands[4 * j + 1], bands[4 * j + 3]]);
  [[20, 50], [70, 30], [0, 20]].forEach(([top, tall], j) => {
    near(places[j][0], top, 1e-4);
    near(places[j][1], tall, 1e-4);
  });
  assert.equal(places[3][1], 0);
});

test("a bar is filled to its foot though stored shares sum to a little less than 1", () => {
  const share = Float32Array.of(0.3, 0.6);
  const palettes = { depth: 2, size: [2], share };
  const boxes = Float32Array.of(0, 0, 10, 100);
  const { bands } = sceneOfCards({ count: 1, depth: 3, palettes, shown: [0], boxes, bars: [100] });
  near(bands[5] + bands[7], 100);
  assert.equal(bands[11], 0);
});
