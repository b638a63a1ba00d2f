// The panel about one painting: picture, title, year, artist, and its palette at every k.

import { select } from "d3-selection";
import { drawPicture } from "./picture.js";
import { percent, yearText } from "./text.js";

/** Black or white, whichever reads better on the colour (WCAG relative luminance). */
export function readableOn([r, g, b]) {
  const linear = (value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return luminance > 0.179 ? "#000" : "#fff"; // where the contrast with both is the same
}

/** Fill `panel` with painting `i` at `k`; `copy(hex)` and `choose(k)` are called on clicks. */
export function drawPanel(panel, { data, sheet, i, k, copy, choose }) {
  const root = select(panel);
  const colours = data.palette(i, k);
  const canvas = root
    .select(".picture")
    .attr("hidden", data.hasPictures ? null : "")
    .node();
  if (data.hasPictures) {
    const room = canvas.parentElement.clientWidth;
    const paper = getComputedStyle(panel).backgroundColor;
    const height = Math.min(0.36 * window.innerHeight, room);
    drawPicture(canvas, sheet, data.place(i), room, height, { colours, paper });
    canvas.setAttribute("aria-label", `${data.title[i]}, a small picture`);
  }
  root.select("h2").text(data.title[i]);
  root
    .select(".facts")
    .text([yearText(data.year[i]), data.artist(i)].filter(Boolean).join(" \u00b7 "));
  root
    .select(".few")
    .attr("hidden", colours.length < k ? null : "")
    .text(`Fewer than ${k}: the painting has no more distinct colours.`);
  drawColours(root.select(".colours"), colours, copy);
  drawOthers(root.select(".ks"), data, i, k, choose);
  drawSource(root.select(".source"), data.link(i), data.licence(i));
}

function drawColours(list, colours, copy) {
  const rows = list
    .selectAll("li")
    .data(colours)
    .join((enter) => {
      const row = enter.append("li");
      const button = row.append("button").attr("type", "button");
      button.append("span").attr("class", "hex");
      button.append("span").attr("class", "share");
      return row;
    });
  rows.style("flex-grow", ({ share }) => share);
  rows
    .select("button")
    .style("background", ({ hex }) => hex)
    .style("color", ({ rgb }) => readableOn(rgb))
    .attr("aria-label", ({ hex, share }) => `${hex}, ${percent(share)}. Copy`)
    .on("click", (event, { hex }) => copy(hex, event.currentTarget));
  rows.select(".hex").text(({ hex }) => hex);
  rows.select(".share").text(({ share }) => percent(share));
}

function drawOthers(list, data, i, k, choose) {
  const buttons = list
    .selectAll("button")
    .data(data.ks)
    .join((enter) => {
      const button = enter.append("button").attr("type", "button");
      button.append("span").attr("class", "number");
      button.append("span").attr("class", "bar");
      return button;
    })
    .attr("aria-pressed", (other) => other === k)
    .attr("aria-label", (other) => `In ${other} colours`)
    .on("click", (_, other) => choose(other));
  buttons.select(".number").text((other) => other);
  buttons
    .select(".bar")
    .selectAll("i")
    .data((other) => data.palette(i, other))
    .join("i")
    .style("flex-grow", ({ share }) => share)
    .style("background", ({ hex }) => hex);
}

function drawSource(line, link, licence) {
  const url = link && URL.canParse(link) ? new URL(link) : null;
  line.attr("hidden", url || licence ? null : "");
  line
    .select("a")
    .attr("hidden", url ? null : "")
    .attr("href", url)
    .text(url ? url.hostname.replace(/^www\./, "") : "");
  line.select("span").text(licence ?? "");
}
