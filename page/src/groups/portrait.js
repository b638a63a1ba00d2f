// What of two groups one can look at: their distinctive colours, typical paintings, distributions, and
// where on the wheel they differ.

import { GREYS, familyOf, hueOf } from "../colour.js";
import { hexagonAt } from "../layouts/hexagons.js";
import { onWheel } from "../layouts/polar.js";
import { distance } from "./codes.js";
import { meansOf } from "./intervals.js";
import { wholeOf } from "./series.js";

const DISTINCTIVE = 6; // colours of each group, at most
const LEAST = 0.003; // of the canvas that a distinctive colour differs by
const TYPICAL = 3; // paintings of each group
/** The steps of the distributions: from 0 to `to`, in so many steps. */
export const SCALES = {
  lightness: { to: 1, steps: 20 },
  chroma: { to: 0.25, steps: 20 },
  hue: { to: 360, steps: 36 },
};

/**
 * The colours whose share differs most between the groups, each as the real colour of a painting nearest
 * to what the group has of it: two lists of `{place, shares: [a, b]}`, `place` being that in `palettes`.
 */
export function distinctive({ palettes, codeOf, count }, groups, means) {
  const { size, share, lab, depth } = palettes;
  return groups.map((group, g) => {
    const more = (c) => means[g][c] - means[1 - g][c];
    const codes = Array.from({ length: count }, (_, c) => c)
      .filter((c) => more(c) >= LEAST)
      .sort((c, d) => more(d) - more(c))
      .slice(0, DISTINCTIVE);
    return codes.map((c) => {
      const own = [];
      const mean = [0, 0, 0, 0];
      for (const i of group) {
        for (let j = 0; j < size[i]; j += 1) {
          const at = i * depth + j;
          if (codeOf[at] !== c) continue;
          own.push(at);
          for (let part = 0; part < 3; part += 1) mean[part] += share[at] * lab[3 * at + part];
          mean[3] += share[at];
        }
      }
      const away = (at) => Math.hypot(...[0, 1, 2].map((part) => lab[3 * at + part] - mean[part] / mean[3]));
      const place = own.reduce((best, at) => (away(at) < away(best) ? at : best));
      return { place, shares: [means[0][c], means[1][c]] };
    });
  });
}

/**
 * The paintings of `group` nearest to a `mean` histogram by the earth mover's distance, nearest first.
 * Those that cannot be near are passed over.
 */
export function nearestTo({ histograms, costs, count }, group, mean, many = TYPICAL) {
  const ownOf = (i) => histograms.subarray(i * count, (i + 1) * count);
  const bounds = Float64Array.from(group, (i) => leastDistance(ownOf(i), mean, costs));
  const order = Uint32Array.from(group, (_, n) => n).sort((m, n) => bounds[m] - bounds[n]);
  const best = [];
  for (const n of order) {
    if (best.length === many && bounds[n] > best[many - 1].away) break;
    const i = group[n];
    best.push({ i, away: distance(ownOf(i), mean, costs) });
    best.sort((p, q) => p.away - q.away);
    best.length = Math.min(best.length, many);
  }
  return best.map(({ i }) => i);
}

/**
 * What the earth mover's distance of a painting's histogram to a `mean` is at least: if each colour of the mean
 * went to the nearest of the painting's, however much is there (Kusner et al., "From word embeddings to
 * document distances", 2015).
 */
function leastDistance(own, mean, costs) {
  const there = [];
  for (let c = 0; c < own.length; c += 1) if (own[c] > 0) there.push(c);
  let sum = 0;
  for (let c = 0; c < mean.length; c += 1) {
    let least = Infinity;
    for (const other of there) least = Math.min(least, costs[c * mean.length + other]);
    sum += mean[c] * least;
  }
  return sum;
}

/** The mean share of a group's paintings in each step of SCALES, the hues of greys left out. */
export function distributions({ size, share, lab, depth }, group) {
  const found = Object.fromEntries(
    Object.entries(SCALES).map(([name, { steps }]) => [name, new Float64Array(steps)]),
  );
  const add = (name, value, part) => {
    const { to, steps } = SCALES[name];
    found[name][Math.min(steps - 1, Math.floor((value / to) * steps))] += part / group.length;
  };
  for (const i of group) {
    const whole = wholeOf(share, i, depth);
    for (let j = 0; j < size[i]; j += 1) {
      const at = i * depth + j;
      const [l, a, b] = lab.subarray(3 * at, 3 * at + 3);
      const part = share[at] / whole;
      add("lightness", l, part);
      add("chroma", Math.hypot(a, b), part);
      if (familyOf(a, b) !== GREYS) add("hue", hueOf(a, b), part);
    }
  }
  return found;
}

/** Where on the wheel the groups differ: hexagons `{column, row, difference, lab}`, A less B. */
export function wheelOfDifference({ size, share, lab, depth }, groups) {
  const cells = new Map();
  groups.forEach((group, g) => {
    for (const i of group) {
      const whole = wholeOf(share, i, depth);
      for (let j = 0; j < size[i]; j += 1) {
        const at = i * depth + j;
        const own = lab.subarray(3 * at, 3 * at + 3);
        if (familyOf(own[1], own[2]) === GREYS) continue;
        const [column, row] = hexagonAt(...onWheel(own[1], own[2]));
        const key = `${column} ${row}`;
        if (!cells.has(key)) cells.set(key, { column, row, difference: 0, sum: [0, 0, 0], weight: 0 });
        const cell = cells.get(key);
        const part = share[at] / whole / group.length;
        cell.difference += g === 0 ? part : -part;
        own.forEach((value, c) => (cell.sum[c] += part * value));
        cell.weight += part;
      }
    }
  });
  return [...cells.values()].map(({ column, row, difference, sum, weight }) => {
    return { column, row, difference, lab: sum.map((value) => value / weight) };
  });
}

/** The means over `group` of the histograms (codes.js), of `count` codes. */
export const meanHistogram = ({ histograms, count }, group) => meansOf(histograms, count, group);

