// Draws a scene: each painting's colours, and its picture where the view has one.

import { endOf, snapped } from "./camera.js";
import { LEAST_OUTLINED, drawFaint, drawOutlines, faintOn } from "./outlines.js";
import { RING, drawPictures, drawRing, writeCaptions } from "./overlay.js";
import { faded, paintAt } from "./paint.js";
import { fillRect, fillRounded, pixelOf } from "./raster.js";
import { drawRegions } from "./regions.js";

const LINE = 1.3; // px, the outline of a disc: however it falls on pixels, one has most of it

/**
 * Draw `scene` (motion.js) on `context` as `camera` (camera.js) sees it, by way of a `raster` that is
 * as large as the canvas.
 *
 * `look` is `{paper, edge, ink, muted (all [r, g, b]), font, sheet, place, caption(i), marked,
 * region}`: the colours of the ground, of outlines and of words, the sheet of thumbnails if it is
 * there yet, where in it painting i lies, the words below a mark, and the paintings that have a ring,
 * and the number of the region that has one, or null.
 */
export function drawMarks(context, raster, scene, camera, look) {
  raster.pixels.fill(pixelOf(look.paper));
  const { regions = null } = scene;
  if (scene.round > 0 && !regions) drawDiscs(raster, scene, camera, look);
  else if (!regions) drawBands(raster, scene, camera, look.paper);
  if (scene.framed) {
    drawOutlines(raster, scene.boxes, scene.pictures, camera, look);
    drawFaint(raster, scene, camera, look);
  } else if (scene.frames) drawOutlines(raster, scene.frames, null, camera, look);
  const end = endOf(camera, raster.height);
  fillRect(raster, 0, end, raster.width, raster.height, pixelOf(look.paper));
  context.putImageData(raster.image, 0, 0);
  context.save();
  context.beginPath();
  context.rect(0, 0, raster.width, end + (camera.zoom.k === 1 ? RING * camera.ratio : 0));
  context.clip();
  if (look.sheet) drawPictures(context, scene, camera, look);
  if (scene.caption && camera.zoom.k === 1) writeCaptions(context, scene, camera, look);
  if (regions) drawRegions(context, regions, ringed(scene, look), camera, look);
  else for (const i of look.marked) drawRing(context, scene, i, camera, look);
  context.restore();
}

/** The numbers of the regions that have a ring: the one pointed at, and those of marked paintings. */
function ringed({ regions, regionOf, depth }, { marked, region }) {
  const numbers = new Set(region in regions ? [region] : []);
  for (const i of marked) {
    for (const n of regionOf.subarray(i * depth, (i + 1) * depth)) if (n >= 0) numbers.add(n);
  }
  return numbers;
}

function drawBands(raster, { bands, paint, strengths = null }, camera, paper) {
  const { k, x, y } = camera.zoom;
  const { ratio, top } = camera;
  const scale = k * ratio;
  const [dx, dy] = [x * ratio, (y - top) * ratio];
  for (let band = 0; band < bands.length / 4; band += 1) {
    const at = 4 * band;
    if (bands[at + 3] === 0 || bands[at + 2] === 0) continue;
    const upper = snapped(bands[at + 1] * scale + dy);
    const lower = snapped((bands[at + 1] + bands[at + 3]) * scale + dy);
    if (lower <= upper || lower <= 0 || upper >= raster.height) continue;
    const left = snapped(bands[at] * scale + dx);
    const right = snapped((bands[at] + bands[at + 2]) * scale + dx);
    const rgb = paint.subarray(3 * band, 3 * band + 3);
    const colour = pixelOf(strengths ? faded(rgb, paper, strengths[band]) : rgb);
    fillRect(raster, left, upper, Math.max(right, left + 1), lower, colour);
  }
}

function drawDiscs(raster, { bands, paint, round, stack, strengths = null }, camera, look) {
  const { k, x, y } = camera.zoom;
  const { ratio, top } = camera;
  const scale = k * ratio;
  const count = stack ? stack.length : bands.length / 4;
  const isFaint = faintOn(look.paper);
  for (let n = 0; n < count; n += 1) {
    const band = stack ? stack[n] : n;
    const at = 4 * band;
    const [w, h] = [bands[at + 2] * scale, bands[at + 3] * scale];
    if (w === 0 || h === 0) continue;
    const left = (bands[at] * k + x) * ratio;
    const upper = (bands[at + 1] * k + y - top) * ratio;
    if (left > raster.width || upper > raster.height || left + w < 0 || upper + h < 0) continue;
    const colour = faded(paintAt(paint, band), look.paper, strengths?.[band] ?? 1);
    const line = w >= LEAST_OUTLINED * ratio && isFaint(paint, band) ? LINE * ratio : 0;
    if (line) fillRounded(raster, left, upper, w, h, round, look.edge);
    fillRounded(raster, left + line, upper + line, w - 2 * line, h - 2 * line, round, colour);
  }
}
