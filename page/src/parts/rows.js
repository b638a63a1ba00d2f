// The words of the table: only the rows in view are elements, whatever the number of paintings.

import { range } from "d3-array";
import { select } from "d3-selection";
import { word } from "../language.js";
import { orderOf } from "../layouts/orders.js";
import { columnsOf, HEAD, ROW } from "../layouts/table.js";
import { remembered } from "../remember.js";

const SPARE = 4; // rows above and below those in view

/** The table's columns: [order, heading]. */
const columns = (data) => [
  ["hue", word("palette")],
  ["title", word("title")],
  ["year", word("year")],
  ...(data.hasArtists ? [["artist", word("artist")]] : []),
  ["colour", word("first_colour")],
];

/** How wide columns are, in characters: as their words need, but for a few that are long. */
const widthsOf = remembered((data) => {
  const most = { year: 18, artist: 26, colour: 28 };
  const told = {
    year: range(data.count).map((i) => data.date(i)),
    artist: range(data.count).map((i) => data.artist(i) ?? ""),
    colour: data.names,
  };
  return Object.fromEntries(
    Object.entries(told).map(([name, words]) => {
      const lengths = words.map((word) => String(word).length).sort((a, b) => a - b);
      const usual = lengths[Math.floor(0.98 * (lengths.length - 1))] ?? 0;
      return [name, Math.min(most[name], Math.max(6, usual)) + 2];
    }),
  );
});

/**
 * Draw the rows of the `layout` that lie in the part of `table` that is `seen` (room.js);
 * `acts.sort(by)` asks for another order, `acts.open(i)` opens a painting.
 */
export function drawRows(table, { state, data, layout: { order }, found, seen, acts }) {
  const { k, reversed, image } = state;
  const width = table.parentElement.clientWidth;
  const places = columnsOf(width, data.hasPictures);
  const root = select(table)
    .attr("aria-rowcount", order.length + 1)
    .classed("narrow", places.narrow)
    .style("--words", `${places.words}px`);
  for (const [name, long] of Object.entries(widthsOf(data))) root.style(`--${name}`, `${long}ch`);
  const by = orderOf(state.view, state.by, found.ranked);
  drawHead(root.select("thead tr"), columns(data), by, reversed, acts.sort);
  const bottom = seen.top + seen.height;
  const first = Math.max(0, Math.floor((seen.top - HEAD) / ROW) - SPARE);
  const last = Math.min(order.length, Math.ceil((bottom - HEAD) / ROW) + SPARE);
  root.select(".before td").style("height", `${first * ROW}px`);
  root.select(".after td").style("height", `${(order.length - last) * ROW}px`);
  const rows = root
    .select(".rows")
    .selectAll("tr")
    .data(order.slice(first, last), (i) => i)
    .join((enter) => {
      const row = enter.append("tr");
      row.append("td").attr("class", "paint");
      const title = row.append("th").attr("scope", "row");
      title.append("button").attr("type", "button").attr("dir", "auto");
      // On a narrow screen the painter stands below the title.
      if (data.hasArtists) title.append("span").attr("class", "by").attr("dir", "auto");
      row.append("td").attr("class", "year");
      if (data.hasArtists) row.append("td").attr("class", "artist").attr("dir", "auto");
      row.append("td").attr("class", "first");
      return row;
    })
    .order()
    .attr("aria-rowindex", (_, n) => first + n + 2)
    .attr("data-image", (i) => data.id(i))
    .classed("open", (i) => i === image);
  rows
    .select("button")
    .text((i) => data.title[i])
    .attr("aria-pressed", (i) => i === image)
    .on("click", (_, i) => acts.open(i));
  rows.select(".year").text((i) => data.date(i));
  rows.select(".by").text((i) => data.artist(i) ?? "");
  rows.select(".artist").text((i) => data.artist(i) ?? "");
  rows.select(".first").text((i) => data.palette(i, k)[0].name);
  rows
    .select(".paint")
    .selectAll("span")
    .data((i) => [i])
    .join("span")
    .attr("class", "unseen")
    .text((i) => data.palette(i, k).map(({ name, hex }) => `${name} ${hex}`).join(", "));
}

function drawHead(row, named, by, reversed, sort) {
  const heads = row
    .selectAll("th")
    .data(named)
    .join((enter) => {
      const head = enter.append("th").attr("scope", "col");
      head.append("button").attr("type", "button");
      return head;
    })
    .attr("class", ([order]) => order)
    .attr("aria-sort", ([order]) => {
      if (order !== by) return null;
      return reversed ? "descending" : "ascending";
    });
  heads
    .select("button")
    .text(([, heading]) => heading)
    .on("click", (_, [order]) => sort(order));
}

/** Move the focus by a key among the rows' buttons; returns whether the key was one of these. */
export function moveInRows(event, order, scrollTo) {
  const row = event.target.closest("tr[data-image]");
  if (!row) return false;
  const at = Number(row.getAttribute("aria-rowindex")) - 2;
  const last = order.length - 1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
  if (to === undefined) return false;
  const next = Math.min(last, Math.max(0, to));
  const table = row.closest("table");
  scrollTo(HEAD + next * ROW, ROW, HEAD);
  table.querySelector(`tr[aria-rowindex="${next + 2}"] button`)?.focus({ preventScroll: true });
  return true;
}
