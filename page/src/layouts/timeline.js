// Where each painting goes in time. Pure functions: sizes in px in, boxes in px out.
//
// Years run from left to right, and their paintings stand on the axis, by rank, in columns of a year
// or some; a few that would be lost on a large plane stand closer, in lanes. The few that are much
// older or younger than the others stand beside a broken axis; the undated right of all, or, if they
// are many, below the axis, on a scale of their own. Screens too narrow for that are scrolled
// (narrow.js).

import { range } from "d3-array";
import { word } from "../language.js";
import { noMarks, placer, shapeAt } from "./cards.js";
import { inTime } from "./intime.js";
import { NARROW, down, flowing } from "./narrow.js";
import { packed } from "./shapes.js";

const UNDATED_GAP = 56; // px between the last year and the undated
const BESIDE = 0.16; // of the width, that the undated beside the years may take
const BELOW = 0.36; // of the height, that the undated below the axis may take
const HEADING = 26; // px above them, for how many they are

/**
 * Lay out paintings in `width` x `height` px, and `axis` px for an axis below.
 *
 * `years` (numbers or null), `ranks` (within a year, least first) and `aspects` (width to height)
 * hold an entry a painting; with `pictures`, marks that are large enough, `zoom` times enlarged, are
 * cards: a picture above the bar.
 *
 * Returns `{order, boxes, bars, caption, cells, height, axis, beside}`: the paintings from first to
 * last; x, y, width, height of each painting's mark in one Float32Array; the heights of the bars;
 * whether each mark needs its year below; the widths of marks with the space around them; the height
 * that all takes; and the axis (see `across`), or the labels `{label, y}` beside the years' rows.
 */
export function timeline({ years, ranks, aspects, pictures, width, height, axis = 0, zoom = 1 }) {
  const when = (i) => years[i] ?? Infinity;
  const order = range(years.length).sort(
    (a, b) => (when(a) === when(b) ? ranks[a] - ranks[b] : when(a) - when(b)) || a - b,
  );
  if (width >= NARROW) {
    return { order, ...across({ order, years, aspects, pictures, width, height, axis, zoom }) };
  }
  const few = pictures ? flowing(order, aspects, width, height) : null;
  const dated = order.map((i) => [years[i], i]);
  return { order, ...(few ?? down(dated, aspects, pictures, width, height)) };
}

/**
 * Lay out years from left to right, the undated right of them or below.
 *
 * The axis is `{base, limit, lines, breaks, labels(k)}`: where it is, and where it stays when that is
 * out of view, px from the top; from where to where it runs; where it is broken; and what it says
 * when it is `k` times enlarged.
 */
function across({ order, years, aspects, pictures, width, height, axis, zoom }) {
  const dated = order.filter((i) => years[i] !== null);
  const undated = order.slice(dated.length);
  const marks = noMarks(years.length);
  const placerOf = ({ cell, shape, foot }) =>
    placer(marks, aspects, cell, shapeAt(zoom, cell, shape, pictures), foot);
  /** Put the undated in rows, the last of which stands on (x, y). */
  const putUndated = (plan, x, y) => {
    const place = placerOf(plan);
    const top = Math.ceil(undated.length / plan.columns) - 1;
    undated.forEach((i, j) => {
      const [column, lane] = [j % plan.columns, top - Math.floor(j / plan.columns)];
      place(i, x + column * plan.cell.width, y - lane * plan.cell.height);
    });
  };
  const told = word("undated_count", { n: undated.length });
  if (!dated.length) {
    const plan = packed(undated.length, width, height, pictures);
    putUndated(plan, (width - plan.columns * plan.cell.width) / 2, height);
    const labels = undated.length ? [{ label: told, x: width / 2, anchor: "middle" }] : [];
    const nothing = { base: height, limit: height, lines: [], breaks: [], labels: () => labels };
    return { ...marks, caption: false, cells: [plan.cell.width], height, axis: nothing };
  }
  const stand = (plan, base) => {
    const place = placerOf(plan);
    plan.places.forEach(([x, lane], j) => place(dated[j], x, base - lane * plan.cell.height));
  };
  const when = dated.map((i) => years[i]);

  const alone = inTime(when, pictures, width, height);
  const columnsOf = ({ cell }) =>
    Math.ceil(undated.length / Math.max(1, Math.floor(height / cell.height + 0.01)));
  const block = columnsOf(alone) * alone.cell.width;
  const gap = undated.length ? UNDATED_GAP : 0;
  if (columnsOf(alone) <= 1 || block + gap <= BESIDE * width) {
    const plan = undated.length ? inTime(when, pictures, width - gap - block, height) : alone;
    const { cell, lines, breaks } = plan;
    const columns = columnsOf(plan);
    if (columns * cell.width <= block + 0.01) {
      stand(plan, height);
      if (columns) putUndated({ ...plan, columns }, width - columns * cell.width, height);
      const last = undated.length ? [{ label: told, x: width, anchor: "end" }] : [];
      const labels = (k) => [...plan.labels(k), ...last];
      const found = { base: height, limit: height, lines, breaks, labels };
      return { ...marks, caption: plan.foot > 0, cells: [cell.width], height, axis: found };
    }
  }
  // The undated are as large as the dated, if there is room.
  const perRow = Math.max(1, Math.floor(width / alone.cell.width));
  const wanted = Math.ceil(undated.length / perRow) * alone.cell.height;
  const most = Math.min(BELOW * height, wanted);
  const strip = packed(undated.length, width, most, pictures, alone.cell.width);
  const base = height - strip.rows * strip.cell.height - HEADING;
  const plan = inTime(when, pictures, width, base);
  stand(plan, base);
  putUndated(strip, 0, height + axis);
  const heading = { label: told, y: base + axis + HEADING - 9 };
  const { lines, breaks, labels } = plan;
  return {
    ...marks,
    caption: plan.foot > 0,
    cells: [plan.cell.width, strip.cell.width],
    height: height + axis,
    axis: { base, limit: height, lines, breaks, labels, heading },
  };
}
