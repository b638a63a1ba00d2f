// Two pinned paintings side by side, and how far apart their palettes are.

import { select } from "d3-selection";
import { oklabOf } from "../colour.js";
import { numberText, word } from "../language.js";
import { factsText } from "../text.js";
import { paletteDistance } from "../transport.js";
import { drawBars } from "./bars.js";
import { drawLegend } from "./legend.js";
import { drawPicture } from "./picture.js";

const PICTURE = 300; // px

/** Unpin a painting when one closes the dialog: the first stays, to be compared with another. */
export function listenToComparison(dialog, store) {
  dialog.addEventListener("close", () => {
    const { pins } = store.get();
    if (pins.length === 2) store.set({ pins: pins.slice(0, 1) });
  });
}

/** Fill the dialog with the two paintings pinned in the state, each to `unpin(i)`, or close it. */
export function drawComparison(dialog, { pins, k, sheet }, { data, unpin }) {
  if (pins.length < 2) {
    dialog.close();
    return;
  }
  if (!dialog.open) dialog.showModal();
  const root = select(dialog);
  const sides = root
    .select(".sides")
    .selectAll("section")
    .data(pins)
    .join((enter) => {
      const side = enter.append("section");
      side.append("canvas");
      side.append("h3").attr("dir", "auto");
      side.append("p").attr("class", "facts");
      side.append("div").attr("class", "bar");
      side.append("ol");
      side.append("button").attr("type", "button").attr("class", "plain").text(word("unpin"));
      return side;
    });
  sides.select("h3").text((i) => data.title[i]);
  sides.select(".facts").text((i) => factsText([data.date(i), data.artist(i)]));
  sides.select("button").on("click", (_, i) => unpin(i));
  sides.select("canvas").property("hidden", !data.hasPictures);
  if (data.hasPictures) {
    sides.select("canvas").each((i, n, canvases) => {
      const room = Math.min(PICTURE, canvases[n].parentElement.clientWidth);
      drawPicture(canvases[n], sheet, data.place(i), room, Math.min(room, 0.3 * window.innerHeight));
    });
  }
  drawBars(sides.select(".bar"), (i) => data.palette(i, k));
  drawLegend(sides.select("ol"), (i) => data.palette(i, k));
  const [one, other] = pins.map((i) => data.palette(i, data.finest));
  const distance = numberText(paletteDistance(one, other, oklabOf), 3);
  root
    .select(".distance")
    .text(word("palette_distance", { distance }));
}
