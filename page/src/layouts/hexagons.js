// The wheel of many paintings: their colours gathered into hexagons, and the greys into steps of
// lightness beside it. The area of each is its part of all paintings, on one scale for all.

import { GREYS, channels, familyOf, lightOf, meanColour } from "../colour.js";
import { blank } from "./cards.js";
import { onWheel } from "./polar.js";

export const ACROSS = 18; // hexagons' sides from the middle to the rim
const FULL = 0.025; // of all that is painted, what fills a hexagon
const LEAST = 1.2; // px, the side of a hexagon of hardly any share
const STEPS = 20; // of lightness, of the greys
const AWAY = 56; // px between the rim and the greys
const BETWEEN = 2; // px between two steps
const CORNERS = [0, 1, 2, 3, 4, 5].map((n) => [Math.sin((n * Math.PI) / 3), Math.cos((n * Math.PI) / 3)]);

/**
 * The scene of the colours of `shown` at one k on a wheel {cx, cy, radius}, with `regions`, one for
 * each hexagon or step of greys in use, and `regionOf`, the one of each band.
 *
 * A region has its `outline`, points [x, y] in px, and the `box` around that; `rgb`, the mean of its light; its `share` of all;
 * how many `paintings` have it; the place `name` of its commonest colour's name; and `asks`, what a
 * search for it asks for: a `region` (find.js).
 */
export function hexagons({ count, depth, palettes, shown }, { cx, cy, radius }) {
  const scene = blank(count, depth);
  const cells = [...gathered(palettes, shown).values()];
  const hexagon = hexagonsOf(cx, cy, radius);
  const grey = greysOf(greysAt({ cx, cy, radius }).x, cy, radius);
  const regions = cells.map((cell) => {
    const share = cell.share / shown.length;
    const { outline, asks } = cell.step === null ? hexagon(cell, share) : grey(cell, share);
    const rgb = meanColour(cell.light, cell.share);
    const name = [...cell.names].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
    return { outline, box: boxAround(outline), rgb, share, paintings: cell.paintings, name, asks };
  });
  const stack = cells.map((cell, n) => place(scene, cell, regions[n].box));
  const regionOf = new Int32Array(count * depth).fill(-1);
  cells.forEach(({ bands }, n) => {
    for (const [i, j] of bands) regionOf[i * depth + j] = n;
  });
  for (const i of shown) {
    for (let j = palettes.size[i]; j < depth; j += 1) {
      const last = 4 * (i * depth + palettes.size[i] - 1);
      const [x, y, w, h] = scene.bands.subarray(last, last + 4);
      scene.bands.set([x + w / 2, y + h / 2, 0, 0], 4 * (i * depth + j));
    }
    scene.boxes.set(around(scene.bands, i * depth), 4 * i);
  }
  return { ...scene, stack: Uint32Array.from(stack), regions, regionOf };
}

/** Where the greys beside a wheel {cx, cy, radius} have their heading. */
export const greysAt = ({ cx, cy, radius }) => ({ x: cx + radius + AWAY, y: cy - radius - 12 });

/** The colours of paintings by the hexagon or the step of greys that they fall into. */
function gathered({ size, share, rgb, lab, name, depth }, shown) {
  const cells = new Map();
  const cellAt = (at) => {
    const [lightness, a, b] = lab.subarray(3 * at, 3 * at + 3);
    const isGrey = familyOf(a, b) === GREYS;
    const step = isGrey ? Math.min(STEPS - 1, Math.floor(lightness * STEPS)) : null;
    const [column, row] = isGrey ? [null, null] : hexagonAt(...onWheel(a, b));
    const key = isGrey ? step : `${column} ${row}`;
    let cell = cells.get(key);
    if (!cell) {
      cell = { step, column, row, share: 0, light: [0, 0, 0], paintings: 0, last: -1, names: new Map(), bands: [] };
      cells.set(key, cell);
    }
    return cell;
  };
  for (const i of shown) {
    for (let j = 0; j < size[i]; j += 1) {
      const at = i * depth + j;
      const cell = cellAt(at);
      cell.share += share[at];
      channels(rgb[at]).forEach((value, c) => {
        cell.light[c] += share[at] * lightOf(value);
      });
      cell.paintings += cell.last === i ? 0 : 1;
      cell.last = i;
      cell.names.set(name[at], (cell.names.get(name[at]) ?? 0) + share[at]);
      cell.bands.push([i, j, share[at]]);
    }
  }
  return cells;
}

