// Trends, drawn: the course of each series over the years as small multiples.

import { least, max, min } from "d3-array";
import { select } from "d3-selection";
import { FEW } from "../groups/intervals.js";
import { numberText, word } from "../language.js";
import { yearText } from "../text.js";
import { ALL, COUNT, SIDES, isFamily, seriesHex, seriesName, seriesText } from "./series.js";
import { changesText, changesTold, readText } from "./words.js";

const ENOUGH = 3; // spans with enough paintings, without which all are drawn
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1]; // the tops of scales

/** Draw the `courses` (groups/trends.js) of one group or two, with their `names`, into `root`. */
export function drawTrends(root, { courses, names, every }) {
  const report = select(root).select(".trends");
  const told = changesTold(courses, names);
  const fewest = Math.min(...courses.map(({ n }) => n));
  report
    .select(".summary")
    .selectAll("p")
    .data(told.length ? told : [word(fewest < 2 * FEW ? "few_to_trend" : "nothing_changes")])
    .join("p")
    .text((text) => text);
  const years = yearsShown(courses, every);
  const panels = report
    .select(".panels")
    .selectAll("figure")
    .data([...ALL, COUNT])
    .join((enter) => {
      const panel = enter.append("figure");
      const caption = panel.append("figcaption");
      caption.append("i");
      caption.append("span").attr("class", "name");
      caption.append("span").attr("class", "read");
      panel.append("span").attr("class", "top");
      panel.append("svg").attr("viewBox", "0 0 100 100").attr("preserveAspectRatio", "none").attr("aria-hidden", "true");
      panel.append("p").attr("class", "axis").attr("aria-hidden", "true");
      panel.append("p").attr("class", "unseen");
      return panel;
    })
    .classed("family", isFamily)
    .classed("told", (s) => courses.some(({ changes }) => changes[s]))
    .style("--hue", (s) => (s === COUNT ? null : seriesHex(s)))
    .attr("data-series", (s) => s);
  panels.select(".name").text((s) => (s === COUNT ? word("paintings") : seriesName(s)));
  panels.select(".read").text((s) => changesText(courses, s));
  panels
    .select(".axis")
    .selectAll("span")
    .data([years[0], years[1] - 1])
    .join("span")
    .text(yearText);
  panels.select(".unseen").text((s) => courses.map(({ bins }) => bins.map((bin) => readText(bin, s, every)).join("; ")).join(". "));
  panels.each((s, n, all) => drawPanel(select(all[n]), s, courses, years, every));
}

const isSure = ({ intervals }) => intervals !== null;

/**
 * The years that are drawn, from the first to before the last: those of spans with enough paintings, or
 * of all, if there are none. The few before and after would take the room of the many.
 * @returns {[number, number]}
 */
function yearsShown(courses, every) {
  const bins = courses.flatMap((course) => course.bins);
  const sure = bins.filter(isSure);
  const some = sure.length >= ENOUGH ? sure : bins;
  return [min(some, ({ year }) => year) ?? 0, (max(some, ({ year }) => year) ?? 0) + every];
}

/** The least and the most of a series' scale: from 0 for what is a share or a number. */
function scaleOf(s, bins) {
  if (s === COUNT) return [0, max(bins, ({ n }) => n) || 1];
  const sure = bins.filter(isSure);
  const values = sure.length ? sure.flatMap(({ intervals }) => intervals[s]) : bins.map(({ means }) => means[s]);
  const most = max(values) ?? 1;
  if (isFamily(s)) return [0, STEPS.find((step) => step >= most) ?? 1];
  const least = min(values) ?? 0;
  const room = 0.1 * (most - least || 1);
  return [least - room, most + room];
}

function drawPanel(panel, s, courses, [first, last], every) {
  // A is drawn last, over B.
  const shown = courses
    .map(({ bins, changes }, g) => {
      const within = bins.filter(({ year }) => year >= first && year < last);
      return { bins: within, change: changes[s] ?? null, side: SIDES[g] };
    })
    .reverse();
  const all = shown.flatMap(({ bins }) => bins);
  const [low, high] = scaleOf(s, all);
  panel.select(".top").text(s === COUNT ? numberText(high) : seriesText(s, high));
  const x = (year) => (100 * (year - first)) / (last - first);
  const middle = ({ year }) => x(year + every / 2).toFixed(2);
  const y = (value) => Math.max(-2, 100 * (1 - (value - low) / (high - low))).toFixed(2);
  const svg = panel.select("svg");
  const join = (name, path) =>
    svg
      .selectAll(`path.${name}`)
      .data(shown)
      .join("path")
      .attr("class", ({ side }) => `${name} ${side}`)
      .attr("d", path);
  const mean = (bin) => `${middle(bin)},${y(bin.means[s])}`;
  const dots = (some) => some.map((bin) => `M${mean(bin)}h0`).join("");
  const lines = (run, end) => `${middle(run)},${y(run.intervals[s][end])}`;
  if (s === COUNT) {
    join("bars", ({ bins }) =>
      bins.map(({ year, n }) => `M${x(year).toFixed(2)},100V${y(n)}H${x(year + every).toFixed(2)}V100`).join(""),
    );
  } else {
    join("band", ({ bins }) =>
      runs(bins, every)
        .map((run) => [...run.map((bin) => lines(bin, 1)), ...run.map((bin) => lines(bin, 0)).reverse()])
        .map((points) => `M${points.join("L")}Z`)
        .join(""),
    );
    join("line", ({ bins }) => runs(bins, every).map((run) => `M${run.map(mean).join("L")}`).join(""));
    join("few", ({ bins }) => dots(bins.filter((bin) => !isSure(bin))));
    join("dots", ({ bins }) => (every > 1 ? dots(bins.filter(isSure)) : ""));
    join("since", ({ change }) => (change ? `M${x(change.year).toFixed(2)},0V100` : ""));
  }
  svg
    .on("pointermove", (event) => {
      const { left, width } = event.currentTarget.getBoundingClientRect();
      const year = first + ((event.clientX - left) / width) * (last - first) - every / 2;
      const read = courses.flatMap(({ bins }) => {
        const nearest = least(bins, (bin) => Math.abs(bin.year - year));
        return nearest ? [readText(nearest, s, every)] : [];
      });
      panel.select(".read").text(read.join(" / "));
    })
    .on("pointerleave", () => panel.select(".read").text(changesText(courses, s)));
}

/**
 * Spans with enough paintings that follow one another.
 * @returns {any[][]}
 */
function runs(bins, every) {
  const found = [];
  let before = null;
  for (const bin of bins.filter(isSure)) {
    if (before && bin.year - before.year === every) found[found.length - 1].push(bin);
    else found.push([bin]);
    before = bin;
  }
  return found;
}
