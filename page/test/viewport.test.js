import assert from "node:assert/strict";
import { test } from "node:test";
import { UNZOOMED, seenOf, transformOf, zoomOf } from "../src/stage/viewport.js";
import { chance } from "./chance.js";

/** A layout of `count` marks row by row in `columns`, with a mark's width of its own. */
function rows(count, columns, width, height) {
  const tall = height / Math.ceil(count / columns);
  const wide = width / columns;
  const boxes = new Float32Array(4 * count);
  for (let i = 0; i < count; i += 1) {
    boxes.set([(i % columns) * wide, Math.floor(i / columns) * tall, 0.9 * wide, 0.9 * tall], 4 * i);
  }
  return { boxes, width, height, framed: true };
}

const near = (found, expected, within = 0.01) => {
  for (const key of Object.keys(expected)) {
    assert.ok(Math.abs(found[key] - expected[key]) < within, `${key}: ${found[key]}, not ${expected[key]}`);
  }
};
/** Which part of mark i's middle is seen: 0 to 1 across and down. */
function seenAt({ boxes }, { k, x, y }, seen, i) {
  const [left, top, w, h] = boxes.subarray(4 * i, 4 * i + 4);
  return [(k * (left + w / 2) + x) / seen.width, (k * (top + h / 2) + y - seen.top) / seen.height];
}

test("a zoom and its transform are the same, there and back", () => {
  const layout = rows(1000, 40, 1200, 600);
  const seen = { width: 1200, top: 0, height: 600 };
  const random = chance(3);
  for (let n = 0; n < 200; n += 1) {
    const k = 1 + 39 * random();
    const transform = { k, x: -(k - 1) * 1200 * random(), y: -(k - 1) * 600 * random() };
    near(transformOf(zoomOf(transform, layout, seen), layout, seen), transform);
  }
});

test("without zoom there is none, wherever the view is scrolled to", () => {
  const layout = rows(1000, 10, 320, 5000);
  assert.equal(zoomOf({ k: 1, x: 0, y: 0 }, layout, { width: 320, top: 900, height: 500 }), UNZOOMED);
  const identity = { k: 1, x: 0, y: 0 };
  assert.deepEqual(transformOf(UNZOOMED, layout, { width: 320, top: 900, height: 500 }), identity);
});

test("a window of another size shows the same part, as much enlarged", () => {
  const zoom = { k: 4, x: 0.75, y: 0.5, at: null };
  for (const [width, height] of [[1200, 600], [800, 600], [400, 900]]) {
    const seen = { width, top: 0, height };
    const { k, x, y } = transformOf(zoom, rows(100, 10, width, height), seen);
    near({ x: (width / 2 - x) / k / width, y: (height / 2 - y) / k / height }, { x: 0.75, y: 0.5 });
  }
});

test("in another arrangement the painting that was in the middle is there again", () => {
  const random = chance(5);
  const seen = { width: 1200, top: 0, height: 600 };
  const layout = rows(1000, 40, 1200, 600);
  for (let n = 0; n < 50; n += 1) {
    const k = 3 + 10 * random();
    const before = { k, x: -(k - 1) * 1200 * random(), y: -(k - 1) * 600 * random() };
    const zoom = zoomOf(before, layout, seen);
    const narrower = { width: 840, top: 0, height: 600 };
    const after = rows(1000, 27, 840, 600);
    const transform = transformOf(zoom, after, narrower);
    for (const part of seenAt(after, transform, narrower, zoom.at)) {
      assert.ok(part > 0 && part < 1, `painting ${zoom.at} is at ${part}`);
    }
    // Nothing beyond the layout's edges comes into view.
    assert.ok(transform.x <= 0 && transform.x + k * 840 >= 840 - 0.01);
    assert.ok(transform.y <= 0 && transform.y + k * 600 >= 600 - 0.01);
  }
});

test("a painting that was clicked is in view", () => {
  const seen = { width: 840, top: 0, height: 600 };
  const layout = rows(1000, 40, 840, 600);
  const transform = transformOf({ k: 8, x: 0.5, y: 0.5, at: null }, layout, seen, 999);
  const [across, down] = seenAt(layout, transform, seen, 999);
  assert.ok(across > 0 && across < 1 && down > 0 && down < 1);
});

test("a painting that is not shown is no place to go", () => {
  const layout = rows(10, 5, 500, 200);
  layout.boxes.fill(0, 4 * 7, 4 * 8);
  const seen = { width: 500, top: 0, height: 200 };
  const zoom = { k: 2, x: 0.5, y: 0.5, at: 7 };
  near(transformOf(zoom, layout, seen, 7), { k: 2, x: -250, y: -100 });
});

test("the axis below the marks is not for them", () => {
  assert.deepEqual(seenOf({ height: 600 }, { width: 900, top: 0, height: 636 }), {
    ...{ width: 900, top: 0, height: 600 },
  });
});
