// The opened painting as large as the window, with zoom and pan, and its palette beside.

import { select } from "d3-selection";
import { zoom as d3zoom, zoomIdentity } from "d3-zoom";
import { part } from "../dom.js";
import { factsText } from "../text.js";
import { drawLegend } from "./legend.js";
import { drawPicture, sizeOf } from "./picture.js";

const CLOSEST = 12; // times

/**
 * Make the dialog `root` show paintings of `data`, from the `copies` beside the page (copies.js).
 * Returns `{open, draw}`: to open it, and to draw the state's painting if it is open.
 */
export function createLarge(root, { store, data, copies }) {
  const stage = part(".stage", root);
  const canvas = part("canvas", root);
  const behaviour = d3zoom()
    .scaleExtent([1, CLOSEST])
    .on("zoom", ({ transform: { k, x, y } }) => {
      canvas.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    });
  const zoomed = select(stage).call(behaviour);

  function draw() {
    const { image: i, k, sheet } = store.get();
    if (!root.open || i === null) return;
    const copy = copies.of(i);
    const { clientWidth: width, clientHeight: height } = stage;
    const place = copy ? sizeOf(copy) : data.place(i);
    // As many pixels as it has, however large it is shown: zoom shows them.
    drawPicture(canvas, sheet, place, place.width, place.height, { copy });
    const scale = Math.min(width / place.width, height / place.height);
    const [wide, tall] = [place.width * scale, place.height * scale];
    canvas.style.width = `${wide}px`;
    canvas.style.height = `${tall}px`;
    canvas.style.left = `${(width - wide) / 2}px`;
    canvas.style.top = `${(height - tall) / 2}px`;
    behaviour.translateExtent([[0, 0], [width, height]]).extent([[0, 0], [width, height]]);
    canvas.setAttribute("aria-label", data.title[i]);
    select(root).select("h2").text(data.title[i]);
    select(root).select(".facts").text(factsText([data.date(i), data.artist(i)]));
    const items = drawLegend(select(root).select("ol"), () => data.palette(i, k));
    items.style("flex-grow", ({ share }) => share);
  }

  window.addEventListener("resize", draw);
  return {
    draw,
    open() {
      root.showModal();
      zoomed.call(behaviour.transform, zoomIdentity);
      draw();
    },
  };
}
