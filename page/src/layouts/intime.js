// Where dated paintings stand on the axis from left to right, and what the axis says.

import { range } from "d3-array";
import { word } from "../language.js";
import { COLUMNS, coreOf, labelsOf, spanText } from "./axis.js";
import { inColumns, inLanes } from "./plans.js";
import { BAR, CARD, CARD_LEAST } from "./shapes.js";

const SPARSE = 0.225; // of the plane; columns that cover less give way to lanes
const WIDE_ENOUGH = 13; // px, a column; narrower ones hold more years
const AS_WIDE = 0.8; // of the widest columns, where none is wide enough
const SIDE = 76; // px, the width of a part beyond a broken axis: that of its label
const NOTE = 110; // px from an end of the axis, for a note
const BREAK = 30; // px between such a part and the axis

/**
 * The plan for paintings of `years` (rising): that of plans.js with `places`, the [left, lane] of
 * each, the `lines` of the axis, its `breaks` and its `labels(k)`.
 */
export function inTime(years, pictures, width, height) {
  const columns = broken(years, pictures, width, height);
  const covered = years.length * columns.cell.width * columns.cell.height;
  if (!pictures || covered > SPARSE * width * height) return columns;
  const counts = countsOf(years, 1);
  const lanes = inLanes(counts, width, height);
  if (lanes.cell.width < CARD_LEAST) return columns;
  const axis = { ...lanes, first: years[0], count: counts.length, every: 1 };
  return {
    ...lanes,
    places: range(counts.length).flatMap(lanes.place),
    lines: [[0, width]],
    breaks: [],
    labels: (k) => noted(labelsOf(axis, k), width, k),
  };
}

/** Labels of an axis, `k` times enlarged, with the note that it is not to scale at one of its ends. */
function noted(labels, width, k) {
  const isFree = (end) => labels.every(({ x }) => Math.abs(end - x) * k > NOTE);
  const atLeft = !isFree(width) && isFree(0);
  const [x, anchor] = atLeft ? [0, "start"] : [width, "end"];
  const others = labels.filter((word) => Math.abs(x - word.x) * k > NOTE);
  return [...others, { label: word("not_to_scale"), x, anchor }];
}

/** Columns for `years`, with those that are far from the others beside a broken axis. */
function broken(years, pictures, width, height) {
  const [from, to] = coreOf(years);
  const before = years.filter((year) => year < from);
  const after = years.filter((year) => year > to);
  const core = years.slice(before.length, years.length - after.length);
  let [left, right] = [before, after].map((some) => some.length && SIDE);
  const plan = () => {
    const room = width - left - right - (left && BREAK) - (right && BREAK);
    return wideEnough(core, pictures, room, height);
  };
  const lanes = Math.max(1, Math.floor(height / plan().cell.height + 0.01));
  const { width: size } = plan().cell;
  if (before.length) left = Math.max(SIDE, Math.ceil(before.length / lanes) * size);
  if (after.length) right = Math.max(SIDE, Math.ceil(after.length / lanes) * size);
  const found = plan();
  const start = left && left + BREAK;
  const end = width - (right && right + BREAK);
  const aside = ({ length }, room, x) => {
    const columns = Math.max(1, Math.min(length, Math.floor(room / found.cell.width + 0.01)));
    const margin = (room - columns * found.cell.width) / 2;
    return range(length).map((j) => [
      x + margin + (j % columns) * found.cell.width,
      Math.floor(j / columns),
    ]);
  };
  const named = (part, x) => ({ label: spanText(part[0], part.at(-1)), x, anchor: "middle" });
  const sides = [
    ...(left ? [named(before, left / 2)] : []),
    ...(right ? [named(after, width - right / 2)] : []),
  ];
  const axis = { ...found, centre: (n) => start + found.centre(n) };
  return {
    ...found,
    places: [
      ...aside(before, left, 0),
      ...found.places.map(([x, lane]) => [start + x, lane]),
      ...aside(after, right, width - right),
    ],
    lines: [...(left ? [[0, left]] : []), [start, end], ...(right ? [[width - right, width]] : [])],
    breaks: [...(left ? [left + BREAK / 2] : []), ...(right ? [width - right - BREAK / 2] : [])],
    labels: (k) => [...labelsOf(axis, k), ...sides],
  };
}

/** Columns of as few years as let marks be wide enough. */
function wideEnough(years, pictures, width, height) {
  const plans = [];
  for (const every of COLUMNS) {
    const counts = countsOf(years, every);
    const [bars, cards] = [BAR, CARD].map((shape) => inColumns(shape, counts, width, height));
    const plan = pictures && cards.cell.width >= CARD_LEAST ? cards : bars;
    const first = Math.floor(years[0] / every) * every;
    const places = range(counts.length).flatMap(plan.place);
    const planned = { ...plan, places, first, count: counts.length, every };
    if (plan.cell.width >= WIDE_ENOUGH) return planned;
    plans.push(planned);
  }
  const widest = Math.max(...plans.map(({ cell }) => cell.width));
  return plans.filter(({ cell }) => cell.width >= AS_WIDE * widest)[0];
}

/** How many of `years` (rising) are in each column of `every` years. */
function countsOf(years, every) {
  const first = Math.floor(years[0] / every);
  const counts = new Array(Math.floor(years.at(-1) / every) - first + 1).fill(0);
  for (const year of years) counts[Math.floor(year / every) - first] += 1;
  return counts;
}
