// The regions of the wheel of many paintings (hexagons.js): drawn, ringed and pointed at.

import { luminance } from "../colour.js";
import { faded } from "./paint.js";

const SEEN = 1.35; // to 1, the contrast with the ground that needs no outline
const RING = 2; // px

/** Draw `regions`, with a ring around those whose numbers are in `ringed`. */
export function drawRegions(context, regions, ringed, { zoom, ratio, top }, { paper, edge, ink }) {
  const trace = ({ outline }) => {
    context.beginPath();
    for (const [x, y] of outline) {
      context.lineTo((x * zoom.k + zoom.x) * ratio, (y * zoom.k + zoom.y - top) * ratio);
    }
    context.closePath();
  };
  const stroke = (width, colour) => {
    context.lineWidth = width * ratio;
    context.strokeStyle = `rgb(${colour})`;
    context.stroke();
  };
  const ground = luminance(...paper) + 0.05;
  for (const region of regions) {
    trace(region);
    const [r, g, b] = faded(region.rgb, paper, region.strength ?? 1);
    context.fillStyle = `rgb(${r},${g},${b})`;
    context.fill();
    const contrast = (luminance(...region.rgb) + 0.05) / ground;
    if (contrast > 1 / SEEN && contrast < SEEN) stroke(1, edge);
  }
  for (const n of ringed) {
    trace(regions[n]);
    stroke(2 * RING, paper);
    stroke(RING, ink);
  }
}

/** The number of the region at (x, y), or nearest within `reach` px; null without one. */
export function regionAt(regions, x, y, reach) {
  let best = null;
  let least = reach;
  regions.forEach(({ box: [left, top, w, h] }, n) => {
    const away = Math.hypot(Math.max(left - x, 0, x - left - w), Math.max(top - y, 0, y - top - h));
    const near = away + Math.hypot(x - left - w / 2, y - top - h / 2) / 1000;
    if (away <= reach && near < least) [best, least] = [n, near];
  });
  return best;
}
