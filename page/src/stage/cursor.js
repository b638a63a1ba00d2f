// What the keyboard does to the marks: its cursor walks from painting to painting and opens them.

import { element } from "../dom.js";
import { neighbour } from "./pick.js";
import { boxOf, isShown, pannedTo } from "./places.js";
import { partSeen } from "./room.js";

/** The painting to which `key` leads from `cursor`, null if the key is not one that moves. */
function moved(key, { order, boxes, cursor }) {
  const at = order.indexOf(cursor);
  const last = order.length - 1;
  switch (key) {
    case "ArrowRight":
      return order[Math.min(at + 1, last)];
    case "ArrowLeft":
      return order[Math.max(at - 1, 0)];
    case "ArrowUp":
      return neighbour(boxes, cursor, -1);
    case "ArrowDown":
      return neighbour(boxes, cursor, 1);
    case "Home":
      return order[0];
    case "End":
      return order[last];
    default:
      return null;
  }
}

/** Bring painting i into view: by a pan if the plot is zoomed, else by scrolling to its option. */
function bringIntoView(i, { layoutOf, zoom }) {
  const { transform } = zoom;
  if (transform.k > 1) {
    zoom.to(pannedTo(boxOf(layoutOf().boxes, i, transform), transform, partSeen()));
  } else element(`painting-${i}`)?.scrollIntoView({ block: "nearest" });
}

/**
 * Listen to the keyboard on `listbox`; `layoutOf()` tells the layout, `zoom` that of the plot,
 * `open(i)` opens a painting, and `drawWords()` draws what depends on the focus.
 */
export function listenToCursor(listbox, { store, layoutOf, zoom, open, drawWords }) {
  /** Put the cursor on painting i, and what is open with it. */
  function step(i) {
    store.set({ cursor: i, hovered: null, image: store.get().image === null ? null : i });
    bringIntoView(i, { layoutOf, zoom });
  }

  listbox.addEventListener("focus", () => {
    const { boxes, order } = layoutOf();
    if (!isShown(boxes, store.get().cursor) && order.length) store.set({ cursor: order[0] });
    else drawWords();
  });
  listbox.addEventListener("blur", drawWords);
  listbox.addEventListener("keydown", (event) => {
    const { boxes, order } = layoutOf();
    const { cursor } = store.get();
    if (!isShown(boxes, cursor) || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moved(event.key, { order, boxes, cursor });
    if (next !== null) step(next);
    else if (event.key === "Enter" || event.key === " ") open(cursor);
    else return;
    event.preventDefault();
  });
}
