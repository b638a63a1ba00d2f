// The two groups of a comparison beside each other: their palettes, typical paintings and colours.

import { channels, hexOf, hexOfOklab } from "../colour.js";
import { numberText, word } from "../language.js";
import { drawBars } from "../parts/bars.js";
import { drawPicture, sizeOf } from "../parts/picture.js";
import { paintings } from "../text.js";
import { SIDES } from "./series.js";

const THUMB = { width: 150, height: 96 }; // px

/** Draw both groups into `root`, as `drawComparison` (compare.js) says. */
export function drawPair(root, { seen, groups, names, state, data, acts, copies }) {
  const sides = root
    .selectAll("section")
    .data(SIDES)
    .join((enter) => {
      const side = enter.append("section");
      side.append("h2").attr("dir", "auto");
      side.append("p").attr("class", "n");
      side.append("div").attr("class", "bar");
      side.append("h3").text(word("typical"));
      side.append("ol").attr("class", "typical");
      side.append("h3").text(word("distinctive"));
      side.append("ol").attr("class", "distinctive");
      return side;
    })
    .attr("class", (side) => side);
  sides.select("h2").text((_, g) => names[g]);
  sides.select(".n").text((_, g) => paintings(groups[g].length));
  drawBars(sides.select(".bar"), (side) =>
    seen.palettes[SIDES.indexOf(side)].map(({ lab, share }) => ({ hex: hexOfOklab(lab), share })),
  );
  const typical = (side) => {
    const g = SIDES.indexOf(side);
    const passing = seen.passing[g].map((i) => ({ i, told: word("would_pass", { group: names[1 - g] }) }));
    return [...seen.typical[g].map((i) => ({ i, told: data.title[i] })), ...passing];
  };
  const items = sides
    .select(".typical")
    .selectAll("li")
    .data(typical)
    .join((enter) => {
      const item = enter.append("li");
      const button = item.append("button").attr("type", "button");
      button.append("canvas").attr("aria-hidden", "true");
      button.append("span").attr("class", "bar");
      button.append("span").attr("class", "told").attr("dir", "auto");
      return item;
    });
  items.select("button").attr("data-image", ({ i }) => data.id(i)).on("click", (_, { i }) => acts.open(i));
  items.select(".told").text(({ told }) => told);
  items.select("canvas").property("hidden", !data.hasPictures);
  if (data.hasPictures) {
    items.select("canvas").each(({ i }, n, canvases) => {
      const copy = copies.of(i);
      drawPicture(canvases[n], state.sheet, copy ? sizeOf(copy) : data.place(i), THUMB.width, THUMB.height, { copy });
    });
  }
  drawBars(items.select(".bar"), ({ i }) => data.palette(i, state.k));
  drawDistinctive(sides.select(".distinctive"), seen.distinctive, data, acts);
}

function drawDistinctive(lists, distinctive, data, acts) {
  const { rgb, name } = data.palettes(data.finest);
  const items = lists
    .selectAll("li")
    .data((side) => distinctive[SIDES.indexOf(side)])
    .join((enter) => {
      const item = enter.append("li");
      const button = item.append("button").attr("type", "button");
      button.append("i");
      button.append("span").attr("class", "name");
      button.append("span").attr("class", "share");
      return item;
    });
  const hex = ({ place }) => hexOf(...channels(rgb[place]));
  items.select("button").attr("title", word("find_this_colour")).on("click", (_, colour) => acts.seek(hex(colour)));
  items.select("i").style("background", hex);
  items.select(".name").text(({ place }) => data.names[name[place]]);
  items.select(".share").text(({ shares: [a, b] }) => `${numberText(100 * a, 1)} : ${numberText(100 * b, 1)}\u00a0%`);
}
