// What of the plot is words: the table's rows; or the options, and the label beside a mark.

import { orderOf } from "../layouts/orders.js";
import { binText } from "../layouts/stream.js";
import { drawRows } from "../parts/rows.js";
import { drawLabel } from "./label.js";
import { drawOptions } from "./options.js";
import { boxOf, isShown } from "./places.js";

/**
 * Draw the words of `layout` for the state, in the part of the plot that can be `seen` (room.js);
 * `found` is what is found (find.js), `acts` what the rows' buttons do.
 */
export function drawWords({ listbox, table, label }, { state, data, layout, found, seen, acts }) {
  const tabular = state.view === "table";
  table.hidden = !tabular;
  listbox.hidden = tabular;
  listbox.style.touchAction = layout.scrolled && state.zoom.k === 1 ? "pan-y" : "none";
  if (tabular) {
    label.hidden = true;
    drawTable(table, { state, data, layout, found, seen, acts });
    return;
  }
  drawCursor(listbox, { state, data, layout });
  const focused = listbox.matches(":focus-visible");
  drawPointed(label, { state, data, layout, found, seen, focused });
}

function drawTable(table, { state, data, layout, found, seen, acts }) {
  const { view, k, reversed, image } = state;
  drawRows(table, {
    data,
    k,
    order: layout.order,
    by: orderOf(view, state.by, found.ranked),
    reversed,
    image,
    top: seen.top,
    bottom: seen.top + seen.height,
    sort: acts.sort,
    open: acts.open,
  });
}

function drawCursor(listbox, { state, data, layout }) {
  const { boxes, order } = layout;
  const { cursor, image, zoom } = state;
  drawOptions(listbox, {
    data,
    order,
    boxOf: (i) => boxOf(boxes, i, zoom),
    cursor: isShown(boxes, cursor) ? cursor : null,
    image,
  });
}

/** Label the painting under the pointer, or else under the cursor if the listbox is `focused`. */
function drawPointed(label, { state, data, layout, found, seen, focused }) {
  const { hovered, cursor, sheet, zoom } = state;
  const pointed = hovered ?? (focused ? cursor : null);
  label.hidden = !isShown(layout.boxes, pointed);
  if (label.hidden) return;
  drawLabel(label, {
    data,
    sheet,
    i: pointed,
    box: boxOf(layout.boxes, pointed, zoom),
    seen: layout.pictures[4 * pointed + 2] * zoom.k,
    note: noteOn(pointed, layout),
    score: found.scores?.[pointed] ?? null,
    width: seen.width,
    top: seen.top,
    bottom: seen.top + seen.height,
  });
}

/** What the label adds on painting i: in the stream, what its decade or year is made of. */
function noteOn(i, { bins }) {
  const bin = bins?.find(({ paintings }) => paintings.includes(i));
  return bin ? binText(bin) : "";
}
