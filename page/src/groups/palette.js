// A group's own palette: k-means over the colours of its paintings' palettes by their shares, so that
// every painting counts alike, as scripts/groups/palette.py.

const STEPS = 100; // of Lloyd's algorithm, at most

/**
 * The `k` colours, or fewer, of a group of paintings: `[{lab, share}]` in OKLab, the largest first.
 *
 * `palettes` are those of all (data.js), `codes` their code in OKLab, `codeOf` the place among these of
 * each colour, and `mean` the group's mean histogram. It starts from the code of most share, then from
 * those that add most to the sum of squares, and goes on as Lloyd's algorithm over all colours.
 */
export function paletteOf({ size, share, lab, depth }, { codes, codeOf, mean }, group, k) {
  let centres = starts(codes, mean, k);
  const at = [];
  for (const i of group) for (let j = 0; j < size[i]; j += 1) at.push(i * depth + j);
  const label = Uint8Array.from(at, (place) => nearest(codes[codeOf[place]], centres));
  let sums = centres.map(() => new Float64Array(4));
  for (let step = 0, moved = true; moved && step < STEPS; step += 1) {
    sums = centres.map(() => new Float64Array(4));
    at.forEach((place, n) => {
      const sum = sums[label[n]];
      for (let c = 0; c < 3; c += 1) sum[c] += share[place] * lab[3 * place + c];
      sum[3] += share[place];
    });
    centres = centres.map((centre, n) => (sums[n][3] ? [...sums[n].subarray(0, 3)].map((sum) => sum / sums[n][3]) : centre));
    moved = false;
    at.forEach((place, n) => {
      const own = nearest(lab.subarray(3 * place, 3 * place + 3), centres);
      if (own === label[n]) return;
      label[n] = own;
      moved = true;
    });
  }
  const whole = sums.reduce((all, sum) => all + sum[3], 0);
  return centres
    .map((centre, n) => ({ lab: centre, share: sums[n][3] / whole }))
    .filter((colour) => colour.share > 0)
    .sort((one, other) => other.share - one.share);
}

const squared = (p, q) => (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2;

function nearest(lab, centres) {
  let [best, least] = [0, Infinity];
  for (let n = 0; n < centres.length; n += 1) {
    const apart = squared(lab, centres[n]);
    if (apart < least) [best, least] = [n, apart];
  }
  return best;
}

function starts(codes, mean, k) {
  const chosen = [];
  const away = new Float64Array(codes.length).fill(1);
  while (chosen.length < k) {
    let [best, most] = [-1, 0];
    codes.forEach((_, c) => {
      if (mean[c] * away[c] > most) [best, most] = [c, mean[c] * away[c]];
    });
    if (best < 0) break;
    chosen.push(codes[best]);
    codes.forEach((code, c) => {
      const apart = squared(code, codes[best]);
      away[c] = chosen.length === 1 ? apart : Math.min(away[c], apart);
    });
  }
  return chosen;
}
