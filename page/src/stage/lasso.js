// Drawing a region on the wheel, to find what has colours there.

import { POINTS } from "../address.js";
import { pointOf } from "./room.js";

const LEAST = 6; // px between two points of the outline

/**
 * Let the pointer draw on `listbox` while the state says `drawing`: `layoutOf()` is the layout,
 * `transformed()` its zoom, and `acts.seekRegion` hears of the region.
 */
export function listenToLasso(listbox, { store, layoutOf, transformed, acts }) {
  const place = (event) => {
    const { cx, cy, radius } = layoutOf().wheel;
    const { k, x, y } = transformed();
    const at = pointOf(event);
    return [((at.x - x) / k - cx) / radius, (cy - (at.y - y) / k) / radius];
  };
  const far = (one, other) => {
    const [[x, y], [otherX, otherY]] = [one, other];
    return Math.hypot(x - otherX, y - otherY) * layoutOf().wheel.radius * transformed().k > LEAST;
  };
  listbox.addEventListener("pointerdown", (event) => {
    const { drawing, drew } = store.get();
    if (drew) store.set({ drew: false });
    if (!drawing || !layoutOf().wheel) return;
    listbox.setPointerCapture(event.pointerId);
    store.set({ lasso: [place(event)], hovered: null, region: null });
  });
  listbox.addEventListener("pointermove", (event) => {
    const { lasso } = store.get();
    if (lasso && far(place(event), lasso.at(-1))) store.set({ lasso: [...lasso, place(event)] });
  });
  const end = () => {
    const { lasso } = store.get();
    if (!lasso) return;
    const every = Math.ceil(lasso.length / POINTS);
    const points = lasso.filter((_, n) => n % every === 0).map((point) => point.map(within));
    store.set({ lasso: null, drawing: false, drew: true });
    if (points.length > 2) acts.seekRegion({ points });
  };
  listbox.addEventListener("pointerup", end);
  listbox.addEventListener("pointercancel", end);
}

const within = (value) => Math.min(1.1, Math.max(-1.1, value));
