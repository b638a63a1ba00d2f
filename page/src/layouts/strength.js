// How strongly colours are drawn: those that are not asked for fade, and where paintings are in no
// order of their own, those that answer less fade with them.

const OTHERS = 0.22; // of a colour that is not asked for
const LEAST = 0.4; // of a colour asked for, of the painting that answers least

/**
 * The strength, 0 to 1, of each colour of a scene of `depth` colours a painting, for what is `found`
 * (find.js) in the `palettes` drawn; null if all are drawn as they are. With `ranked`, the view itself
 * has the best first.
 */
export function strengthsOf(found, palettes, depth, ranked) {
  const { matched, scores, missed, shown } = found;
  if (!matched || missed) return null;
  const strengths = new Float32Array(palettes.size.length * depth).fill(1);
  const best = shown.length ? scores[shown[0]] : 1;
  for (const i of shown) {
    const full = ranked ? 1 : LEAST + (1 - LEAST) * (scores[i] / best);
    for (let j = 0; j < depth; j += 1) {
      const own = i * palettes.depth + Math.min(j, palettes.size[i] - 1);
      strengths[i * depth + j] = matched[own] ? full : OTHERS;
    }
  }
  return strengths;
}

/** Regions of the wheel (hexagons.js) with the strength of the colours asked for in each. */
export function strengthened(regions, regionOf, { palettes, shown, depth }, strengths) {
  const sums = regions.map(() => [0, 0]);
  for (const i of shown) {
    for (let j = 0; j < palettes.size[i]; j += 1) {
      const sum = sums[regionOf[i * depth + j]];
      const share = palettes.share[i * palettes.depth + j];
      sum[0] += share * strengths[i * depth + j];
      sum[1] += share;
    }
  }
  return regions.map((region, n) => ({ ...region, strength: sums[n][0] / sums[n][1] }));
}