const WIDE = Math.sqrt(3) / ACROSS; // of the radius, from one hexagon of a row to the next
const TALL = 1.5 / ACROSS; // from one row to the next

/** The middle of a hexagon on a wheel of radius 1. */
export const middleOf = ({ column, row }) => [(column + (row % 2 ? 0.5 : 0)) * WIDE, row * TALL];

/** The corners of a hexagon of a size around its middle. */
export const corners = (size) => CORNERS.map(([right, up]) => [right * size, up * size]);

/** The column and row of the hexagon, of those that have a corner above, nearest to a place. */
export function hexagonAt(x, y) {
  const nearest = (row) => {
    const shift = row % 2 ? 0.5 : 0;
    const column = Math.round(x / WIDE - shift);
    const away = (x - (column + shift) * WIDE) ** 2 + (y - row * TALL) ** 2;
    return { column, row, away };
  };
  const low = Math.floor(y / TALL);
  const [one, other] = [nearest(low), nearest(low + 1)];
  const { column, row } = one.away <= other.away ? one : other;
  return [column, row];
}

/** A function that draws a cell of a wheel as a hexagon. */
const hexagonsOf = (cx, cy, radius) => (cell, share) => {
  const [x, y] = middleOf(cell);
  const side = Math.max(LEAST, (radius / ACROSS) * Math.sqrt(Math.min(1, share / FULL)));
  return {
    outline: corners(side).map(([right, up]) => [cx + radius * x + right, cy - radius * y - up]),
    asks: { points: corners(1 / ACROSS).map(([right, up]) => [x + right, y + up]) },
  };
};

/** A function that draws a cell of greys as a bar in the height of its lightness, the light above. */
const greysOf = (left, cy, radius) => ({ step }, share) => {
  const tall = (2 * radius) / STEPS;
  const area = (1.5 * Math.sqrt(3) * (radius / ACROSS) ** 2 * share) / FULL;
  const width = Math.max(LEAST, area / (tall - BETWEEN));
  const bottom = cy + radius - step * tall;
  const [top, foot] = [bottom - tall + BETWEEN, bottom];
  return {
    outline: [[left, top], [left + width, top], [left + width, foot], [left, foot]],
    asks: { greys: [step / STEPS, (step + 1) / STEPS] },
  };
};

/** The box around an outline: x, y, width, height. */
function boxAround(outline) {
  const [xs, ys] = [0, 1].map((side) => outline.map((point) => point[side]));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

/**
 * Put the colours of a cell into its middle, but for the one of the largest share, which stands for
 * all and is as large as the cell's box. Returns its band.
 * @param {number[]} box
 */
function place(scene, { bands }, box) {
  const [left, top, width, height] = box;
  let most = bands[0];
  for (const band of bands) {
    const [i, j, share] = band;
    scene.bands.set([left + width / 2, top + height / 2, 0, 0], 4 * (i * scene.depth + j));
    if (share > most[2]) most = band;
  }
  const chosen = most[0] * scene.depth + most[1];
  scene.bands.set([left, top, width, height], 4 * chosen);
  return chosen;
}

/** The place of a painting whose first band is `band`: that of its first colour, with a size. */
function around(bands, band) {
  const [x, y, w, h] = bands.subarray(4 * band, 4 * band + 4);
  return w > 0 ? [x, y, w, h] : [x - LEAST, y - LEAST, 2 * LEAST, 2 * LEAST];
}
