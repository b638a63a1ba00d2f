import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { between, unpack } from "../src/study/points.js";
import { CORNERS, EDGES, REACH, projection } from "../src/study/projection.js";
import { turned } from "../src/study/turn.js";

const near = (numbers, expected) =>
  numbers.forEach((number, i) => assert.ok(Math.abs(number - expected[i]) < 1e-9, `${numbers}`));

test("white is on top, nearest from straight above, and red right of green", () => {
  near(projection(0.7, 0)(255, 255, 255), [0, REACH, 0]);
  near(projection(0.7, Math.PI / 2)(255, 255, 255), [0, 0, -REACH]);
  const project = projection(0, 0);
  // Along (1, -1, 0) / sqrt 2, half of it from the middle of the edge.
  assert.ok(Math.abs(project(255, 0, 0)[0] - Math.SQRT1_2) < 1e-9);
  assert.ok(Math.abs(project(0, 255, 0)[0] + Math.SQRT1_2) < 1e-9);
});

test("a projection keeps distances, so edges have length 1", () => {
  const project = projection(0.4, -0.9);
  assert.equal(EDGES.length, 12);
  for (const [from, to] of EDGES) {
    const [a, b] = [project(...CORNERS[from]), project(...CORNERS[to])];
    assert.ok(Math.abs(Math.hypot(...a.map((value, i) => value - b[i])) - 1) < 1e-9);
  }
});

test("points are unpacked from seven bytes each", () => {
  const { count, painted, enhanced, cluster } = unpack("AQID9AUGAg==");
  assert.equal(count, 1);
  assert.deepEqual([[...painted], [...enhanced], [...cluster]], [[1, 2, 3], [244, 5, 6], [2]]);
});

test("half way is half of each", () => {
  assert.deepEqual([...between([0, 10], [4, 20], 0.5, new Float32Array(2))], [2, 15]);
});

test("a turn goes round, but not over the top", () => {
  const { azimuth, elevation } = turned({ azimuth: 6, elevation: 1.5 }, [1, 1]);
  assert.deepEqual([azimuth, elevation], [7, Math.PI / 2]);
  assert.equal(turned({ azimuth: 0, elevation: -1 }, [0, -1]).elevation, -Math.PI / 2);
});

test("nothing comes from the page's other modules, whose edits make no sheet again", () => {
  const folder = `${import.meta.dirname}/../src/study`;
  for (const file of readdirSync(folder)) {
    assert.doesNotMatch(readFileSync(`${folder}/${file}`, "utf8"), /from "\.\.\//);
  }
});
