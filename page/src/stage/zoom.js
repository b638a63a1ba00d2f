// Zoom by wheel, pinch, drag and buttons. Where a view is scrolled, one finger and the plain wheel
// scroll, and two fingers zoom.

import { select } from "d3-selection";
import { zoom as d3zoom, zoomIdentity } from "d3-zoom";
import { ZOOMED } from "../address.js";

/** Make `element` zoom; `viewOf()` tells `{width, height, top, seen, scrolled, fixed}`. */
export function createZoom(element, viewOf, changed) {
  let quiet = false;
  const behaviour = d3zoom()
    .scaleExtent([1, ZOOMED])
    .extent(() => {
      const { width, top, seen } = viewOf();
      return [
        [0, top],
        [width, top + seen],
      ];
    })
    .filter((event) => {
      const { scrolled, fixed } = viewOf();
      if (fixed || event.button) return false;
      const zoomed = element.__zoom.k > 1;
      if (event.type === "wheel") return !scrolled || event.ctrlKey;
      if (event.type.startsWith("touch")) return zoomed || event.touches.length > 1 || !scrolled;
      return event.type !== "dblclick";
    })
    .on("zoom", ({ transform, sourceEvent }) => {
      if (!quiet) changed({ k: transform.k, x: transform.x, y: transform.y }, Boolean(sourceEvent));
    });
  const selection = select(element).call(behaviour).on("dblclick.zoom", null);
  return {
    /** Take over a zoom from elsewhere, without telling of it. */
    set({ k, x, y }) {
      const now = element.__zoom;
      if (now.k === k && now.x === x && now.y === y) return;
      quiet = true;
      selection.call(behaviour.transform, zoomIdentity.translate(x, y).scale(k));
      quiet = false;
    },
    /** Say how large the content is, beyond which one can't pan. */
    limit(width, height) {
      behaviour.translateExtent([
        [0, 0],
        [width, height],
      ]);
    },
    by: (factor) => selection.call(behaviour.scaleBy, factor),
    reset: () => selection.call(behaviour.transform, zoomIdentity),
  };
}
