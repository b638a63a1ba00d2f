// What a painting's palette comes to in numbers, by which groups of paintings are compared: as
// scripts/groups/series.py.

import { GREYS, familyOf } from "../colour.js";

const WARM = Math.PI / 3; // the hue towards which a colour is warm, an orange; opposite lies a blue

export const FAMILIES = GREYS + 1;
export const [LIGHTNESS, CHROMA, WARMTH] = [FAMILIES, FAMILIES + 1, FAMILIES + 2];
export const SERIES = FAMILIES + 3;

/**
 * The series of all paintings, SERIES numbers each, of their `palettes` (data.js): the share of each
 * family of hue; the mean lightness, 0 to 1, and chroma in OKLab; and how far the mean colour lies
 * towards orange, chroma times the cosine of the hue's angle to it, negative towards blue.
 */
export function seriesOf({ size, share, lab, depth }) {
  const series = new Float64Array(size.length * SERIES);
  for (let i = 0; i < size.length; i += 1) {
    const of = series.subarray(i * SERIES, (i + 1) * SERIES);
    const whole = wholeOf(share, i, depth);
    for (let j = 0; j < size[i]; j += 1) {
      const at = i * depth + j;
      const [l, a, b] = lab.subarray(3 * at, 3 * at + 3);
      const part = share[at] / whole;
      of[familyOf(a, b)] += part;
      of[LIGHTNESS] += part * l;
      of[CHROMA] += part * Math.hypot(a, b);
      of[WARMTH] += part * (a * Math.cos(WARM) + b * Math.sin(WARM));
    }
  }
  return series;
}

/** The sum of the shares of painting i, about 1: they are stored in 4095ths. */
export function wholeOf(share, i, depth) {
  let sum = 0;
  for (let j = 0; j < depth; j += 1) sum += share[i * depth + j];
  return sum;
}
