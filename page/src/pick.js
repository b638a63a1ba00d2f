// Finds paintings by where their marks are: `boxes` holds x, y, width, height of each, in px.

/** The painting whose mark is at (x, y), or nearest within `reach` px; null if there is none. */
export function pick(boxes, x, y, reach = 6) {
  let best = null;
  let least = reach;
  for (let i = 0; i < boxes.length / 4; i += 1) {
    const [left, top, width, height] = boxes.subarray(4 * i, 4 * i + 4);
    const dx = Math.max(left - x, 0, x - left - width);
    const dy = Math.max(top - y, 0, y - top - height);
    const distance = Math.hypot(dx, dy);
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

/** The painting nearest above (`direction` -1) or below (1) painting `i`; `i` if there is none. */
export function neighbour(boxes, i, direction) {
  const centre = (j) => [boxes[4 * j] + boxes[4 * j + 2] / 2, boxes[4 * j + 1] + boxes[4 * j + 3]];
  const [x, y] = centre(i);
  let best = i;
  let least = Infinity;
  for (let j = 0; j < boxes.length / 4; j += 1) {
    const [otherX, otherY] = centre(j);
    const dy = (otherY - y) * direction;
    if (dy < 1) continue;
    const distance = dy + 2 * Math.abs(otherX - x);
    if (distance < least) [best, least] = [j, distance];
  }
  return best;
}
