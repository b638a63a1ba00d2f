// The figures of a comparison: shares and differences, the wheel, and distributions.

import { max } from "d3-array";
import { select } from "d3-selection";
import { HUES, familyName, hexOfOklab } from "../colour.js";
import { SCALES } from "../groups/portrait.js";
import { word } from "../language.js";
import { ACROSS, corners, middleOf } from "../layouts/hexagons.js";
import { ALL, SIDES, differenceText, isFamily, seriesHex, seriesName, seriesText } from "./series.js";

const FULL = 0.02; // of the canvas, the difference that fills a hexagon
const LEAST = 0.0002; // and the least that is drawn

const percentOf = (part) => `${(100 * part).toFixed(3)}%`;

/** Draw each series of both groups as a row of `table`: means, the difference, and how sure it is. */
export function drawSeries(table, { means, intervals, difference, interval, told, few }, names) {
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

/** Draw where on the wheel the groups differ: full hexagons where A has more, open ones where B has. */
export function drawWheel(figure, cells) {
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

/** Draw the distributions of both groups over each other: A as an area, B as a line. */
export function drawDistributions(root, distributions) {
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
