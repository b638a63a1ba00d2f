// Where each painting goes in time. Pure functions: sizes in px in, boxes in px out.
//
// Years run from left to right, and a year's paintings stand on the axis, by rank, in columns as
// wide as a year; a few that would be lost on a large plane stand closer, in lanes. Screens too
// narrow for that are scrolled (narrow.js).

import { range, sum } from "d3-array";
import { yearText } from "../text.js";
import { placer, shapeAt } from "./cards.js";
import { NARROW, down, flowing } from "./narrow.js";
import { inColumns, inLanes } from "./plans.js";
import { BAR, CARD, CARD_LEAST } from "./shapes.js";

const SPARSE = 0.225; // of the plane; columns that cover less give way to lanes
const ROUND_APART = 64; // px between the labels of round years, at the least
const NAMED_APART = 36; // px between the labels of columns' years, at the least

/**
 * Lay out paintings in `width` x `height` px.
 *
 * `years` (numbers or null), `ranks` (within a year, least first) and `aspects` (width to height)
 * hold an entry a painting; with `pictures`, marks that are large enough, `zoom` times enlarged, are
 * cards: a picture above the bar.
 *
 * Returns `{order, boxes, bar, caption, cell, height, line, down, ticks}`: the paintings from
 * first to last; x, y, width, height of each painting's mark in one Float32Array; the height of the
 * bars if marks are cards, else null; whether each mark needs its year below; the width of a mark with the space around it; the height that all takes; the length of the
 * axis; whether time runs down; and the labels `{label, x, y, anchor}`.
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

  const form = shapeAt(zoom, cell, shape, pictures);
  const { put, ...marks } = placer(aspects, cell, form, foot);
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
    label: yearText(first + year),
    x: centre(year),
    y: height,
    anchor: "middle",
  }));
  if (undated.length) {
    const [x, anchor] = counts.length ? [width, "end"] : [width / 2, "middle"];
    labels.push({ label: "undated", x, y: height, anchor });
  }
  return {
    ...marks,
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
