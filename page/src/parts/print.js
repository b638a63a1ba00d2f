// What is printed: a table of all paintings shown, made when one prints and gone afterwards.

import { select } from "d3-selection";
import { paletteText } from "../text.js";
import { drawBars } from "./bars.js";

/** Keep `root` filled with `paintings()` (an array) at `k()` while one prints. */
export function createPrint(root, data, paintings, k) {
  const body = select(root).select("tbody");
  window.addEventListener("beforeprint", () => {
    const rows = body
      .selectAll("tr")
      .data(paintings())
      .join((enter) => {
        const row = enter.append("tr");
        row.append("th").attr("scope", "row").attr("dir", "auto");
        row.append("td").attr("class", "year");
        const paint = row.append("td");
        paint.append("div").attr("class", "bar");
        paint.append("div").attr("class", "told");
        return row;
      });
    rows.select("th").text((i) => data.title[i]);
    rows.select(".year").text((i) => data.date(i));
    drawBars(rows.select(".bar"), (i) => data.palette(i, k()));
    rows.select(".told").text((i) => paletteText(data.palette(i, k())));
  });
  window.addEventListener("afterprint", () => body.selectAll("tr").remove());
}
