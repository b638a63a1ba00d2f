// The wheel of few paintings: a disc for each colour, its area the share of its painting.

import { blank } from "./cards.js";
import { onWheel } from "./polar.js";

const LARGEST = 0.2; // of the wheel's radius: the radius of a disc of share 1, of few paintings
const LONE = 0.4; // the same, of one painting, if that were not the largest; of n it is
const SHRINKING = 0.4; // the nth part to this power, so that many overlap more than few
const LEAST = 0.8; // px, the radius of a disc of hardly any share

/** The scene of the colours of `shown` at one k on a wheel {cx, cy, radius}. */
export function discs({ count, depth, palettes, shown }, { cx, cy, radius }) {
  const scene = blank(count, depth);
  const { bands } = scene;
  const whole = radius * Math.min(LARGEST, LONE / Math.max(1, shown.length) ** SHRINKING);
  const drawn = [];
  for (const i of shown) {
    for (let j = 0; j < depth; j += 1) {
      const from = i * palettes.depth + Math.min(j, palettes.size[i] - 1);
      const share = j < palettes.size[i] ? palettes.share[from] : 0;
      const r = share ? Math.max(LEAST, whole * Math.sqrt(share)) : 0;
      const [right, up] = onWheel(palettes.lab[3 * from + 1], palettes.lab[3 * from + 2]);
      const [x, y] = [cx + radius * right, cy - radius * up];
      bands.set([x - r, y - r, 2 * r, 2 * r], 4 * (i * depth + j));
      if (share) drawn.push(i * depth + j);
    }
    scene.boxes.set(bands.subarray(4 * i * depth, 4 * i * depth + 4), 4 * i);
  }
  const stack = Uint32Array.from(drawn).sort((a, b) => bands[4 * b + 2] - bands[4 * a + 2]);
  return { ...scene, stack };
}
