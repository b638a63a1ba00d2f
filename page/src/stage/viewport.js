// The zoom in the layout's own coordinates, which hold in a window of any size, and in px.
//
// A zoom is `{k, x, y, at}`: so many times enlarged, with (x, y), from 0 to 1, in the middle of what
// is seen, and `at` the painting that is nearest to it where marks stay whole, else null. A
// transform, as d3-zoom's, is `{k, x, y}`: a place p of the layout is seen at k p + (x, y), in px.

import { pick } from "./pick.js";
import { boxOf, isShown, pannedTo } from "./places.js";

export const UNZOOMED = { k: 1, x: 0.5, y: 0.5, at: null };

/** The part of `seen` (room.js) that the marks of a `layout` can be in: not the axis below them. */
export function seenOf({ height }, seen) {
  return { ...seen, height: Math.max(1, Math.min(seen.height, height - seen.top)) };
}

/** The transform that puts the place (x, y) px of a layout in the middle of what is seen. */
function centredOn(x, y, k, { width, height }, seen) {
  const within = (value, least, most) => (least > most ? most : Math.min(most, Math.max(least, value)));
  return {
    k,
    x: within(seen.width / 2 - k * x, seen.width - k * width, 0),
    y: within(seen.top + seen.height / 2 - k * y, seen.top + seen.height - k * height, seen.top),
  };
}

/** The place of a layout, px, in the middle of what is seen by a transform. */
const middleOf = ({ k, x, y }, seen) => [
  (seen.width / 2 - x) / k,
  (seen.top + seen.height / 2 - y) / k,
];

/** The painting whose mark is nearest to the middle of what is seen by a transform. */
function middlemost({ boxes }, transform, seen) {
  const [x, y] = middleOf(transform, seen);
  return pick(boxes, x, y, Infinity);
}

/** The zoom that a transform of `layout` is, where `seen` (seenOf) is seen of it. */
export function zoomOf(transform, layout, seen) {
  if (transform.k === 1) return UNZOOMED;
  const [x, y] = middleOf(transform, seen);
  const at = layout.framed ? middlemost(layout, transform, seen) : null;
  return { k: transform.k, x: x / layout.width, y: y / layout.height, at };
}

/**
 * The transform that a zoom is for `layout` where `seen` (seenOf) is seen of it. If another painting
 * than before would be in the middle, as in a window of other proportions, that one is put there;
 * and painting `into`, if any, is brought into view.
 */
export function transformOf(zoom, layout, seen, into = null) {
  const { k, at } = zoom;
  if (k === 1) return { k: 1, x: 0, y: 0 };
  const { boxes } = layout;
  let transform = centredOn(zoom.x * layout.width, zoom.y * layout.height, k, layout, seen);
  if (isShown(boxes, at) && middlemost(layout, transform, seen) !== at) {
    const [x, y, width, height] = boxes.subarray(4 * at, 4 * at + 4);
    transform = centredOn(x + width / 2, y + height / 2, k, layout, seen);
  }
  return isShown(boxes, into) ? pannedTo(boxOf(boxes, into, transform), transform, seen) : transform;
}
