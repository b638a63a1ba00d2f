// What assistive technology and the keyboard see of the marks: a listbox whose options are the
// painting under the cursor and its two neighbours, put where their marks are, so that the number
// of elements does not grow with the number of paintings.

import { select } from "d3-selection";

import { boxOf, isShown } from "./places.js";

const FIRST = 3; // colours that are told

/** What an option says: "Sunrise, Claude Monet, 1872: dark blue, orange, grey". */
function optionText(data, i, k) {
  const facts = [data.title[i], data.artist(i), data.date(i)].filter(Boolean).join(", ");
  const names = data.palette(i, k).slice(0, FIRST).map(({ name }) => name);
  return `${facts}: ${names.join(", ")}`;
}

/** Show the options around the cursor of the state, in the `layout`'s order and places. */
export function drawOptions(listbox, { state, data, layout: { boxes, order }, zoom }) {
  const { cursor, image } = state;
  const at = isShown(boxes, cursor) ? order.indexOf(cursor) : -1;
  const around = [at - 1, at, at + 1].filter((place) => place >= 0 && place < order.length);
  const px = (side) => (place) => `${boxOf(boxes, order[place], zoom)[side]}px`;
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
    .text((i) => optionText(data, i, state.k));
}
