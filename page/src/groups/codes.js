// A collection's code: some colours in whose stead all of its palettes are counted, as
// scripts/groups/codes.py finds them.

import { channels, oklabOf } from "../colour.js";
import { transport } from "../transport.js";
import { wholeOf } from "./series.js";

/** How far, in OKLab, each of `codes` (0xrrggbb) is from each, row by row. */
export function costsOf(codes) {
  const labs = codes.map((rgb) => oklabOf(...channels(rgb)));
  return Float64Array.from(
    labs.flatMap((p) => labs.map((q) => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]))),
  );
}

/** The place among `codes` of what is nearest, in OKLab, to each colour of `palettes` (data.js). */
export function codesOf({ size, rgb, depth }, codes) {
  const labs = codes.map((code) => oklabOf(...channels(code)));
  const of = new Uint8Array(size.length * depth);
  const known = new Map();
  for (let i = 0; i < size.length; i += 1) {
    for (let j = 0; j < size[i]; j += 1) {
      const own = rgb[i * depth + j];
      let code = known.get(own);
      if (code === undefined) known.set(own, (code = nearest(oklabOf(...channels(own)), labs)));
      of[i * depth + j] = code;
    }
  }
  return of;
}

function nearest(own, labs) {
  let [best, least] = [0, Infinity];
  labs.forEach((lab, c) => {
    const apart = (lab[0] - own[0]) ** 2 + (lab[1] - own[1]) ** 2 + (lab[2] - own[2]) ** 2;
    if (apart < least) [best, least] = [c, apart];
  });
  return best;
}

/** The histograms of all paintings, `count` shares each, over the codes that their colours have. */
export function histogramsOf({ size, share, depth }, codeOf, count) {
  const histograms = new Float64Array(size.length * count);
  for (let i = 0; i < size.length; i += 1) {
    const whole = wholeOf(share, i, depth);
    for (let j = 0; j < size[i]; j += 1) {
      histograms[i * count + codeOf[i * depth + j]] += share[i * depth + j] / whole;
    }
  }
  return histograms;
}

/** The earth mover's distance of two histograms with the same sum, by the `costs` of their codes. */
export function distance(one, other, costs) {
  const count = one.length;
  // What both have stays where it is: costs are distances.
  const given = [];
  const taken = [];
  for (let c = 0; c < count; c += 1) {
    if (one[c] > other[c]) given.push(c);
    else if (other[c] > one[c]) taken.push(c);
  }
  const far = new Float64Array(given.length * taken.length);
  given.forEach((from, i) => taken.forEach((to, j) => (far[i * taken.length + j] = costs[from * count + to])));
  const out = given.map((c) => one[c] - other[c]);
  return transport(out, taken.map((c) => other[c] - one[c]), far);
}
