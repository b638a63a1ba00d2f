// Two groups of paintings compared, as scripts/groups/compare.py.

import { ROUNDS, shuffler } from "./chance.js";
import { distance } from "./codes.js";
import { FEW, bootstrap, columnsOf, intervalsOf, meansOf } from "./intervals.js";
import { chanceOf, standardRanks } from "./ranks.js";
import { SERIES } from "./series.js";

const STREAMS = { a: 1, b: 2, splits: 3 };
const SPLITS = 200; // random splits of which the earth mover's distance is found
const CHANCE = 0.05; // how often, at most, random splits differ as much as a difference that is told

/**
 * Compare the groups of paintings `a` and `b`, which share none, by their `series` (series.js) and
 * `histograms` (codes.js), `costs` being how far the codes are apart.
 *
 * Returns `{means, intervals, difference, interval, byChance, told, few, distance, splits}`: of the two
 * groups their means and their intervals; A less B in each series, with its interval, the part of random
 * splits that differ as much in any, and whether that is more than chance; whether a group is too small
 * to tell; and the earth mover's distance, with those of random splits in order.
 */
export function compare({ series, histograms, costs }, a, b) {
  const drawn = [bootstrap(series, SERIES, a, STREAMS.a), bootstrap(series, SERIES, b, STREAMS.b)];
  const means = [a, b].map((group) => meansOf(series, SERIES, group));
  const difference = means[0].map((mean, s) => mean - means[1][s]);
  const interval = intervalsOf(drawn[0].map((mean, n) => mean - drawn[1][n]), SERIES);
  const both = Uint32Array.from([...a, ...b]).sort();
  const ranks = standardRanks(series, SERIES, both);
  const placeOf = new Map(Array.from(both, (i, n) => [i, n]));
  const rankOf = (group) => meansOf(ranks, SERIES, Array.from(group, (i) => placeOf.get(i)));
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  const seen = rankA.map((rank, s) => Math.abs(rank - rankB[s]));
  const byChance = chanceOf(seen, largestOfSplits(ranks, both.length, Math.min(a.length, b.length)));
  const few = Math.min(a.length, b.length) < FEW;
  const codes = Math.sqrt(costs.length);
  const [one, other] = [a, b].map((group) => meansOf(histograms, codes, group));
  return {
    means,
    intervals: drawn.map((rounds) => intervalsOf(rounds, SERIES)),
    difference,
    interval,
    byChance,
    told: interval.map(([low, high], s) => !few && (low > 0 || high < 0) && byChance[s] <= CHANCE),
    few,
    distance: distance(one, other, costs),
    splits: distancesOfSplits({ histograms, costs, codes }, both, Math.min(a.length, b.length)),
  };
}

/** How much the mean ranks differ, in any series, of groups drawn by chance. */
function largestOfSplits(ranks, size, smaller) {
  const shuffled = shuffler(STREAMS.splits, size, smaller);
  const columns = columnsOf(ranks, SERIES);
  // The ranks of both groups sum to 0.
  const scale = 1 / smaller + 1 / (size - smaller);
  return Array.from({ length: ROUNDS }, () => {
    const places = shuffled().subarray(0, smaller);
    let largest = 0;
    for (let s = 0; s < SERIES; s += 4) {
      for (const sum of sumsAt(places, columns, s)) largest = Math.max(largest, Math.abs(sum) * scale);
    }
    return largest;
  });
}

/** The sums of four columns from `s` on at some places. */
function sumsAt(places, columns, s) {
  const [p, q, r, t] = columns.slice(s, s + 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let n = 0; n < places.length; n += 1) {
    const place = places[n];
    a += p[place];
    b += q[place];
    c += r[place];
    d += t[place];
  }
  return [a, b, c, d];
}

function distancesOfSplits({ histograms, costs, codes }, both, smaller) {
  const size = both.length;
  const shuffled = shuffler(STREAMS.splits, size, smaller);
  const total = meansOf(histograms, codes, both).map((mean) => mean * size);
  const parts = partsOf(histograms, codes, both);
  const distances = Array.from({ length: SPLITS }, () => {
    const sums = new Float64Array(codes);
    const order = shuffled();
    for (let n = 0; n < smaller; n += 1) {
      for (let at = parts.from[order[n]]; at < parts.from[order[n] + 1]; at += 1) {
        sums[parts.code[at]] += parts.share[at];
      }
    }
    const rest = total.map((sum, c) => Math.max(0, sum - sums[c]) / (size - smaller));
    return distance(sums.map((sum) => sum / smaller), rest, costs);
  });
  return distances.sort((p, q) => p - q);
}

/** What of the histograms of some paintings is not 0: a `code` and a `share` each, `from` place to place. */
function partsOf(histograms, codes, paintings) {
  const from = [0];
  const code = /** @type {number[]} */ ([]);
  const share = /** @type {number[]} */ ([]);
  for (const i of paintings) {
    for (let c = 0; c < codes; c += 1) {
      if (histograms[i * codes + c] === 0) continue;
      code.push(c);
      share.push(histograms[i * codes + c]);
    }
    from.push(code.length);
  }
  return { from: Uint32Array.from(from), code: Uint8Array.from(code), share: Float64Array.from(share) };
}
