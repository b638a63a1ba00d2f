// What of the plot is words: the table's rows; or the options, and the label beside a mark.

import { drawRows } from "../parts/rows.js";
import { drawLabel, drawRegionLabel } from "./label.js";
import { drawOptions } from "./options.js";
import { isShown } from "./places.js";

/**
 * Draw the words of `now`: `{state, data, layout, found, seen, acts, zoom}`, with what is found (find.js),
 * the part of the plot that is seen (room.js), what the rows' buttons do, and the zoom {k, x, y}.
 */
export function drawWords({ listbox, table, label }, now) {
  const { state, layout } = now;
  const tabular = state.view === "table";
  table.hidden = !tabular;
  listbox.hidden = tabular;
  listbox.style.touchAction = layout.scrolled && now.zoom.k === 1 && !state.drawing ? "pan-y" : "none";
  if (tabular) {
    label.hidden = true;
    drawRows(table, now);
    return;
  }
  drawOptions(listbox, now);
  const pointed = state.hovered ?? (listbox.matches(":focus-visible") ? state.cursor : null);
  const region = layout.regions?.[state.region] ?? null;
  label.hidden = region === null && !isShown(layout.boxes, pointed);
  if (region) drawRegionLabel(label, region, now);
  else if (!label.hidden) drawLabel(label, pointed, now);
}
