// Outlines of marks and bands, so that the ground swallows none.

import { luminance } from "../colour.js";
import { edgesOf } from "./camera.js";
import { fillRect, pixelOf } from "./raster.js";

const OUTLINED = [12, 16]; // px, width and height; of smaller marks only faint bands have an outline
export const LEAST_OUTLINED = 4; // px, the least width of a mark or disc that has one
const SEEN = 3; // to 1, the contrast with the ground that needs no outline (WCAG 2.2)

/** A function that tells whether a ground of the colour `paper` would swallow a band. */
export function faintOn(paper) {
  const ground = luminance(...paper) + 0.05;
  const [least, most] = [ground / SEEN - 0.05, ground * SEEN - 0.05];
  return (paint, band) => {
    const at = 3 * band;
    const light = luminance(paint[at] | 0, paint[at + 1] | 0, paint[at + 2] | 0);
    return light > least && light < most;
  };
}

/** Whether a mark of this size, px, has an outline of its own. */
export const isOutlined = (width, height) => width >= OUTLINED[0] && height >= OUTLINED[1];

/** A line inside the edge of each bar in `boxes`, below its picture, if any. */
export function drawOutlines(raster, boxes, pictures, camera, look) {
  const line = Math.max(1, Math.floor(camera.ratio));
  const colour = pixelOf(look.edge);
  for (let at = 0; at < boxes.length; at += 4) {
    const { k } = camera.zoom;
    if (!isOutlined(boxes[at + 2] * k, boxes[at + 3] * k)) continue;
    const [left, upper, right, lower] = edgesOf(boxes, at, camera);
    if (lower <= 0 || upper >= raster.height || lower === upper) continue;
    const top = pictures?.[at + 3] > 0 ? edgesOf(pictures, at, camera)[3] : upper;
    fillRect(raster, left, top, right, top + line, colour);
    fillRect(raster, left, lower - line, right, lower, colour);
    fillRect(raster, left, top, left + line, lower, colour);
    fillRect(raster, right - line, top, right, lower, colour);
  }
}

/** A line inside the left and right edge of each band of a small mark that the ground would swallow. */
export function drawFaint(raster, { boxes, bands, paint, depth }, camera, look) {
  const line = Math.max(1, Math.floor(camera.ratio));
  const colour = pixelOf(look.edge);
  const { k } = camera.zoom;
  const isFaint = faintOn(look.paper);
  for (let i = 0; i < boxes.length / 4; i += 1) {
    const [width, height] = [boxes[4 * i + 2] * k, boxes[4 * i + 3] * k];
    if (width < LEAST_OUTLINED || isOutlined(width, height)) continue;
    for (let band = i * depth; band < (i + 1) * depth; band += 1) {
      if (bands[4 * band + 3] <= 0 || !isFaint(paint, band)) continue;
      const [left, upper, right, lower] = edgesOf(bands, 4 * band, camera);
      if (lower <= 0 || upper >= raster.height) continue;
      fillRect(raster, left, upper, left + line, lower, colour);
      fillRect(raster, right - line, upper, right, lower, colour);
    }
  }
}
