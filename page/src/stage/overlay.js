// What lies on the marks and beside them: pictures, captions, and a ring around what is pointed at.

import { SEAM } from "../layouts/shapes.js";
import { edgesOf } from "./camera.js";
import { paintAt } from "./paint.js";

export const CAPTION = 11.5; // px
export const CAPTION_BELOW = 15; // px from the foot of a mark to that of its caption
export const RING = 3; // px around the painting that is open
const RING_APART = 1.5; // px around each of its colours where these are apart

/** The pictures of `scene`, from the sheet of thumbnails. */
export function drawPictures(context, { pictures, framed }, camera, look) {
  context.imageSmoothingQuality = "high";
  const seam = framed ? Math.round(SEAM * camera.ratio) : 0;
  const { height, width } = context.canvas;
  for (let i = 0; i < pictures.length / 4; i += 1) {
    if (pictures[4 * i + 3] <= 0 || pictures[4 * i + 2] <= 0) continue;
    const [left, upper, right, foot] = edgesOf(pictures, 4 * i, camera);
    const lower = foot - seam;
    if (lower <= Math.max(0, upper) || upper >= height || right <= Math.max(0, left)) continue;
    if (left >= width) continue;
    const { x, y, width: w, height: h } = look.place(i);
    const [sx, sy, sw, sh] = [x + 0.5, y + 0.5, w - 1, ((h - 1) * (lower - upper)) / (foot - upper)];
    context.drawImage(look.sheet, sx, sy, sw, sh, left, upper, right - left, lower - upper);
  }
}

/** The words below the marks of `scene`. */
export function writeCaptions(context, { boxes }, { ratio, top }, look) {
  context.font = `${CAPTION * ratio}px ${look.font}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillStyle = `rgb(${look.muted})`;
  for (let at = 0; at < boxes.length; at += 4) {
    if (boxes[at + 2] <= 0) continue;
    const x = boxes[at] + boxes[at + 2] / 2;
    const y = boxes[at + 1] + boxes[at + 3] + CAPTION_BELOW - top;
    context.fillText(look.caption(at / 4), x * ratio, y * ratio);
  }
}

/** A ring around a painting's mark, or around each of its colours where these are apart. */
export function drawRing(context, scene, i, camera, look) {
  const { ratio } = camera;
  const places = scene.apart ? scene.bands : scene.boxes;
  const each = scene.apart ? scene.depth : 1;
  for (let at = 4 * i * each; at < 4 * (i + 1) * each; at += 4) {
    if (places[at + 2] <= 0 || places[at + 3] <= 0) continue;
    const [left, upper, right, lower] = edgesOf(places, at, camera);
    const away = (scene.apart ? RING_APART : RING) * ratio;
    const [x, y] = [left - away, upper - away];
    const [w, h] = [right - left + 2 * away, lower - upper + 2 * away];
    context.beginPath();
    if (scene.round > 0.5) context.arc(x + w / 2, y + h / 2, w / 2, 0, 2 * Math.PI);
    else context.rect(x, y, w, h);
    if (scene.apart) {
      context.fillStyle = `rgb(${paintAt(scene.paint, at / 4)})`;
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
