// How sure a mean of some paintings is: the bootstrap over paintings, as scripts/groups/intervals.py.

import { quantileSorted } from "d3-array";
import { ROUNDS, drawer } from "./chance.js";

export const FEW = 10; // paintings below which a group tells too little to be compared

const TAIL = 0.025; // of the rounds, beyond each end of an interval

/** The means of the rows `places` of a table of `width` numbers a row. */
export function meansOf(table, width, places) {
  const means = new Float64Array(width);
  for (const place of places) {
    for (let s = 0; s < width; s += 1) means[s] += table[place * width + s];
  }
  return means.map((sum) => sum / places.length);
}

/**
 * The means of the rows `places` of a table of `width` numbers a row, drawn as many at a time with
 * replacement: ROUNDS rows (Efron, "Bootstrap methods: another look at the jackknife", 1979).
 */
export function bootstrap(table, width, places, stream) {
  const size = places.length;
  const rows = new Float64Array(size * width);
  places.forEach((place, n) => rows.set(table.subarray(place * width, (place + 1) * width), n * width));
  const draw = drawer(stream);
  const means = new Float64Array(ROUNDS * width);
  const sums = new Float64Array(width);
  for (let round = 0; round < ROUNDS; round += 1) {
    sums.fill(0);
    for (let n = 0; n < size; n += 1) {
      const from = draw(size) * width;
      for (let s = 0; s < width; s += 1) sums[s] += rows[from + s];
    }
    for (let s = 0; s < width; s += 1) means[round * width + s] = sums[s] / size;
  }
  return means;
}

/** The ends [low, high], for each of `width` series, between which 95 % of the rounds lie. */
export function intervalsOf(means, width) {
  const column = new Float64Array(means.length / width);
  return Array.from({ length: width }, (_, s) => {
    column.forEach((_, round) => (column[round] = means[round * width + s]));
    column.sort();
    return [TAIL, 1 - TAIL].map((part) => quantileSorted(column, part));
  });
}
