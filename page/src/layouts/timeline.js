// Where each painting goes in time. Pure functions: sizes in px in, boxes in px out.
//
// Across: years run from left to right, and a year's paintings stand on the axis, by rank, in columns as wide as a year; a few that would be lost on a large plane stand closer, in
// lanes. Screens too narrow for that are scrolled: a few paintings flow like a text, many have rows
// of their year.

import { max, range, sum } from "d3-array";
import { placer, shapeAt } from "./cards.js";
import { BAR, CARD, CARD_LEAST, LARGEST, inColumns, inLanes } from "./plans.js";

export const NARROW = 640; // px; below it years run down

const SPARSE = 0.225; // of the plane; columns that cover less give way to lanes
const ROUND_APART = 64; // px between the labels of round years, at the least
const NAMED_APART = 36; // px between the labels of columns' years, at the least
const GUTTER = 48; // px left of the rows for the years
const FINGER = 26; // px, a mark that a finger can hit
const SCREENS = 5; // of scrolling, at the most, unless marks would be too small to hit
const FLOWING_LEAST = 80; // px, the width of a card in a flow
const NEXT_ROWS = 10; // px between two years' rows, and
const SKIPPED_YEAR = 4; // px more for each year between them, up to four

/**
 * Lay out paintings in `width` x `height` px.
 *
 * `years` (numbers or null), `ranks` (within a year, least first) and `aspects` (width to height)
 * hold an entry a painting; with `pictures`, marks that are large enough, `zoom` times enlarged, are
 * cards: a picture above the bar.
 *
 * Returns `{order, boxes, bar, seam, caption, cell, height, line, down, ticks}`: the paintings from first
 * to last; x, y, width, height of each painting's mark in one Float32Array; the height of the bars
 * if marks are cards, else null; whether each mark needs its year below; the width of a mark with
 * the space around it; the height that all takes; the length of the axis; whether time runs down; and the labels `{label, x, y, anchor}`.
 */
export function timeline({ years, ranks, aspects, pictures, width, height, zoom = 1 }) {
  const when = (i) => years[i] ?? Infinity;
  const order = range(years.length).sort(
    (a, b) => (when(a) === when(b) ? ranks[a] - ranks[b] : when(a) - when(b)) || a - b,
  );
  const groups = [];
  for (const i of order) {
    const last = groups.at(-1);
    if (last && last.year === years[i]) last.paintings.push(i);
    else groups.push({ year: years[i], paintings: [i] });
  }
  if (width >= NARROW) return { order, ...across(groups, aspects, pictures, width, height, zoom) };
  const few = pictures ? flowing(order, aspects, width, height) : null;
  return { order, ...(few ?? down(groups, aspects, pictures, width, height)) };
}

function across(groups, aspects, pictures, width, height, zoom) {
  const dated = groups.filter(({ year }) => year !== null);
  const undated = groups.find(({ year }) => year === null)?.paintings ?? [];
  const first = dated[0]?.year ?? 0;
  const counts = new Array(dated.length ? dated.at(-1).year - first + 1 : 0).fill(0);
  for (const { year, paintings } of dated) counts[year - first] = paintings.length;

  const plan = bestPlan(pictures, counts, undated.length, width, height);
  const { cell, shape, foot, place, centre, block, length, named } = plan;

  const put = placer(aspects, cell, shapeAt(zoom, cell, shape, pictures), foot, zoom);
  for (const { year, paintings } of dated) {
    place(year - first).forEach(([x, lane], j) => {
      put(paintings[j], x, height - lane * cell.height);
    });
  }
  const start = counts.length ? width - block * cell.width : (width - block * cell.width) / 2;
  undated.forEach((i, j) => {
    put(i, start + (j % block) * cell.width, height - Math.floor(j / block) * cell.height);
  });

  const labelled = named
    ? spaced(named, centre, NAMED_APART)
    : roundYears(first, counts.length, centre);
  const labels = labelled.map((year) => ({
    label: String(first + year),
    x: centre(year),
    y: height,
    anchor: "middle",
  }));
  if (undated.length) {
    const [x, anchor] = counts.length ? [width, "end"] : [width / 2, "middle"];
    labels.push({ label: "undated", x, y: height, anchor });
  }
  return {
    boxes: put.boxes,
    bar: put.bar,
    seam: put.seam,
    caption: foot > 0,
    cell: cell.width,
    height,
    line: length,
    down: false,
    ticks: labels,
  };
}

