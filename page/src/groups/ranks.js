// What of chance is as large as what was seen, as scripts/groups/ranks.py.

const EQUAL = 1e-9; // within which two statistics count as equal, however they were added up

/**
 * The ranks of the rows `places` of a table of `width` numbers a row, in each column, with mean 0 and
 * standard deviation 1 (0 where all are equal); equal values share their mean rank.
 */
export function standardRanks(table, width, places) {
  const size = places.length;
  const ranks = new Float64Array(size * width);
  const order = Uint32Array.from(places, (_, n) => n);
  for (let s = 0; s < width; s += 1) {
    const values = Float64Array.from(places, (place) => table[place * width + s]);
    order.sort((m, n) => values[m] - values[n]);
    let squares = 0;
    for (let from = 0; from < size; ) {
      let to = from + 1;
      while (to < size && values[order[to]] === values[order[from]]) to += 1;
      const rank = (from + to - size) / 2; // the mean is 0
      for (let n = from; n < to; n += 1) ranks[order[n] * width + s] = rank;
      squares += (to - from) * rank * rank;
      from = to;
    }
    const spread = Math.sqrt(squares / size) || Infinity;
    for (let n = 0; n < size; n += 1) ranks[n * width + s] /= spread;
  }
  return ranks;
}

/** The part of chances whose `largest` statistic of all series is as large as each one `seen`. */
export function chanceOf(seen, largest) {
  return Array.from(seen, (value) => {
    const asLarge = largest.reduce((sum, other) => sum + (other >= value - EQUAL ? 1 : 0), 0);
    return (asLarge + 1) / (largest.length + 1);
  });
}
