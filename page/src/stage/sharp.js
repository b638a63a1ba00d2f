// The pictures of a zoomed view from the copies beside the page, over those of the sheet: on a canvas
// of its own, as a browser lets nobody read or save what has pixels of other files on it.

import { SEAM } from "../layouts/shapes.js";
import { edgesOf, endOf } from "./camera.js";

const SHARPER = 1.2; // times as many px as the sheet has, from which a copy is worth loading
const MOST = 60; // pictures at once; of more, each is small

/** Draw on `context` what of `scene` is large enough, as `camera` sees it; `copies` as in copies.js. */
export function drawSharp(context, scene, camera, { place, copies }) {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  const { pictures, framed } = scene;
  const seam = framed ? Math.round(SEAM * camera.ratio) : 0;
  const end = endOf(camera, height);
  const large = [];
  for (let i = 0; i < pictures.length / 4; i += 1) {
    if (pictures[4 * i + 3] <= 0 || pictures[4 * i + 2] <= 0) continue;
    const [left, top, right, foot] = edgesOf(pictures, 4 * i, camera);
    if (foot <= 0 || top >= end || right <= 0 || left >= width) continue;
    if (right - left > SHARPER * place(i).width) large.push({ i, left, top, right, foot: foot - seam });
  }
  if (large.length > MOST) return;
  context.imageSmoothingQuality = "high";
  context.save();
  context.beginPath();
  context.rect(0, 0, width, end);
  context.clip();
  for (const { i, left, top, right, foot } of large) {
    const copy = copies.of(i);
    if (!copy) continue;
    const seen = copy.naturalHeight * ((foot - top) / (foot + seam - top));
    context.drawImage(copy, 0, 0, copy.naturalWidth, seen, left, top, right - left, foot - top);
  }
  context.restore();
}
