// Draws a scene: each painting's bar, its colours stacked by share, and above it its picture.

import { SEAM } from "./plans.js";

const OUTLINED = 8; // px; narrower marks have no outline
const CAPTION = 11.5; // px
const RING = 3; // px around the painting that is open

/**
 * Draw `scene` (motion.js) on `context`, `ratio` device pixels a px, from `top` px down.
 *
 * `look` is `{ink, sheet, place, caption(i), marked}`: the colour of lines and words, the sheet of
 * thumbnails if it is there yet, where in it painting i lies, the words below a mark, and the
 * paintings that have a ring, strongest last.
 */
export function drawMarks(context, scene, ratio, top, look) {
  const { boxes, bar } = scene;
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.fillStyle = look.ink;
  context.strokeStyle = look.ink;
  const edges = (i) => {
    const left = Math.round(boxes[4 * i] * ratio);
    const upper = Math.round((boxes[4 * i + 1] - top) * ratio);
    const right = Math.round((boxes[4 * i] + boxes[4 * i + 2]) * ratio);
    const lower = Math.round((boxes[4 * i + 1] + boxes[4 * i + 3] - top) * ratio);
    return [left, upper, right, lower];
  };
  for (let i = 0; i < boxes.length / 4; i += 1) {
    const [left, upper, right, lower] = edges(i);
    if (lower <= 0 || upper >= height || lower === upper) continue;
    const barTop = bar ? Math.max(upper, lower - Math.round(bar * ratio)) : upper;
    const picture = barTop - Math.round(SEAM * ratio) - upper;
    if (bar && look.sheet && picture > 0) {
      const { x, y, width: w, height: h } = look.place(i);
      context.drawImage(
        look.sheet,
        x + 0.5,
        y + 0.5,
        w - 1,
        h - 1,
        left,
        upper,
        right - left,
        picture,
      );
    }
    drawBar(context, scene, i, left, barTop, right - left, lower - barTop);
    if (right - left >= OUTLINED * ratio) {
      outline(context, look.ink, left, barTop, right - left, lower - barTop, ratio);
    }
  }
  if (scene.caption) writeCaptions(context, scene, ratio, top, look);
  for (const i of look.marked) {
    const [left, upper, right, lower] = edges(i);
    const away = RING * ratio;
    context.lineWidth = 2 * ratio;
    context.strokeStyle = look.ink;
    context.strokeRect(
      left - away,
      upper - away,
      right - left + 2 * away,
      lower - upper + 2 * away,
    );
  }
}

function drawBar(context, { paint, depth }, i, left, top, width, height) {
  let sum = 0;
  let from = top;
  for (let j = 0; j < depth; j += 1) {
    const at = 4 * (i * depth + j);
    sum += paint[at + 3];
    const to = j === depth - 1 ? top + height : top + Math.round(sum * height);
    if (to <= from) continue;
    const [r, g, b] = [Math.round(paint[at]), Math.round(paint[at + 1]), Math.round(paint[at + 2])];
    context.fillStyle = `rgb(${r},${g},${b})`;
    context.fillRect(left, from, width, to - from);
    from = to;
  }
}

function outline(context, ink, left, top, width, height, ratio) {
  const line = Math.max(1, Math.floor(ratio));
  context.globalAlpha = 0.16;
  context.strokeStyle = ink;
  context.lineWidth = line;
  context.strokeRect(left + line / 2, top + line / 2, width - line, height - line);
  context.globalAlpha = 1;
}

function writeCaptions(context, { boxes }, ratio, top, look) {
  context.font = `${CAPTION * ratio}px ${look.font}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillStyle = look.muted;
  for (let i = 0; i < boxes.length / 4; i += 1) {
    const x = boxes[4 * i] + boxes[4 * i + 2] / 2;
    const y = boxes[4 * i + 1] + boxes[4 * i + 3] + 15 - top;
    context.fillText(look.caption(i), x * ratio, y * ratio);
  }
}
