// Palettes that resemble each other lie close, each in a cell of its own.

import { noMarks, placer, shapeAt } from "./cards.js";
import { BAR, CARD, CARD_LEAST } from "./shapes.js";

const FILLED = 0.6; // of all cells
const FEW = 80; // paintings; of fewer, holes in a grid would look like something
const LARGEST = 150; // px, the width of a mark
const EVEN = 0.55; // how much of a place is its rank, which spreads crowds

/** Values from 0 to 1, mixed with their ranks from 0 to 1. */
export function evened(values) {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
  const even = new Float32Array(values.length);
  order.forEach((i, rank) => {
    const ranked = values.length > 1 ? rank / (values.length - 1) : 0.5;
    even[i] = (1 - EVEN) * values[i] + EVEN * ranked;
  });
  return even;
}

/**
 * Give each point, x and y from 0 to 1, a cell of its own among `columns` x `rows`: the nearest
 * that is free. Those amid the others choose first.
 */
export function cellsOf(xs, ys, columns, rows) {
  const taken = new Uint8Array(columns * rows);
  const cells = new Uint32Array(xs.length);
  const away = (i) => Math.hypot(xs[i] - 0.5, ys[i] - 0.5);
  const order = Array.from(xs, (_, i) => i).sort((a, b) => away(a) - away(b) || a - b);
  for (const i of order) {
    const [x, y] = [xs[i] * (columns - 1), ys[i] * (rows - 1)];
    cells[i] = nearestFree(taken, columns, rows, x, y);
    taken[cells[i]] = 1;
  }
  return cells;
}

function nearestFree(taken, columns, rows, x, y) {
  const [column, row] = [Math.round(x), Math.round(y)];
  let best = -1;
  let least = Infinity;
  const look = (c, r) => {
    if (c < 0 || r < 0 || c >= columns || r >= rows || taken[r * columns + c]) return;
    const distance = (c - x) ** 2 + (r - y) ** 2;
    if (distance < least) [best, least] = [r * columns + c, distance];
  };
  for (let ring = 0; ring <= columns + rows; ring += 1) {
    if (best >= 0 && (ring - 1) ** 2 > least) break;
    for (let d = -ring; d <= ring; d += 1) {
      look(column + d, row - ring);
      look(column + d, row + ring);
      look(column - ring, row + d);
      look(column + ring, row + d);
    }
  }
  return best;
}

/**
 * Lay out paintings on the map: `places` are their [x, y] from 0 to 1. Returns
 * `{boxes, bars, cells, height}` as `timeline` does.
 */
export function map({ places, aspects, pictures, width, height, zoom = 1 }) {
  const plan = places.length < FEW ? inRows : inCells;
  const [card, bar] = [CARD, BAR].map((shape) => plan(shape, places, width, height));
  const { shape, room, at } = pictures && card.room.width >= CARD_LEAST ? card : bar;
  const form = shapeAt(zoom, room, shape, pictures);
  const marks = noMarks(places.length);
  const put = placer(marks, aspects, room, form);
  at.forEach(([x, y], n) => put(n, x, y));
  return { ...marks, cells: [room.width], height };
}

/** The plan of many: a grid in which two fifths of the cells are free, so that groups are seen. */
function inCells(shape, places, width, height) {
  const count = places.length;
  const size = Math.min(LARGEST, Math.sqrt((FILLED * width * height) / Math.max(1, count) / shape.ratioDown));
  const columns = Math.max(1, Math.floor(width / size));
  const tall = Math.max(1, shape.ratioDown * size + shape.above);
  let rows = Math.max(1, Math.floor(height / tall));
  while (columns * rows < count) rows += 1;
  const xs = evened(places.map(([x]) => x));
  const ys = evened(places.map(([, y]) => y));
  const cell = { width: width / columns, height: height / rows };
  const room = { width: Math.min(cell.width, size), height: Math.min(cell.height, tall) };
  const [dx, dy] = [Math.max(0, cell.width - size) / 2, Math.max(0, cell.height - tall) / 2];
  const at = Array.from(cellsOf(xs, ys, columns, rows), (number) => [
    (number % columns) * cell.width + dx,
    (Math.floor(number / columns) + 1) * cell.height - dy,
  ]);
  return { shape, room, at };
}

/** The plan of few: rows from top to bottom, each from left to right, without holes between. */
function inRows(shape, places, width, height) {
  const count = places.length;
  let best = { size: 0, rows: 1 };
  for (let rows = 1; rows <= Math.max(1, count); rows += 1) {
    const below = (height / rows - shape.above) / shape.ratioDown;
    const size = Math.min(LARGEST, width / Math.ceil(count / rows), below);
    if (size > best.size) best = { size, rows };
  }
  const { size, rows } = best;
  const downwards = places.map((_, n) => n).sort((a, b) => places[a][1] - places[b][1] || a - b);
  const room = { width: size, height: Math.min(height / rows, shape.ratioMost * size + shape.above) };
  const at = new Array(count);
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [row, row + 1].map((end) => Math.round((end * count) / rows));
    const some = downwards.slice(from, to).sort((a, b) => places[a][0] - places[b][0] || a - b);
    const apart = width / some.length;
    const y = ((row + 1) * height) / rows - (height / rows - room.height) / 2;
    some.forEach((n, column) => {
      at[n] = [(column + 0.5) * apart - size / 2, y];
    });
  }
  return { shape, room, at };
}
