// What is printed: the open painting as a label for a wall, or else a table of all paintings shown.
// It is made when one prints and gone afterwards.

import { select } from "d3-selection";
import { factsText, paletteText } from "../text.js";
import { drawBars } from "./bars.js";
import { drawLegend } from "./legend.js";
import { drawPicture, sizeOf } from "./picture.js";

const [WIDE, TALL] = [480, 420]; // px, the most that the picture takes on a label

/**
 * Keep `root` filled while one prints the state of `store`; `orderOf()` are the paintings shown, and
 * `copies` the pictures beside the page (copies.js).
 */
export function createPrint(root, { store, data, copies, orderOf }) {
  window.addEventListener("beforeprint", () => {
    const { image, k, sheet } = store.get();
    const isOne = image !== null;
    select(root).classed("one", isOne);
    if (isOne) drawLabel(select(root).select(".wall"), image, { data, k, sheet, copy: copies.of(image) });
    else drawTable(select(root).select("tbody"), orderOf(), { data, k });
  });
  window.addEventListener("afterprint", () => {
    select(root).classed("one", false).select("tbody").selectAll("tr").remove();
    select(root).select(".wall ol").selectAll("li").remove();
  });
}

function drawLabel(label, i, { data, k, sheet, copy }) {
  const canvas = label.select("canvas").property("hidden", !copy && !data.hasPictures);
  if (copy || data.hasPictures) {
    const place = copy ? sizeOf(copy) : data.place(i);
    drawPicture(canvas.node(), sheet, place, WIDE, TALL, { copy });
  }
  const colours = data.palette(i, k);
  label.select("h2").text(data.title[i]);
  label.select(".facts").text(factsText([data.artist(i), data.date(i)]));
  label.select(".source").text(factsText([data.licence(i), data.link(i)]));
  drawBars(label.select(".bar"), () => colours);
  drawLegend(label.select("ol"), () => colours);
}

function drawTable(body, paintings, { data, k }) {
  const rows = body
    .selectAll("tr")
    .data(paintings)
    .join((enter) => {
      const row = enter.append("tr");
      row.append("th").attr("scope", "row").attr("dir", "auto");
      row.append("td").attr("class", "artist").attr("dir", "auto");
      row.append("td").attr("class", "year");
      const paint = row.append("td");
      paint.append("div").attr("class", "bar");
      paint.append("div").attr("class", "told");
      return row;
    });
  rows.select("th").text((i) => data.title[i]);
  rows.select(".artist").text((i) => data.artist(i) ?? "");
  rows.select(".year").text((i) => data.date(i));
  drawBars(rows.select(".bar"), (i) => data.palette(i, k));
  rows.select(".told").text((i) => paletteText(data.palette(i, k)));
}
