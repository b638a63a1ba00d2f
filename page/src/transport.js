// The transport problem: how to move given amounts to where they are wanted at the least cost.

const NOTHING = 1e-9;

/**
 * The least cost of meeting `demands` from `supplies`, `costs[i * supplies.length + j]` for each
 * unit of demand i that is met from supply j. There must be at least as much as is wanted.
 *
 * Successive shortest paths (Ford and Fulkerson 1962): exact, and quick for some dozen amounts.
 */
export function transport(demands, supplies, costs) {
  const [rows, columns] = [demands.length, supplies.length];
  const wanted = Float64Array.from(demands);
  const left = Float64Array.from(supplies);
  const flow = new Float64Array(rows * columns);
  let total = 0;
  for (let i = 0; i < rows; i += 1) {
    while (wanted[i] > NOTHING) {
      const { to, via } = shortestPath(i, rows, columns, left, flow, costs);
      if (to < 0) break;
      const path = [];
      for (let j = to, row; ; j = via.column[row]) {
        row = via.row[j];
        path.push([row, j]);
        if (row === i) break;
      }
      let amount = Math.min(wanted[i], left[to]);
      for (let p = 0; p < path.length - 1; p += 1) {
        amount = Math.min(amount, flow[path[p][0] * columns + path[p + 1][1]]);
      }
      path.forEach(([row, j], p) => {
        flow[row * columns + j] += amount;
        total += amount * costs[row * columns + j];
        if (p + 1 === path.length) return;
        const back = row * columns + path[p + 1][1];
        flow[back] -= amount;
        total -= amount * costs[back];
      });
      wanted[i] -= amount;
      left[to] -= amount;
    }
  }
  return total;
}

/** The cheapest way from demand `start` to a supply with something left, taking back where due. */
function shortestPath(start, rows, columns, left, flow, costs) {
  const toRow = new Float64Array(rows).fill(Infinity);
  const toColumn = new Float64Array(columns).fill(Infinity);
  const via = { row: new Int32Array(columns).fill(-1), column: new Int32Array(rows).fill(-1) };
  toRow[start] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < rows; i += 1) {
      if (toRow[i] === Infinity) continue;
      for (let j = 0; j < columns; j += 1) {
        const cost = toRow[i] + costs[i * columns + j];
        if (cost < toColumn[j] - NOTHING) [toColumn[j], via.row[j], changed] = [cost, i, true];
      }
    }
    for (let j = 0; j < columns; j += 1) {
      if (toColumn[j] === Infinity) continue;
      for (let i = 0; i < rows; i += 1) {
        if (flow[i * columns + j] <= NOTHING) continue;
        const cost = toColumn[j] - costs[i * columns + j];
        if (cost < toRow[i] - NOTHING) [toRow[i], via.column[i], changed] = [cost, j, true];
      }
    }
  }
  let to = -1;
  for (let j = 0; j < columns; j += 1) {
    if (left[j] > NOTHING && (to < 0 || toColumn[j] < toColumn[to])) to = j;
  }
  return { to, via };
}

/** The earth mover's distance of two palettes, [{rgb, share}], in OKLab. */
export function paletteDistance(palette, other, oklabOf) {
  const labs = [palette, other].map((colours) => colours.map(({ rgb }) => oklabOf(...rgb)));
  const costs = labs[0].flatMap((a) =>
    labs[1].map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  );
  const shares = [palette, other].map((colours) => {
    const sum = colours.reduce((all, { share }) => all + share, 0);
    return colours.map(({ share }) => share / sum);
  });
  return transport(shares[0], shares[1], costs);
}
