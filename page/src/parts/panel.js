// The panel about one painting: picture, title, year, artist, its palette at every k, its likes.

import { select } from "d3-selection";
import { element } from "../dom.js";
import { readableOn } from "../colour.js";
import { word } from "../language.js";
import { factsText, hostText, percent } from "../text.js";
import { drawBars } from "./bars.js";
import { drawPicture, sizeOf } from "./picture.js";

const HIGHEST = 0.38; // of the window, the picture
// Where the page is a file, the browser does not let it read other files' pixels.
const canReadCopies = window.location.protocol !== "file:";

/**
 * Fill `panel` with the painting that is open in the state; without one it hides. `acts` holds what
 * its buttons do: `copy(hex, button)`, `copyAll(i, button)`, `choose(k)`, `seek(hex)`, `open(i)`, `pin(i)` and `like(i)`;
 * `copies` are the pictures beside the page (copies.js).
 */
export function drawPanel(panel, { image: i, k, sheet, pins, picking }, { data, acts, copies }) {
  document.body.classList.toggle("open", i !== null);
  panel.hidden = i === null;
  if (i === null) return;
  const root = select(panel);
  const colours = data.palette(i, k);
  drawPainting(root, panel, { data, sheet, i, colours, picking, copies });
  root.select("h2").text(data.title[i]);
  root.select(".facts").text(factsText([data.date(i), data.artist(i)]));
  drawNotes(root.select(".few"), colours.length < k, word("fewer_colours", { k }));
  drawNotes(root.select(".fallback"), data.fellBack(i), word("fell_back"));
  drawNotes(root.select(".remark"), Boolean(data.remark(i)), data.remark(i));
  drawColours(root.select(".colours"), colours, acts);
  drawOthers(root.select(".ks"), data, i, k, acts.choose);
  drawSource(root.select(".source"), data.link(i), data.licence(i));
  drawNeighbours(root.select(".alike"), data, i, k, acts);
  root.select("#study-link").property("hidden", !data.study(i)).attr("href", data.study(i));
  root.select("#copy-all").on("click", (event) => acts.copyAll(i, event.currentTarget));
  const pinned = pins.includes(i);
  root
    .select("#pin")
    .attr("aria-pressed", pinned)
    .text(word(pinned ? "pinned" : "pin"))
    .on("click", () => acts.pin(i));
}

function drawPainting(root, panel, { data, sheet, i, colours, picking, copies }) {
  const copy = picking && !canReadCopies ? null : copies.of(i);
  const figure = root.select("figure").property("hidden", !data.hasPictures && !copy);
  if (!data.hasPictures && !copy) return;
  const canvas = figure.select(".picture").classed("picking", picking).node();
  root.select("#pick").attr("aria-pressed", picking);
  const room = figure.node().clientWidth;
  const paper = getComputedStyle(panel).backgroundColor;
  const height = HIGHEST * window.innerHeight;
  // While a colour is taken, nothing lies on the picture.
  const circles = picking ? [] : colours;
  const place = copy ? sizeOf(copy) : data.place(i);
  drawPicture(canvas, sheet, place, room, height, { colours: circles, paper, copy });
  canvas.setAttribute("aria-label", data.title[i]);
}

function drawNotes(line, shown, text) {
  line.property("hidden", !shown).text(shown ? text : "");
}

function drawColours(list, colours, { copy, seek }) {
  const rows = list
    .selectAll("li")
    .data(colours)
    .join((enter) => {
      const row = enter.append("li");
      const button = row.append("button").attr("type", "button").attr("class", "copy");
      const words = button.append("span").attr("class", "words");
      words.append("span").attr("class", "name");
      words.append("span").attr("class", "unseen").text(", ");
      words.append("span").attr("class", "hex");
      button.append("span").attr("class", "unseen").text(", ");
      button.append("span").attr("class", "share");
      button.append("span").attr("class", "unseen").text(`. ${word("copy")}`);
      row
        .append("button")
        .attr("type", "button")
        .attr("class", "seek")
        .html(element("seek-icon").innerHTML);
      return row;
    });
  rows
    .style("flex-grow", ({ share }) => share)
    .style("background", ({ hex }) => hex)
    .style("color", ({ rgb }) => readableOn(rgb));
  rows.select(".copy").on("click", (event, { hex }) => copy(hex, event.currentTarget));
  rows
    .select(".seek")
    .attr("aria-label", ({ name, hex }) => word("find_paintings_with", { name, hex }))
    .attr("title", word("find_this_colour"))
    .on("click", (_, { hex }) => seek(hex));
  rows.select(".hex").text(({ hex }) => hex);
  rows.select(".name").text(({ name }) => name);
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
    .attr("aria-label", (other) => word("in_colours", { n: other }))
    .on("click", (_, other) => choose(other));
  buttons.select(".number").text((other) => other);
  drawBars(buttons.select(".bar"), (other) => data.palette(i, other));
}

function drawNeighbours(section, data, i, k, { open, like }) {
  const near = data.neighbours(i);
  section.property("hidden", !near.length);
  section.select("#like").on("click", () => like(i));
  const buttons = section
    .select("ol")
    .selectAll("li")
    .data(near)
    .join((enter) => {
      const item = enter.append("li");
      const button = item.append("button").attr("type", "button");
      button.append("span").attr("class", "bar");
      button.append("span").attr("class", "title").attr("dir", "auto");
      return item;
    })
    .select("button")
    .attr("data-image", ({ image }) => data.id(image))
    .attr("data-distance", ({ distance }) => distance)
    .on("click", (_, { image }) => open(image));
  buttons.select(".title").text(({ image }) => data.title[image]);
  drawBars(buttons.select(".bar"), ({ image }) => data.palette(image, k));
}

function drawSource(line, link, licence) {
  const host = hostText(link);
  line.property("hidden", !host && !licence);
  line
    .select("a")
    .property("hidden", !host)
    .attr("href", host && link)
    .attr("target", host && "_blank")
    .attr("rel", host && "noopener noreferrer")
    .text(host ?? "");
  line.select("span").text(licence ?? "");
}
