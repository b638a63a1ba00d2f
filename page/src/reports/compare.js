// The comparison of two groups of paintings, drawn.

import { max, quantileSorted } from "d3-array";
import { select } from "d3-selection";
import { HUES, channels, familyName, hexOf, hexOfOklab } from "../colour.js";
import { SCALES } from "../groups/portrait.js";
import { numberText, word } from "../language.js";
import { ACROSS, corners, middleOf } from "../layouts/hexagons.js";
import { drawBars } from "../parts/bars.js";
import { drawPicture, sizeOf } from "../parts/picture.js";
import { paintings } from "../text.js";
import { ALL, differenceText, isFamily, seriesHex, seriesName, seriesText } from "./series.js";

const THUMB = { width: 150, height: 96 }; // px
const FULL = 0.02; // of the canvas, the difference that fills a hexagon
const LEAST = 0.0002; // and the least that is drawn
const SIDES = ["a", "b"];

/** The summary in words: what differs more than chance, the largest first, or that nothing does. */
export function summary({ means, difference, told, few }, names) {
  if (few) return [word("few_to_compare")];
  const larger = ALL.filter((s) => told[s]).sort((s, t) => Math.abs(difference[t]) - Math.abs(difference[s]));
  if (!larger.length) return [word("nothing_differs")];
  const tell = (s) =>
    word("against", { name: seriesName(s), a: seriesText(s, means[0][s]), b: seriesText(s, means[1][s]) });
  const list = (some) => some.map(tell).join("; ");
  const [more, less] = [larger.filter((s) => difference[s] > 0), larger.filter((s) => difference[s] < 0)];
  return [
    ...(more.length ? [word("has_more", { group: names[0], list: list(more) })] : []),
    ...(less.length ? [word("has_less", { group: names[0], list: list(less) })] : []),
  ];
}

/** How far the groups are apart, beside what random groups are. */
export function distanceText({ distance, splits }) {
  const told = (value) => numberText(value, 3);
  const [middle, upper] = [0.5, 0.95].map((part) => quantileSorted(splits, part) ?? 0);
  const usual = { distance: told(distance), median: told(middle), most: told(upper) };
  return `${word("groups_apart", usual)} ${word(distance <= upper ? "apart_by_chance" : "apart_indeed")}`;
}

/**
 * Draw the comparison `found` and what one can look at, `seen` (groups/worker.js), of `groups` of paintings called `names` into `root`;
 * `acts.open(i)` opens a painting, `acts.seek(hex)` finds a colour, `copies` are the pictures beside the
 * page (copies.js).
 */
export function drawComparison(root, { found, seen, groups, names, state, data, acts, copies }) {
  const report = select(root).select(".compared");
  report
    .select(".summary")
    .selectAll("p")
    .data(summary(found, names))
    .join("p")
    .text((text) => text);
  drawPair(report.select(".pair"), { seen, groups, names, state, data, acts, copies });
  drawSeries(report.select(".series"), found, names);
  drawWheel(report.select(".wheel"), seen.wheel);
  drawDistributions(report.select(".distributions"), seen.distributions);
  report.select(".distance").text(distanceText(found));
}

