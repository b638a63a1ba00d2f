// Zoom by wheel, pinch, drag and buttons. Where a view is scrolled, one finger and the plain wheel
// scroll, and two fingers zoom.

import { select } from "d3-selection";
import { zoom as d3zoom, zoomIdentity } from "d3-zoom";
import { ZOOMED } from "../address.js";

const NOTHING = 1e-4; // px or times, by which two zooms are the same
const STEP = 1.5; // times, of a zoom by key or button

/**
 * Make `element` zoom: `seenOf()` tells which part of its marks can be seen (`{width, top, height}`),
 * `isScrolled()`, `isFixed()` and `isIdle()` how it moves and whether the wheel is not yet for it, and
 * `changed({k, x, y})` hears of each zoom.
 */
export function createZoom(element, { seenOf, isScrolled, isFixed, isIdle, changed }) {
  let quiet = false;
  const behaviour = d3zoom()
    .scaleExtent([1, ZOOMED])
    .extent(() => {
      const { width, top, height } = seenOf();
      return [
        [0, top],
        [width, top + height],
      ];
    })
    .filter((event) => {
      if (isFixed() || event.button) return false;
      const scrolled = isScrolled();
      const zoomed = element.__zoom.k > 1;
      if (event.type === "wheel") return (!scrolled && !isIdle()) || event.ctrlKey;
      if (event.type.startsWith("touch")) return zoomed || event.touches.length > 1 || !scrolled;
      return event.type !== "dblclick";
    })
    .on("zoom", ({ transform: { k, x, y } }) => {
      if (!quiet) changed({ k, x, y });
    });
  const selection = select(element).call(behaviour).on("dblclick.zoom", null);
  const to = ({ k, x, y }) => {
    selection.call(behaviour.transform, zoomIdentity.translate(x, y).scale(k));
  };
  return {
    /** The zoom {k, x, y} that there is. */
    get transform() {
      const { k, x, y } = element.__zoom;
      return { k, x, y };
    },
    to,
    /** Take over a zoom from elsewhere, without telling of it. */
    set(transform) {
      const now = element.__zoom;
      // What was one's own doing comes back all but the same, amid the gesture.
      if (["k", "x", "y"].every((name) => Math.abs(now[name] - transform[name]) < NOTHING)) return;
      quiet = true;
      to(transform);
      quiet = false;
    },
    /** Say how large the content is, beyond which one can't pan. */
    limit(width, height) {
      behaviour.translateExtent([
        [0, 0],
        [width, height],
      ]);
    },
    in: () => selection.call(behaviour.scaleBy, STEP),
    out: () => selection.call(behaviour.scaleBy, 1 / STEP),
    reset: () => selection.call(behaviour.transform, zoomIdentity),
  };
}
