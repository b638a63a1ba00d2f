// What the pointer does to the marks: it points at paintings and opens them.

import { paintingAt } from "./pick.js";
import { pointOf } from "./room.js";

const REACH = { touch: 12, mouse: 6 }; // px around a mark that still count as on it

/** The painting of `layout` under a pointer's event, at a zoom {k, x, y}; null if there is none. */
function paintingUnder(event, layout, { k, x, y }) {
  const at = pointOf(event);
  const reach = REACH[event.pointerType === "touch" ? "touch" : "mouse"] / k;
  return paintingAt(layout, (at.x - x) / k, (at.y - y) / k, reach);
}

/** Listen to the pointer on `listbox`; `layoutOf()` is the layout, `transformed()` its zoom, `open(i)` opens. */
export function listenToPointer(listbox, { store, layoutOf, transformed, open }) {
  const under = (event) => paintingUnder(event, layoutOf(), transformed());
  listbox.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch" && !event.buttons) store.set({ hovered: under(event) });
  });
  listbox.addEventListener("pointerleave", () => store.set({ hovered: null }));
  listbox.addEventListener("click", (event) => {
    const i = under(event);
    if (i !== null) open(i);
  });
}
