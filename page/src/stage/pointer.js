// What the pointer does to the marks: it points at paintings and opens them.

import { paintingAt } from "./pick.js";
import { regionAt } from "./regions.js";
import { pointOf } from "./room.js";

const REACH = { touch: 12, mouse: 6 }; // px around a mark that still count as on it

/** The painting of `layout` under a pointer's event, at a zoom {k, x, y}; null if there is none. */
function paintingUnder(event, layout, { k, x, y }) {
  const at = pointOf(event);
  const reach = REACH[event.pointerType === "touch" ? "touch" : "mouse"] / k;
  return paintingAt(layout, (at.x - x) / k, (at.y - y) / k, reach);
}

/**
 * Listen to the pointer on `listbox`; `layoutOf()` is the layout, `transformed()` its zoom, and `acts`
 * what a click does.
 */
export function listenToPointer(listbox, { store, layoutOf, transformed, acts: { open, seekRegion } }) {
  /** What is under the pointer: a painting, or one of the wheel's regions. */
  function pointed(event) {
    const { regions } = layoutOf();
    if (!regions) return { hovered: under(event), region: null };
    const { k, x, y } = transformed();
    const at = pointOf(event);
    return { hovered: null, region: regionAt(regions, (at.x - x) / k, (at.y - y) / k, REACH.mouse / k) };
  }

  const under = (event) => paintingUnder(event, layoutOf(), transformed());
  listbox.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch" && !event.buttons && !store.get().drawing) store.set(pointed(event));
  });
  listbox.addEventListener("pointerleave", () => store.set({ hovered: null, region: null }));
  listbox.addEventListener("click", (event) => {
    // The click that ends a drawing points at nothing.
    if (store.get().drew) return;
    const { hovered, region } = pointed(event);
    if (region !== null) seekRegion(layoutOf().regions[region].asks);
    if (hovered !== null) open(hovered);
  });
}
