// How colours change over the years, and which changes are more than chance, as scripts/groups/trends.py.

import { range } from "d3-array";
import { ROUNDS, shuffler } from "./chance.js";
import { FEW, bootstrap, intervalsOf, meansOf } from "./intervals.js";
import { chanceOf, standardRanks } from "./ranks.js";
import { SERIES } from "./series.js";

const STREAM = 4;
const CHANCE = 0.02; // how often, at most, shuffled years give a change as large as one that is told
const AROUND = 2; // years before and after a year, whose paintings count with its own
const SIDE = 0.1; // of the paintings, and FEW at least, lie before and after a change

/**
 * The change of each of the `series` (series.js) of the dated paintings `group`, `years` being those
 * of all: `{year, before, after, paintings: [before, after], byChance}`, or null where there is none
 * that is more than chance.
 */
export function changes(years, series, group) {
  const order = [...group].sort((i, j) => years[i] - years[j] || i - j);
  const cuts = cutsOf(order.map((i) => years[i]));
  if (!cuts.length) return new Array(SERIES).fill(null);
  const ranks = standardRanks(series, SERIES, order);
  const inOrder = Uint32Array.from(order, (_, n) => n);
  const found = largestAt(ranks, inOrder, cuts);
  const shuffled = shuffler(STREAM, order.length, order.length);
  const largest = Array.from({ length: ROUNDS }, () => {
    return Math.max(...largestAt(ranks, shuffled(), cuts).map(({ sum }) => Math.abs(sum)));
  });
  const byChance = chanceOf(found.map(({ sum }) => Math.abs(sum)), largest);
  return found.map(({ cut, sum }, s) => {
    const [before, after] = [order.slice(0, cut), order.slice(cut)].map((some) => meansOf(series, SERIES, some)[s]);
    // The ranks before a year are less where it grows.
    if (byChance[s] > CHANCE || (after - before) * sum >= 0) return null;
    const paintings = [cut, order.length - cut];
    return { year: years[order[cut]], before, after, paintings, byChance: byChance[s] };
  });
}

/** How many of the sorted `years` lie before each year that may be one of change. */
function cutsOf(years) {
  const least = Math.max(FEW, Math.ceil(SIDE * years.length));
  const cuts = [];
  for (let cut = least; cut <= years.length - least; cut += 1) {
    if (years[cut] !== years[cut - 1]) cuts.push(cut);
  }
  return cuts;
}

/** Of each series the cut before which the sum of the ranks is most by its standard error, and the sum. */
function largestAt(ranks, order, cuts) {
  const size = order.length;
  const sums = new Float64Array(SERIES);
  const found = Array.from({ length: SERIES }, () => ({ cut: cuts[0], sum: 0 }));
  let n = 0;
  for (const cut of cuts) {
    for (; n < cut; n += 1) {
      const from = order[n] * SERIES;
      for (let s = 0; s < SERIES; s += 1) sums[s] += ranks[from + s];
    }
    const error = Math.sqrt((cut * (size - cut)) / size);
    for (let s = 0; s < SERIES; s += 1) {
      const sum = sums[s] / error;
      if (Math.abs(sum) > Math.abs(found[s].sum)) found[s] = { cut, sum };
    }
  }
  return found;
}

/**
 * The course of a group of paintings over the years: `{bins, changes}`, of each span of `every` years its
 * `year`, the number of paintings `n`, the means of the series and their intervals (null for fewer than
 * FEW), and the changes that are more than chance. A single year has those of two years before and after, too. The undated are
 * left out.
 */
export function trend(years, series, group, every) {
  const dated = Array.from(group).filter((i) => years[i] !== null);
  const spans = new Map();
  for (const i of dated) {
    const year = Math.floor(years[i] / every) * every;
    spans.set(year, [...(spans.get(year) ?? []), i]);
  }
  const around = (year) => range(year - AROUND, year + AROUND + 1).flatMap((other) => spans.get(other) ?? []);
  const bins = [...spans]
    .sort(([one], [other]) => one - other)
    .map(([year, own]) => {
      const some = every === 1 ? around(year) : own;
      const drawn = some.length < FEW ? null : bootstrap(series, SERIES, some, year);
      return {
        year,
        n: some.length,
        means: meansOf(series, SERIES, some),
        intervals: drawn && intervalsOf(drawn, SERIES),
      };
    });
  return { n: dated.length, bins, changes: changes(years, series, dated) };
}
