// The label beside the mark under the pointer or the keyboard's cursor.

import { drawPicture } from "./picture.js";
import { yearText } from "./text.js";

const PICTURE = 168; // px; marks that show less of the painting get its picture in the label
const AWAY = 10; // px from the mark

/** Show painting `i` beside `box` (x, y, width, height) inside `width` x `height`; null hides it. */
export function drawLabel(label, { data, sheet, i, box, card, width, top, bottom }) {
  label.hidden = i === null;
  if (i === null) return;
  const canvas = label.querySelector("canvas");
  canvas.hidden = !data.hasPictures || !sheet || (card && box[2] > PICTURE / 2);
  if (!canvas.hidden) drawPicture(canvas, sheet, data.place(i), PICTURE, PICTURE);
  label.querySelector(".title").textContent = data.title[i];
  label.querySelector(".year").textContent = yearText(data.year[i]);
  const { offsetWidth, offsetHeight } = label;
  const [x, y, w, h] = box;
  const left = Math.min(Math.max(0, x + w / 2 - offsetWidth / 2), width - offsetWidth);
  const above = y - offsetHeight - AWAY;
  const under = Math.min(y + h + AWAY, bottom - offsetHeight);
  label.style.transform = `translate(${left}px, ${above >= top ? above : under}px)`;
}
