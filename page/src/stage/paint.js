// The colours of a scene's bands, red, green and blue of each one after the other.

import { channels } from "../colour.js";

/** The colours of all paintings at one k; places without a colour take the last one's. */
export function paintOf({ size, rgb, depth: own }, depth) {
  const paint = new Float32Array(3 * size.length * depth);
  for (let i = 0; i < size.length; i += 1) {
    for (let j = 0; j < depth; j += 1) {
      paint.set(channels(rgb[i * own + Math.min(j, own - 1)]), 3 * (i * depth + j));
    }
  }
  return paint;
}

/** A colour of a strength, 0 to 1, on the ground `paper`, both [r, g, b]. */
export const faded = (rgb, paper, strength) =>
  strength >= 1
    ? rgb
    : paper.map((value, channel) => Math.round(value + (rgb[channel] - value) * strength));

/** The whole numbers red, green and blue of a band. */
export function paintAt(paint, band) {
  return [0, 1, 2].map((channel) => Math.round(paint[3 * band + channel]));
}
