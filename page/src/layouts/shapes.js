// The forms of marks, and the sizes they may have.

/**
 * Height to width: in a plan `ratio` at least and `ratioMost` at most, elsewhere `ratioDown`; and px
 * `above` a mark and for a `caption` below it.
 */
export const BAR = { ratio: 0.8, ratioMost: 6, ratioDown: 1.6, above: 2 };
export const CARD = {
  ratio: 1.45,
  ratioMost: 2.3,
  ratioDown: 1.45,
  above: 8,
  caption: 18,
  picture: true,
};
export const SEAM = 2; // px of a card's picture that are paper, above its bar, at every zoom
export const LARGEST = 280; // px, the width of a mark
export const CARD_LEAST = 34; // px; narrower cells have bars without a picture

/**
 * The plan of rows, from the foot upwards, with the largest marks for `count` paintings in `width` x
 * `height` px, none wider than `most`: `cell`, `shape`, `foot` (as plans.js has them), `columns` and `rows`.
 */
export function packed(count, width, height, pictures, most = LARGEST) {
  const largest = Math.min(most, LARGEST);
  for (let columns = Math.max(1, Math.floor(width / largest)); ; columns += 1) {
    const size = Math.min(width / columns, largest);
    const shape = pictures && size >= CARD_LEAST ? CARD : BAR;
    const tall = Math.min(shape.ratioDown * size + shape.above, height);
    const rows = Math.max(1, Math.ceil(count / columns));
    if (rows * tall > height && columns < count && size > 2) continue;
    const cell = { width: size, height: Math.min(tall, height / rows) };
    return { columns, rows, shape, foot: 0, cell };
  }
}
