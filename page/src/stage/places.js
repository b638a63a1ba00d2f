// Where marks are in the plot, as zoomed: `boxes` holds x, y, width, height of each, in px.

const MARGIN = 8; // px around a mark that is panned into view

/** Whether painting i has a mark; null is none. */
export const isShown = (boxes, i) => i !== null && boxes[4 * i + 2] > 0;

/** Where painting i's mark is at a zoom {k, x, y}: x, y, width, height. */
export function boxOf(boxes, i, { k, x, y }) {
  const [left, top, width, height] = boxes.subarray(4 * i, 4 * i + 4);
  return [left * k + x, top * k + y, width * k, height * k];
}

/** The zoom panned so that `box` can be seen between `top` px and `height` px below, in `width` px. */
export function pannedTo(box, zoom, { width, top, height }) {
  const [x, y, w, h] = box;
  const dx = wayInto(x, w, MARGIN, width - MARGIN);
  const dy = wayInto(y, h, top + MARGIN, top + height - MARGIN);
  return dx || dy ? { ...zoom, x: zoom.x + dx, y: zoom.y + dy } : zoom;
}

/** How far what is `length` long from `from` on is from lying between `least` and `most`. */
function wayInto(from, length, least, most) {
  if (from < least) return least - from;
  return from + length > most ? most - from - length : 0;
}