function drawPair(root, { seen, groups, names, state, data, acts, copies }) {
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

const percentOf = (part) => `${(100 * part).toFixed(3)}%`;

function drawSeries(table, { means, intervals, difference, interval, told, few }, names) {
  const families = ALL.filter(isFamily);
  const top = max(families.flatMap((s) => intervals.map((of) => of[s][1])));
  const widest = max(families, (s) => Math.max(...interval[s].map(Math.abs), Math.abs(difference[s])));
  // Its interval leaves out 0, but of twelve rows one may do so by chance.
  const isUnsure = (s) => !told[s] && !few && (interval[s][0] > 0 || interval[s][1] < 0);
  const heads = table.select("thead").selectAll("th.group").data(names);
  heads.select(".of").text((name) => name);
  const rows = table
    .select("tbody")
    .selectAll("tr")
    .data(ALL)
    .join((enter) => {
      const row = enter.append("tr");
      const head = row.append("th").attr("scope", "row");
      head.append("i");
      head.append("span");
      const bars = row.append("td").attr("class", "bars").attr("aria-hidden", "true");
      for (const side of SIDES) bars.append("span").attr("class", side).append("b");
      for (const side of SIDES) row.append("td").attr("class", `mean ${side}`);
      const apart = row.append("td").attr("class", "apart").attr("aria-hidden", "true");
      apart.append("span").attr("class", "interval");
      apart.append("span").attr("class", "dot");
      row.append("td").attr("class", "told");
      return row;
    })
    .classed("family", isFamily)
    .classed("pale", (s) => !told[s])
    .classed("unsure", isUnsure)
    .style("--hue", seriesHex);
  rows.select("th span").text(seriesName);
  SIDES.forEach((side, g) => {
    rows.select(`.mean.${side}`).text((s) => seriesText(s, means[g][s]));
    const bar = rows.select(`.bars .${side}`);
    bar.style("width", (s) => (isFamily(s) ? percentOf(means[g][s] / top) : "0"));
    bar
      .select("b")
      .style("left", (s) => percentOf(intervals[g][s][0] / (means[g][s] || 1)))
      .style("width", (s) => percentOf((intervals[g][s][1] - intervals[g][s][0]) / (means[g][s] || 1)));
  });
  // The means have no scale in common with the shares: theirs is such that the interval fits.
  const scale = (s) => (isFamily(s) ? widest : Math.max(...interval[s].map(Math.abs), 1e-9) * 1.6);
  const at = (s, value) => percentOf(0.5 + 0.5 * (value / scale(s)));
  rows
    .select(".interval")
    .style("left", (s) => at(s, interval[s][0]))
    .style("width", (s) => percentOf((0.5 * (interval[s][1] - interval[s][0])) / scale(s)));
  rows.select(".dot").style("left", (s) => at(s, difference[s]));
  rows.select("td.told").text((s) => {
    const [low, high] = interval[s].map(differenceText);
    const ends = word("interval", { difference: differenceText(difference[s]), low, high });
    const why = few ? "too_few" : isUnsure(s) ? "unsure" : "within_chance";
    return told[s] ? ends : `${ends}, ${word(why)}`;
  });
}

function drawWheel(figure, cells) {
  const shown = cells.filter(({ difference }) => Math.abs(difference) >= LEAST);
  const side = ({ difference }) => Math.sqrt(Math.min(1, Math.abs(difference) / FULL)) / ACROSS;
  figure
    .select("svg")
    .selectAll("polygon")
    .data(shown)
    .join("polygon")
    .attr("class", ({ difference }) => (difference > 0 ? "a" : "b"))
    .attr("points", (cell) => {
      const [x, y] = middleOf(cell);
      return corners(side(cell)).map(([right, up]) => `${(x + right).toFixed(4)},${(-y - up).toFixed(4)}`).join(" ");
    })
    .style("--hue", ({ lab }) => hexOfOklab(lab));
  figure
    .select("svg")
    .selectAll("text")
    .data(HUES)
    .join("text")
    .each(({ from }, h, texts) => {
      const to = h + 1 < HUES.length ? HUES[h + 1].from : HUES[0].from + 360;
      const angle = ((from + to) * Math.PI) / 360;
      const [x, y] = [Math.cos(angle), -Math.sin(angle)];
      select(texts[h])
        .attr("x", 1.04 * x)
        .attr("y", 1.06 * y + 0.02)
        .attr("text-anchor", Math.abs(x) < 0.35 ? "middle" : x > 0 ? "start" : "end")
        .text(familyName(h));
    });
}

function drawDistributions(root, distributions) {
  const figures = root.selectAll("figure").data(Object.keys(SCALES));
  figures.each((name, n, all) => {
    const { steps } = SCALES[name];
    const both = distributions.map((of) => of[name]);
    const top = Math.max(...both.flatMap((of) => [...of])) || 1;
    select(all[n])
      .select("svg")
      .attr("viewBox", `0 0 ${steps} 1`)
      .selectAll("path")
      .data(both)
      .join("path")
      .attr("class", (_, g) => SIDES[g])
      .attr("d", (of) => `M0,1${[...of].map((value, s) => `V${(1 - value / top).toFixed(4)}H${s + 1}`).join("")}V1`);
  });
}
