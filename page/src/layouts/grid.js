// Tiles, row by row, as large as the room allows.

import { noMarks, placer, shapeAt } from "./cards.js";
import { BAR, CARD, CARD_LEAST, LARGEST } from "./shapes.js";

const FINGER = 26; // px, a tile that a finger can hit
const SCREENS = 6; // of scrolling on a narrow screen, at the most, unless tiles would be too small

/**
 * Lay out `aspects.length` tiles in their order. With `pictures`, tiles that are large enough,
 * `zoom` times enlarged, become cards. A narrow screen is scrolled.
 *
 * Returns `{boxes, bars, cells, height}` as `timeline` does.
 */
export function grid({ aspects, pictures, width, height, narrow, zoom = 1 }) {
  const count = aspects.length;
  const shapeOf = (size) => (pictures && size >= CARD_LEAST ? CARD : BAR);
  const cellOf = (columns) => {
    const size = Math.min(width / columns, LARGEST);
    const shape = shapeOf(size);
    return { shape, size, tall: shape.ratioDown * size + shape.above };
  };
  const room = narrow ? SCREENS * height : height;
  const most = narrow ? Math.max(2, Math.floor(width / FINGER)) : Math.floor(width);
  const fits = (columns) => Math.ceil(count / columns) * cellOf(columns).tall <= room;
  let columns = Math.max(narrow ? 2 : 1, Math.ceil(width / LARGEST));
  while (columns < most && !fits(columns)) columns += 1;
  const { shape, size, tall } = cellOf(columns);
  const rows = Math.max(1, Math.ceil(count / columns));
  const cell = { width: size, height: narrow ? tall : Math.max(2, Math.min(tall * 1.25, height / rows)) };
  const form = shapeAt(zoom, cell, shape, pictures);
  const marks = noMarks(count);
  const put = placer(marks, aspects, cell, form);
  for (let n = 0; n < count; n += 1) {
    put(n, (n % columns) * size, (Math.floor(n / columns) + 1) * cell.height);
  }
  return { ...marks, cells: [size], height: narrow ? Math.ceil(rows * cell.height) : height };
}