/** Columns of cards, or of bars where cards are too small; lanes of cards where columns are lost. */
function bestPlan(pictures, counts, undated, width, height) {
  const bars = inColumns(BAR, counts, undated, width, height);
  if (!pictures) return bars;
  const cards = inColumns(CARD, counts, undated, width, height);
  const columns = cards.cell.width >= CARD_LEAST ? cards : bars;
  const covered = (sum(counts) + undated) * columns.cell.width * columns.cell.height;
  if (counts.length === 0 || covered > SPARSE * width * height) return columns;
  const lanes = inLanes(counts, undated, width, height);
  return lanes.cell.width >= CARD_LEAST ? lanes : columns;
}

/** The round years among `span` from `first` on, counted from it: as many as have room. */
function roundYears(first, span, centre) {
  if (span === 0) return [];
  for (const every of [1, 5, 10, 20, 50, 100, 500, 1000]) {
    const years = range(span).filter((year) => (first + year) % every === 0);
    const roomy = years.length === spaced(years, centre, ROUND_APART).length;
    if (roomy) return years.length ? years : [0];
  }
  return [0];
}

/** Those of the years that are at least `apart` px from the one before. */
function spaced(years, centre, apart) {
  let last = -Infinity;
  return years.filter((year) => {
    if (centre(year) - last < apart) return false;
    last = centre(year);
    return true;
  });
}

/** Cards one after the other, as in a text, each with its year; null if they are too many. */
function flowing(order, aspects, width, height) {
  const cellOf = (columns) => {
    const size = Math.min(width / columns, LARGEST);
    return { width: size, height: CARD.ratioDown * size + CARD.above + CARD.caption };
  };
  const tall = (columns) => Math.ceil(order.length / columns) * cellOf(columns).height;
  const choices = range(2, 1 + Math.floor(width / FLOWING_LEAST));
  const columns = choices.find((number) => tall(number) <= SCREENS * height);
  if (!columns) return null;
  const cell = cellOf(columns);
  const put = placer(aspects, cell, CARD, CARD.caption);
  order.forEach((i, j) => {
    put(i, (j % columns) * cell.width, (Math.floor(j / columns) + 1) * cell.height);
  });
  const { boxes, bar, seam } = put;
  return {
    boxes,
    bar,
    seam,
    caption: true,
    cell: cell.width,
    height: Math.ceil(tall(columns)),
    line: 0,
    down: true,
    ticks: [],
  };
}

/** Rows of each year, its label beside the first. */
function down(groups, aspects, pictures, width, height) {
  const room = width - GUTTER;
  const rowsOf = ({ paintings }, columns) => Math.ceil(paintings.length / columns);
  const shaped = (columns) => {
    const size = Math.min(room / columns, LARGEST);
    const shape = pictures && size >= CARD_LEAST ? CARD : BAR;
    return { shape, cell: { width: size, height: shape.ratioDown * size + shape.above } };
  };
  const fits = (columns) => {
    const rows = sum(groups, (group) => rowsOf(group, columns));
    return rows * shaped(columns).cell.height <= SCREENS * height;
  };
  const most = Math.max(2, Math.floor(room / FINGER));
  const widest = max(groups, ({ paintings }) => paintings.length) ?? 1;
  const columns = Math.min(range(2, most).find(fits) ?? most, Math.max(2, widest));
  const { shape, cell } = shaped(columns);
  const put = placer(aspects, cell, shape, 0);
  const labels = [];
  let top = 0;
  groups.forEach((group, g) => {
    const { year, paintings } = group;
    const skipped = year === null ? Infinity : year - groups[g - 1]?.year - 1;
    if (g > 0) top += NEXT_ROWS + SKIPPED_YEAR * Math.min(4, skipped);
    paintings.forEach((i, j) => {
      const row = Math.floor(j / columns);
      put(i, GUTTER + (j % columns) * cell.width, top + (row + 1) * cell.height);
    });
    const label = year === null ? "no year" : String(year);
    labels.push({ label, x: 0, y: top + cell.height, anchor: "start" });
    top += rowsOf(group, columns) * cell.height;
  });
  const { boxes, bar, seam } = put;
  return {
    boxes,
    bar,
    seam,
    caption: false,
    cell: cell.width,
    height: Math.ceil(top),
    line: 0,
    down: true,
    ticks: labels,
  };
}
