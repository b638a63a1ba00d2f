import assert from "node:assert/strict";
import { test } from "node:test";
import { lanesOf } from "../src/facets.js";
import { gridOfLanes, timelineOfLanes } from "../src/layouts/lanes.js";
import { chance } from "./chance.js";

const random = chance(11);
const LANES = [40, 3, 17, 1].map((n, l) => ({ label: `Lane ${l}`, n }));
const COUNT = 61;
const aspects = Array.from({ length: COUNT }, () => 0.6 + random());
const years = Array.from({ length: COUNT }, () => (random() < 0.3 ? null : 1860 + Math.floor(40 * random())));

/** The boxes of marks as [left, top, right, bottom]. */
const boxesOf = ({ boxes }) =>
  Array.from({ length: boxes.length / 4 }, (_, i) => {
    const [x, y, width, height] = boxes.subarray(4 * i, 4 * i + 4);
    return [x, y, x + width, y + height];
  });

function check(laid, width) {
  const boxes = boxesOf(laid);
  boxes.forEach(([left, top, right, bottom], i) => {
    assert.ok(left >= -0.01 && right <= width + 0.01 && top >= -0.01 && bottom <= laid.height + 0.01);
    for (const [l, t, r, b] of boxes.slice(i + 1)) {
      assert.ok(right <= l + 0.01 || r <= left + 0.01 || bottom <= t + 0.01 || b <= top + 0.01);
    }
  });
  // Each lane lies below the one before, and has its name where it begins.
  let [first, above] = [0, -Infinity];
  LANES.forEach(({ n }, l) => {
    const own = boxes.slice(first, first + n);
    const top = Math.min(...own.map((box) => box[1]));
    assert.ok(top >= above - 0.01);
    assert.ok(laid.words[l].label.startsWith(`Lane ${l}`) && laid.words[l].label.endsWith(String(n)));
    above = Math.max(...own.map((box) => box[3]));
    first += n;
  });
}

for (const [width, height] of [[1200, 700], [900, 300], [390, 700]]) {
  test(`tiles in lanes do not overlap in ${width} x ${height} px`, () => {
    for (const pictures of [true, false]) {
      check(gridOfLanes({ lanes: LANES, aspects, pictures, width, height }), width);
    }
  });
}

for (const [width, height] of [[1200, 700], [800, 400]]) {
  test(`years in lanes do not overlap in ${width} x ${height} px, and share one axis`, () => {
    const laid = timelineOfLanes({ lanes: LANES, years, aspects, pictures: true, width, height });
    check(laid, width);
    const lefts = new Map();
    boxesOf(laid).forEach(([left, , right], i) => {
      if (years[i] === null) return;
      const middle = (left + right) / 2;
      assert.ok(Math.abs((lefts.get(years[i]) ?? middle) - middle) < 0.6);
      lefts.set(years[i], middle);
    });
    const inOrder = [...lefts].sort(([p], [q]) => p - q).map(([, x]) => x);
    assert.deepEqual(inOrder, [...inOrder].sort((p, q) => p - q));
    assert.ok(laid.axis.labels(1).some(({ label }) => label === `${years.filter((y) => y === null).length} undated`));
  });
}

test("lanes of nothing dated have no axis", () => {
  const laid = timelineOfLanes({ lanes: [{ label: "A", n: 2 }], years: [null, null], aspects: [1, 1], pictures: true, width: 900, height: 300 });
  assert.deepEqual(laid.axis.lines, []);
  assert.equal(new Set(boxesOf(laid).map(([left]) => left)).size, 2);
});

test("the largest groups have lanes, and what is left is others", () => {
  const values = Array.from({ length: 20 }, (_, v) => `v${v}`);
  const of = Array.from({ length: 100 }, (_, i) => (i === 7 ? [] : [i % 3 ? i % 4 : i % 20]));
  const order = Array.from({ length: 100 }, (_, i) => 99 - i);
  const lanes = lanesOf("f", order, { facets: [{ name: "f", values, of }] });
  assert.equal(lanes.length, 12);
  assert.deepEqual(lanes.flatMap(({ paintings }) => paintings).sort((i, j) => j - i), order);
  const sizes = lanes.slice(0, -1).map(({ paintings }) => paintings.length);
  assert.deepEqual(sizes, [...sizes].sort((p, q) => q - p));
  assert.equal(lanes.at(-1).label, "Others");
  assert.ok(lanes.at(-1).paintings.includes(7));
  for (const { paintings } of lanes) assert.deepEqual(paintings, order.filter((i) => paintings.includes(i)));
});
