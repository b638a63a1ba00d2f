// The label beside the mark under the pointer or the keyboard's cursor.

import { drawPicture } from "../parts/picture.js";
import { factsText, percent, yearText } from "../text.js";

const PICTURE = 168; // px; marks that show less of the painting get its picture in the label
const AWAY = 10; // px from the mark

/**
 * Show painting `i`, and how well it answers (`score`, or null), beside `box` (x, y, width, height)
 * in a view from `top` to `bottom` and `width` px wide; `seen` is the width at which the mark itself
 * shows its picture, and `note` a last line, if not empty.
 */
export function drawLabel(label, { data, sheet, i, box, seen, score, note, width, top, bottom }) {
  const canvas = label.querySelector("canvas");
  canvas.hidden = !data.hasPictures || !sheet || seen > PICTURE / 2;
  if (!canvas.hidden) drawPicture(canvas, sheet, data.place(i), PICTURE, PICTURE);
  label.querySelector(".title").textContent = data.title[i];
  const alike = score === null ? null : `${percent(score)} alike`;
  label.querySelector(".year").textContent = factsText([yearText(data.year[i]), alike]);
  label.querySelector(".made-of").textContent = note;
  const { offsetWidth, offsetHeight } = label;
  const [x, y, w, h] = box;
  const left = Math.min(Math.max(0, x + w / 2 - offsetWidth / 2), width - offsetWidth);
  const above = y - offsetHeight - AWAY;
  const under = Math.min(y + h + AWAY, bottom - offsetHeight);
  label.style.transform = `translate(${left}px, ${above >= top ? above : under}px)`;
}
