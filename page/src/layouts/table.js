// Rows of a table: the picture, the palette from left to right, and room for words beside them.

import { band, blank } from "./cards.js";
import { NARROW } from "./narrow.js";

export const ROW = 44; // px
export const HEAD = 34; // px
const PAD = 5; // px above and below what is drawn in a row

/** Where a table's columns begin in `width` px; on a narrow screen words follow the palette. */
export function columnsOf(width, pictures) {
  const picture = pictures ? 52 : 0;
  const narrow = width < NARROW;
  const palette = narrow ? Math.round(0.3 * width) : Math.min(320, Math.round(0.24 * width));
  return { narrow, picture, palette, words: picture + palette + (narrow ? 12 : 24) };
}

/** Lay out paintings `shown`, a row each; returns a scene with the palettes' `frames`. */
export function table({ count, depth, palettes, shown, aspects, pictures, width }) {
  const scene = blank(count, depth);
  const { picture, palette } = columnsOf(width, pictures);
  const tall = ROW - 2 * PAD;
  const frames = new Float32Array(4 * count);
  shown.forEach((i, n) => {
    const y = HEAD + n * ROW + PAD;
    scene.boxes.set([0, y - PAD, width, ROW], 4 * i);
    if (picture) {
      const wide = Math.min(picture - 10, tall * aspects[i]);
      const high = wide / aspects[i];
      scene.pictures.set([0, y + (tall - high) / 2, wide, high], 4 * i);
    }
    frames.set([picture, y + 3, palette, tall - 6], 4 * i);
    band(scene, palettes, i, picture, y + 3, palette, tall - 6, { across: true });
  });
  return { ...scene, frames, framed: false, height: HEAD + shown.length * ROW + 8 };
}
