// Draws a scene: each painting's colours, and its picture where the view has one.

import { luminance } from "../colour.js";
import { pixel, createRaster, fillRect, fillRounded } from "./raster.js";

const OUTLINED = [12, 16]; // px, width and height; of smaller marks only faint bands have an outline
const LEAST_OUTLINED = 4; // px, the least width of a mark or disc that has one
const SEEN = 3; // to 1, the contrast with the ground that needs no outline (WCAG 2.2)
const CAPTION = 11.5; // px
const RING = 3; // px around the painting that is open

let raster = null;

const pixelOf = ([r, g, b]) => pixel(r, g, b);

/** The whole pixel of an edge; two bands that meet have theirs in one place but for 32-bit floats. */
const snapped = (value) => Math.round(Math.round(value * 64) / 64);

/** `[left, top, right, bottom]` in device pixels of a place in `places`, as `camera` sees it. */
function edgesOf(places, at, { zoom, ratio, top }) {
  const x = (value) => snapped((value * zoom.k + zoom.x) * ratio);
  const y = (value) => snapped((value * zoom.k + zoom.y - top) * ratio);
  return [
    x(places[at]),
    y(places[at + 1]),
    x(places[at] + places[at + 2]),
    y(places[at + 1] + places[at + 3]),
  ];
}

/**
 * Draw `scene` (motion.js) on `context` as `camera` sees it: `{zoom: {k, x, y}, ratio, top}`, with
 * `ratio` device pixels a px, from `top` px down.
 *
 * `look` is `{paper, edge, ink, muted (all [r, g, b]), font, sheet, place, caption(i), marked}`: the
 * colours of the ground, of outlines and of words, the sheet of thumbnails if it is there yet, where
 * in it painting i lies, the words below a mark, and the paintings that have a ring.
 */
export function drawMarks(context, scene, camera, look) {
  const { width, height } = context.canvas;
  if (raster?.width !== Math.max(1, width) || raster?.height !== Math.max(1, height)) {
    raster = createRaster(width, height);
  }
  raster.pixels.fill(pixelOf(look.paper));
  if (scene.round > 0) drawDiscs(scene, camera, look);
  else drawBands(scene, camera);
  if (scene.framed) {
    drawOutlines(scene.boxes, scene.pictures, camera, look);
    drawFaint(scene, camera, look);
  }
  else if (scene.frames) drawOutlines(scene.frames, null, camera, look);
  context.putImageData(raster.image, 0, 0);
  if (look.sheet) drawPictures(context, scene, camera, look);
  if (scene.caption && camera.zoom.k === 1) writeCaptions(context, scene, camera, look);
  for (const i of look.marked) drawRing(context, scene, i, camera, look);
}

function drawBands({ bands, paint }, camera) {
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
    const colour = pixel(paint[3 * band], paint[3 * band + 1], paint[3 * band + 2]);
    fillRect(raster, left, upper, Math.max(right, left + 1), lower, colour);
  }
}

function drawDiscs({ bands, paint, round, stack }, camera, look) {
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
    const colour = paintAt(paint, band);
    const line = w >= LEAST_OUTLINED * ratio && isFaint(paint, band) ? ratio : 0;
    if (line) fillRounded(raster, left, upper, w, h, round, look.edge);
    fillRounded(raster, left + line, upper + line, w - 2 * line, h - 2 * line, round, colour);
  }
}

/** The whole numbers red, green and blue of a band. */
export function paintAt(paint, band) {
  return [0, 1, 2].map((channel) => Math.round(paint[3 * band + channel]));
}

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
function drawOutlines(boxes, pictures, camera, look) {
  const line = Math.max(1, Math.floor(camera.ratio));
  const colour = pixelOf(look.edge);
  for (let at = 0; at < boxes.length; at += 4) {
    const { k } = camera.zoom;
    if (!isOutlined(boxes[at + 2] * k, boxes[at + 3] * k)) continue;
    const [left, upper, right, lower] = edgesOf(boxes, at, camera);
    if (lower <= 0 || upper >= raster.height || lower === upper) continue;
    const picture = pictures?.[at + 3] > 0 ? edgesOf(pictures, at, camera)[3] : null;
    const top = picture === null ? upper : picture + Math.round(2 * camera.ratio);
    fillRect(raster, left, top, right, top + line, colour);
    fillRect(raster, left, lower - line, right, lower, colour);
    fillRect(raster, left, top, left + line, lower, colour);
    fillRect(raster, right - line, top, right, lower, colour);
  }
}

/** A line inside the left and right edge of each band of a small mark that the ground would swallow. */
function drawFaint({ boxes, bands, paint, depth }, camera, look) {
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

function drawPictures(context, { pictures }, camera, look) {
  context.imageSmoothingQuality = "high";
  const { height, width } = context.canvas;
  for (let i = 0; i < pictures.length / 4; i += 1) {
    if (pictures[4 * i + 3] <= 0 || pictures[4 * i + 2] <= 0) continue;
    const [left, upper, right, lower] = edgesOf(pictures, 4 * i, camera);
    if (lower <= Math.max(0, upper) || upper >= height || right <= Math.max(0, left)) continue;
    if (left >= width) continue;
    const { x, y, width: w, height: h } = look.place(i);
    const [sx, sy, sw, sh] = [x + 0.5, y + 0.5, w - 1, h - 1];
    context.drawImage(look.sheet, sx, sy, sw, sh, left, upper, right - left, lower - upper);
  }
}

function writeCaptions(context, { boxes }, { ratio, top }, look) {
  context.font = `${CAPTION * ratio}px ${look.font}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillStyle = `rgb(${look.muted})`;
  for (let at = 0; at < boxes.length; at += 4) {
    if (boxes[at + 2] <= 0) continue;
    const x = boxes[at] + boxes[at + 2] / 2;
    const y = boxes[at + 1] + boxes[at + 3] + 15 - top;
    context.fillText(look.caption(at / 4), x * ratio, y * ratio);
  }
}

/** A ring around a painting's mark, or around each of its colours where these are apart. */
function drawRing(context, scene, i, camera, look) {
  const { ratio } = camera;
  const places = scene.apart ? scene.bands : scene.boxes;
  const each = scene.apart ? scene.depth : 1;
  for (let at = 4 * i * each; at < 4 * (i + 1) * each; at += 4) {
    if (places[at + 2] <= 0 || places[at + 3] <= 0) continue;
    const [left, upper, right, lower] = edgesOf(places, at, camera);
    const away = (scene.apart ? 1.5 : RING) * ratio;
    const [x, y] = [left - away, upper - away];
    const [w, h] = [right - left + 2 * away, lower - upper + 2 * away];
    context.beginPath();
    if (scene.round > 0.5) context.arc(x + w / 2, y + h / 2, w / 2, 0, 2 * Math.PI);
    else context.rect(x, y, w, h);
    if (scene.apart) {
      const paint = 3 * (at / 4);
      context.fillStyle = `rgb(${scene.paint.slice(paint, paint + 3).map(Math.round)})`;
      context.fill();
    }
    context.lineWidth = 4 * ratio;
    context.strokeStyle = `rgb(${look.paper})`;
    context.stroke();
    context.lineWidth = 2 * ratio;
    context.strokeStyle = `rgb(${look.ink})`;
    context.stroke();
  }
}
