// The label beside the mark under the pointer or the keyboard's cursor.

import { word } from "../language.js";
import { binText } from "../layouts/stream.js";
import { drawPicture } from "../parts/picture.js";
import { factsText, paintings, percent, scoreText } from "../text.js";
import { boxOf } from "./places.js";

const PICTURE = 168; // px; marks that show less of the painting get its picture in the label
const AWAY = 10; // px from the mark

/**
 * Tell of painting `i` beside its mark, within the part of the plot that is `seen` (room.js): its
 * title, year and how well it answers (`found`), its picture if the mark shows little of it, and in
 * the stream what its year or decade is made of.
 */
export function drawLabel(label, i, { state: { sheet }, data, layout, found, seen, zoom }) {
  const canvas = label.querySelector("canvas");
  const shown = layout.pictures[4 * i + 2] * zoom.k;
  canvas.hidden = !data.hasPictures || !sheet || shown > PICTURE / 2;
  if (!canvas.hidden) drawPicture(canvas, sheet, data.place(i), PICTURE, PICTURE);
  label.querySelector(".title").textContent = data.title[i];
  const score = found.scores?.[i] ?? null;
  const answer = score === null ? null : scoreText(score, found.measure);
  label.querySelector(".year").textContent = factsText([data.date(i), answer]);
  const bin = layout.bins?.find(({ paintings }) => paintings.includes(i));
  label.querySelector(".made-of").textContent = bin ? binText(bin) : "";
  put(label, boxOf(layout.boxes, i, zoom), seen);
}

/** Tell of a region of the wheel beside it: its commonest colour, how much it is and in how many. */
export function drawRegionLabel(label, region, { data, seen, zoom: { k, x, y } }) {
  label.querySelector("canvas").hidden = true;
  label.querySelector(".title").textContent = data.names[region.name];
  const part = word("share_of_all", { share: percent(region.share) });
  label.querySelector(".year").textContent = factsText([paintings(region.paintings), part]);
  label.querySelector(".made-of").textContent = word("click_to_find");
  const [left, top, width, height] = region.box;
  put(label, [left * k + x, top * k + y, width * k, height * k], seen);
}

/**
 * Put the label beside a box [x, y, width, height] px.
 * @param {any} label
 * @param {number[]} box
 */
function put(label, [x, y, w, h], seen) {
  const { offsetWidth, offsetHeight } = label;
  const left = Math.min(Math.max(0, x + w / 2 - offsetWidth / 2), seen.width - offsetWidth);
  const above = y - offsetHeight - AWAY;
  const under = Math.min(y + h + AWAY, seen.top + seen.height - offsetHeight);
  label.style.transform = `translate(${left}px, ${above >= seen.top ? above : under}px)`;
}
