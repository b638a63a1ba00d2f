// Finds paintings by where their marks are: `boxes` holds x, y, width, height of each, in px.

/**
 * The mark at (x, y), or nearest within `reach` px, the topmost of several; null without one.
 * @param {Float32Array} boxes
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @param {ArrayLike<number> | null} stack the marks from the undermost to the topmost, if some
 */
export function pick(boxes, x, y, reach = 6, stack = null) {
  let best = null;
  let least = reach;
  const count = stack ? stack.length : boxes.length / 4;
  for (let n = count - 1; n >= 0; n -= 1) {
    const i = stack ? stack[n] : n;
    const at = 4 * i;
    const width = boxes[at + 2];
    if (width <= 0) continue;
    const dx = Math.max(boxes[at] - x, 0, x - boxes[at] - width);
    if (dx >= least) continue;
    const dy = Math.max(boxes[at + 1] - y, 0, y - boxes[at + 1] - boxes[at + 3]);
    const distance = Math.hypot(dx, dy);
    if (distance >= least) continue;
    if (distance === 0) return i;
    [best, least] = [i, distance];
  }
  return best;
}

/** The painting in `scene` at (x, y): by its mark, or by one of its colours where these are apart. */
export function paintingAt(scene, x, y, reach) {
  if (!scene.apart) return pick(scene.boxes, x, y, reach);
  const band = pick(scene.bands, x, y, reach, scene.stack);
  return band === null ? null : Math.floor(band / scene.depth);
}

/** The painting nearest above (`direction` -1) or below (1) painting `i`; `i` if there is none. */
export function neighbour(boxes, i, direction) {
  const centre = (j) => [boxes[4 * j] + boxes[4 * j + 2] / 2, boxes[4 * j + 1] + boxes[4 * j + 3]];
  const [x, y] = centre(i);
  let best = i;
  let least = Infinity;
  for (let j = 0; j < boxes.length / 4; j += 1) {
    if (boxes[4 * j + 2] <= 0) continue;
    const [otherX, otherY] = centre(j);
    const dy = (otherY - y) * direction;
    if (dy < 1) continue;
    const distance = dy + 2 * Math.abs(otherX - x);
    if (distance < least) [best, least] = [j, distance];
  }
  return best;
}
