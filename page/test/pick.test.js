import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbour, paintingAt, pick } from "../src/stage/pick.js";

// Three marks of 10 x 20 px: two upon each other, and one right of the lower.
const boxes = Float32Array.of(0, 30, 10, 20, 0, 0, 10, 20, 40, 30, 10, 20);

test("a mark is picked inside it, near it, and not far from it", () => {
  assert.equal(pick(boxes, 5, 40), 0);
  assert.equal(pick(boxes, 5, 10), 1);
  assert.equal(pick(boxes, 36, 40), 2);
  assert.equal(pick(boxes, 25, 40), null);
  assert.equal(pick(new Float32Array(0), 0, 0), null);
});

test("between two marks the nearer one is picked", () => {
  assert.equal(pick(boxes, 5, 24), 1);
  assert.equal(pick(boxes, 5, 26), 0);
});

test("above and below are the nearest that way, or the painting itself", () => {
  assert.equal(neighbour(boxes, 0, -1), 1);
  assert.equal(neighbour(boxes, 2, -1), 1);
  assert.equal(neighbour(boxes, 1, 1), 0);
  assert.equal(neighbour(boxes, 1, -1), 1);
  assert.equal(neighbour(boxes, 2, 1), 2);
});

test("of overlapping marks the topmost is picked, and nothing where a mark has no size", () => {
  const upon = Float32Array.of(0, 0, 20, 20, 5, 5, 4, 4, 5, 5, 0, 0);
  assert.equal(pick(upon, 6, 6, 6, [0, 1]), 1);
  assert.equal(pick(upon, 6, 6, 6, [1, 0]), 0);
});

test("where colours are apart, each leads to its painting", () => {
  const bands = Float32Array.of(0, 0, 5, 5, 50, 0, 5, 5, 20, 0, 5, 5, 90, 0, 5, 5);
  const scene = { apart: true, depth: 2, bands, boxes: new Float32Array(8), stack: null };
  assert.equal(paintingAt(scene, 52, 2, 6), 0);
  assert.equal(paintingAt(scene, 92, 2, 6), 1);
  assert.equal(paintingAt(scene, 70, 2, 6), null);
});
