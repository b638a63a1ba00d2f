// Grid and timeline split into lanes, one for each group of paintings. Pure functions: sizes in px.

import { max, range, sum } from "d3-array";
import { word } from "../language.js";
import { noMarks, placer, shapeAt } from "./cards.js";
import { inTime } from "./intime.js";
import { BAR, CARD, CARD_LEAST, LARGEST } from "./shapes.js";

const GUTTER = 180; // px left of lanes, for what they are called; above them where that is too wide
const ABOVE = 26; // px
const LETTERS = 20; // of a name, at most
const NARROWEST = 640; // px, the width from which there is a gutter
const BETWEEN = 12; // px between two lanes
const UNDATED = 0.4; // of the width, that the undated have at most
const UNDATED_GAP = 28; // px between the last year and the undated
const FLAT = 0.7; // height to width, of the flattest marks

/** What lanes are called, `{label, n}` each, beside or above them where they begin. */
const named = (lanes, tops, beside) =>
  lanes.map(({ label, n }, l) => ({
    label: `${label.length > LETTERS ? `${label.slice(0, LETTERS - 1)}\u2026` : label}\u2002${n}`,
    x: 0,
    y: tops[l] + (beside ? 14 : -8),
    anchor: "start",
    kind: "lane",
  }));

/**
 * Lay out tiles lane by lane, as large as the room allows: the first `lanes[0].n` of `aspects` in the first
 * of `lanes`, and so on. Returns what `grid` does, and the `words` that name lanes.
 */
export function gridOfLanes({ lanes, aspects, pictures, width, height, zoom = 1 }) {
  const beside = width >= NARROWEST;
  const left = beside ? GUTTER : 0;
  const above = beside ? 0 : ABOVE;
  const room = width - left;
  const shapeOf = (size) => (pictures && size >= CARD_LEAST ? CARD : BAR);
  const tallOf = (size) => shapeOf(size).ratioDown * size + shapeOf(size).above;
  const between = lanes.length * (BETWEEN + above);
  const rowsOf = (columns) => sum(lanes, ({ n }) => Math.ceil(n / columns));
  let columns = Math.ceil(room / LARGEST);
  const most = Math.floor(room / 2);
  while (columns < most && rowsOf(columns) * tallOf(room / columns) + between > height) columns += 1;
  const size = room / columns;
  const shape = shapeOf(size);
  const tall = Math.max(2, Math.min(tallOf(size), (height - between) / rowsOf(columns)));
  const cell = { width: size, height: tall };
  const marks = noMarks(aspects.length);
  const put = placer(marks, aspects, cell, shapeAt(zoom, cell, shape, pictures));
  const tops = [];
  let [top, first] = [0, 0];
  for (const { n } of lanes) {
    top += above;
    tops.push(top);
    for (const j of range(n)) {
      put(first + j, left + (j % columns) * size, top + (Math.floor(j / columns) + 1) * tall);
    }
    first += n;
    top += Math.ceil(n / columns) * tall + BETWEEN;
  }
  return { ...marks, cells: [size], height: Math.max(height, top), words: named(lanes, tops, beside) };
}

/**
 * Lay out paintings lane by lane over one axis of years, the undated of each lane right of it. `years` and
 * `aspects` are in order of lanes, and in each in order of time. Returns what `timeline` does for wide
 * screens, and the `words` that name lanes.
 */
export function timelineOfLanes({ lanes, years, aspects, pictures, width, height, zoom = 1 }) {
  const room = width - GUTTER;
  const inOrder = range(years.length);
  const dated = inOrder.filter((i) => years[i] !== null).sort((i, j) => years[i] - years[j] || i - j);
  const undated = years.length - dated.length;
  const block = undated ? Math.min(UNDATED, (0.6 * undated) / years.length) * room : 0;
  const gap = undated && dated.length ? UNDATED_GAP : 0;
  // Without pictures years keep to their columns.
  const plan = dated.length
    ? inTime(dated.map((i) => years[i]), false, room - block - gap, height)
    : { cell: { width: 24, height: 36 }, places: [], lines: [], breaks: [], labels: () => [] };
  const left = new Map(dated.map((i, j) => [i, plan.places[j][0]]));
  const columns = Math.max(1, Math.floor(block / plan.cell.width + 0.01));
  const ends = [];
  for (const { n } of lanes) ends.push((ends.at(-1) ?? 0) + n);
  const levels = new Uint16Array(years.length);
  const rows = lanes.map(({ n }, l) => {
    const stacks = new Map();
    for (const i of range(ends[l] - n, ends[l])) {
      const place = left.get(i) ?? null;
      const stack = stacks.get(place) ?? 0;
      stacks.set(place, stack + 1);
      levels[i] = place === null ? Math.floor(stack / columns) : stack;
    }
    return (max(range(ends[l] - n, ends[l]), (i) => levels[i]) ?? 0) + 1;
  });
  const tall = Math.max(1.5, Math.min(plan.cell.height, (height - lanes.length * BETWEEN) / sum(rows)));
  const cell = { width: plan.cell.width, height: tall };
  const isCard = pictures && cell.width >= CARD_LEAST && tall >= FLAT * CARD.ratioDown * cell.width;
  const shape = isCard ? CARD : BAR;
  const marks = noMarks(years.length);
  const put = placer(marks, aspects, cell, shapeAt(zoom, cell, shape, pictures));
  const tops = [];
  let foot = height - (sum(rows) * tall + lanes.length * BETWEEN);
  lanes.forEach(({ n }, l) => {
    tops.push(foot);
    foot += rows[l] * tall;
    let count = 0;
    for (const i of range(ends[l] - n, ends[l])) {
      const x = left.get(i) ?? room - block + (count++ % columns) * cell.width;
      put(i, GUTTER + x, foot - levels[i] * tall);
    }
    foot += BETWEEN;
  });
  const shift = (part) => part + GUTTER;
  const last = undated ? [{ label: word("undated_count", { n: undated }), x: width, anchor: "end" }] : [];
  const axis = {
    base: height,
    limit: height,
    lines: plan.lines.map((line) => line.map(shift)),
    breaks: plan.breaks.map(shift),
    labels: (k) => [...plan.labels(k).map((told) => ({ ...told, x: shift(told.x) })), ...last],
  };
  return { ...marks, caption: false, cells: [cell.width], height, axis, words: named(lanes, tops, true) };
}
