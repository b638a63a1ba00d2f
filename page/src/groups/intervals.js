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
 * The means of the rows `places` of a table of `width` numbers a row (a multiple of four), drawn as many at
 * a time with replacement: ROUNDS rows (Efron, "Bootstrap methods: another look at the jackknife", 1979).
 */
export function bootstrap(table, width, places, stream) {
  const size = places.length;
  const columns = columnsOf(table, width, places);
  const draw = drawer(stream);
  const means = new Float64Array(ROUNDS * width);
  const times = new Uint16Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    times.fill(0);
    for (let n = 0; n < size; n += 1) times[draw(size)] += 1;
    for (let s = 0; s < width; s += 4) {
      const sums = sumsOfFour(times, columns, s);
      for (let c = 0; c < 4; c += 1) means[round * width + s + c] = sums[c] / size;
    }
  }
  return means;
}

/** The columns of a table of `width` numbers a row, of all rows or of those at some `places`. */
export function columnsOf(table, width, places = Array.from({ length: table.length / width }, (_, n) => n)) {
  return Array.from({ length: width }, (_, s) =>
    Float64Array.from(places, (place) => table[place * width + s]),
  );
}

/** The sums of four columns from `s` on, each row so many `times`: at once, it takes half of the time. */
function sumsOfFour(times, columns, s) {
  const [p, q, r, t] = columns.slice(s, s + 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let n = 0; n < times.length; n += 1) {
    const many = times[n];
    a += many * p[n];
    b += many * q[n];
    c += many * r[n];
    d += many * t[n];
  }
  return [a, b, c, d];
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
