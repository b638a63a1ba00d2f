// A group's own palette: k-means over the colours of its paintings' palettes by their shares, so that
// every painting counts alike, as scripts/groups/palette.py.

const STEPS = 100; // of Lloyd's algorithm, at most
const MOVED = 1000; // of so many colours no more than one may move for it to be at rest

/**
 * The `k` colours, or fewer, of a group of paintings: `[{lab, share}]` in OKLab, the largest first.
 *
 * `palettes` are those of all (data.js), `codes` their code in OKLab, `codeOf` the place among these of
 * each colour, and `mean` the group's mean histogram. It starts from the code of most share, then from
 * those that add most to the sum of squares, and goes on as Lloyd's algorithm over all colours.
 */
export function paletteOf({ size, share, lab, depth }, { codes, codeOf, mean }, group, k) {
  let centres = starts(codes, mean, k);
  const ofCode = codes.map((code) => nearest(code[0], code[1], code[2], centres));
  const at = [];
  for (const i of group) for (let j = 0; j < size[i]; j += 1) at.push(i * depth + j);
  const label = Uint8Array.from(at, (place) => ofCode[codeOf[place]]);
  let sums = new Float64Array(4 * centres.length);
  for (let step = 0, moved = Infinity; moved * MOVED > at.length && step < STEPS; step += 1) {
    sums = new Float64Array(4 * centres.length);
    for (let n = 0; n < at.length; n += 1) {
      const [place, own] = [at[n], 4 * label[n]];
      const part = share[place];
      sums[own] += part * lab[3 * place];
      sums[own + 1] += part * lab[3 * place + 1];
      sums[own + 2] += part * lab[3 * place + 2];
      sums[own + 3] += part;
    }
    centres = centres.map((centre, n) => {
      const weight = sums[4 * n + 3];
      return weight ? [0, 1, 2].map((c) => sums[4 * n + c] / weight) : centre;
    });
    moved = 0;
    for (let n = 0; n < at.length; n += 1) {
      const place = 3 * at[n];
      const own = nearest(lab[place], lab[place + 1], lab[place + 2], centres);
      if (own === label[n]) continue;
      label[n] = own;
      moved += 1;
    }
  }
  const weights = centres.map((_, n) => sums[4 * n + 3]);
  const whole = weights.reduce((all, weight) => all + weight, 0);
  return centres
    .map((centre, n) => ({ lab: centre, share: weights[n] / whole }))
    .filter((colour) => colour.share > 0)
    .sort((one, other) => other.share - one.share);
}

const squared = (p, q) => (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2;

function nearest(l, a, b, centres) {
  let [best, least] = [0, Infinity];
  for (let n = 0; n < centres.length; n += 1) {
    const centre = centres[n];
    const apart = (centre[0] - l) ** 2 + (centre[1] - a) ** 2 + (centre[2] - b) ** 2;
    if (apart < least) {
      best = n;
      least = apart;
    }
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
