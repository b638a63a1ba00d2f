import assert from "node:assert/strict";
import { test } from "node:test";
import { oklabOf } from "../src/colour.js";
import { paletteDistance, transport } from "../src/transport.js";
import { chance } from "./chance.js";

/** The least cost of whole units by trying every way: each unit of demand to each unit of supply. */
function tried(demands, supplies, cost) {
  const wanted = demands.flatMap((amount, i) => new Array(amount).fill(i));
  const there = supplies.flatMap((amount, j) => new Array(amount).fill(j));
  const used = new Set();
  const best = (n) => {
    if (n === wanted.length) return 0;
    let least = Infinity;
    for (let s = 0; s < there.length; s += 1) {
      if (used.has(s)) continue;
      used.add(s);
      least = Math.min(least, cost(wanted[n], there[s]) + best(n + 1));
      used.delete(s);
    }
    return least;
  };
  return best(0);
}

test("what is wanted comes from where it costs least in all, not for each by itself", () => {
  // Both want the first supply; the second demand can't do without it.
  assert.equal(transport([1, 1], [1, 1], [0, 1, 0, 10]), 1);
  assert.equal(transport([0.5], [0.25, 0.75], [0.2, 0.6]), 0.25 * 0.2 + 0.25 * 0.6);
  assert.equal(transport([], [1], []), 0);
});

test("the cost is the least of all ways there are", () => {
  const random = chance(3);
  for (let round = 0; round < 60; round += 1) {
    const demands = Array.from({ length: 1 + Math.floor(3 * random()) }, () => 1);
    demands[0] += Math.floor(2 * random());
    const supplies = Array.from({ length: 3 }, () => 1 + Math.floor(2 * random()));
    while (supplies.reduce((a, b) => a + b) < demands.reduce((a, b) => a + b)) supplies[0] += 1;
    const costs = demands.flatMap(() => supplies.map(() => Math.round(100 * random())));
    const expected = tried(demands, supplies, (i, j) => costs[i * supplies.length + j]);
    assert.ok(Math.abs(transport(demands, supplies, costs) - expected) < 1e-6);
  }
});

test("palettes are as far apart as their colours must be moved", () => {
  const [black, white] = [{ rgb: [0, 0, 0] }, { rgb: [255, 255, 255] }];
  const half = [
    { ...black, share: 0.5 },
    { ...white, share: 0.5 },
  ];
  const most = [
    { ...black, share: 0.75 },
    { ...white, share: 0.25 },
  ];
  assert.ok(Math.abs(paletteDistance(half, half, oklabOf)) < 1e-9);
  assert.ok(Math.abs(paletteDistance(half, most, oklabOf) - 0.25) < 1e-6);
  assert.ok(Math.abs(paletteDistance([{ ...white, share: 1 }], half, oklabOf) - 0.5) < 1e-6);
});
