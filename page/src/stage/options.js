// What assistive technology and the keyboard see of the marks: a listbox whose options are the
// painting under the cursor and its two neighbours, put where their marks are, so that the number
// of elements does not grow with the number of paintings.

import { select } from "d3-selection";
import { yearText } from "../text.js";

/** Show the options around painting `cursor`; `order` is all paintings from first to last. */
export function drawOptions(listbox, { data, order, boxOf, cursor, image }) {
  const at = order.indexOf(cursor);
  const around = [at - 1, at, at + 1].filter((place) => place >= 0 && place < order.length);
  const px = (side) => (place) => `${boxOf(order[place])[side]}px`;
  select(listbox)
    .attr("aria-activedescendant", at < 0 ? null : `painting-${cursor}`)
    .selectAll("div")
    .data(at < 0 ? [] : around, (place) => order[place])
    .join("div")
    .order()
    .attr("role", "option")
    .attr("id", (place) => `painting-${order[place]}`)
    .attr("data-image", (place) => data.id(order[place]))
    .attr("aria-posinset", (place) => place + 1)
    .attr("aria-setsize", order.length)
    .attr("aria-selected", (place) => order[place] === image)
    .classed("cursor", (place) => place === at)
    .style("left", px(0))
    .style("top", px(1))
    .style("width", px(2))
    .style("height", px(3))
    .selectAll("span")
    .data((place) => [order[place]])
    .join("span")
    .text((i) => `${data.title[i]}, ${yearText(data.year[i])}`);
}
