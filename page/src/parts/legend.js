// A palette as a list: of each colour a swatch, its name, hex and share.

import { percent } from "../text.js";

/** Draw `colours(d)` as items in each list of `selection`; returns the items. */
export function drawLegend(selection, colours) {
  const items = selection
    .selectAll("li")
    .data(colours)
    .join((enter) => {
      const item = enter.append("li");
      item.append("i");
      item.append("span").attr("class", "name");
      item.append("code");
      item.append("span").attr("class", "share");
      return item;
    });
  items.select("i").style("background", ({ hex }) => hex);
  items.select(".name").text(({ name }) => name);
  items.select("code").text(({ hex }) => hex);
  items.select(".share").text(({ share }) => percent(share));
  return items;
}
