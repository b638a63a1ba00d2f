// The strip of years: how many paintings each has, and a brush and two fields that select some.

import { brushX } from "d3-brush";
import { max, range } from "d3-array";
import { select } from "d3-selection";
import { yearOf, yearText } from "../text.js";

const HEIGHT = 30; // px
const FINEST = 3; // px, the least width of a bin

/** Make the strip for `data`; `choose([from, to] or null)` is called while one brushes. */
export function createYears(root, data, choose) {
  root.hidden = !data.years || data.years[0] === data.years[1];
  if (root.hidden) return { draw() {} };
  const [first, last] = data.years;
  const span = last - first + 1;
  const svg = select(root).select("svg");
  const fields = [...root.querySelectorAll("input")];
  const clear = root.querySelector("button");
  let shown = null;
  let quiet = false;
  let brushing = false;
  let width = 0;
  const x = (year) => ((year - first) / span) * width;
  const brush = brushX().on("start brush end", ({ selection, type, sourceEvent }) => {
    if (quiet || !sourceEvent) return;
    brushing = type !== "end";
    if (type === "start") return;
    const years = selection?.map((at) => first + (at / width) * span);
    const chosen = years ? [Math.round(years[0]), Math.round(years[1]) - 1] : null;
    const some = chosen && [chosen[0], Math.max(...chosen)];
    shown = null;
    choose(some);
  });
  const over = svg.append("g").attr("class", "brush").attr("aria-hidden", "true");

  fields.forEach((field, side) => {
    if (first < 0) field.type = "text"; // "500 BC" is no number
    field.min = first;
    field.max = last;
    field.addEventListener("change", () => {
      const values = fields.map((other, s) => {
        const value = yearOf(other.value);
        return Number.isNaN(value) ? data.years[s] : Math.min(last, Math.max(first, value));
      });
      if (values[0] > values[1]) values[1 - side] = values[side];
      choose(values[0] === first && values[1] === last ? null : values);
    });
  });
  clear.addEventListener("click", () => choose(null));

  /** The outline of how many of `paintings` each year has. */
  function outline(paintings, most) {
    const counts = count(paintings);
    const step = width / counts.length;
    return counts
      .map((number, n) => {
        if (!number) return "";
        const tall = Math.max(1.5, (number / most) * (HEIGHT - 2));
        const wide = Math.max(1, step - (step > 4 ? 1 : 0));
        return `M${(n * step).toFixed(2)},${HEIGHT}v${-tall.toFixed(2)}h${wide.toFixed(2)}V${HEIGHT}z`;
      })
      .join("");
  }

  function count(paintings) {
    const each = Math.ceil((span * FINEST) / Math.max(1, width));
    const counts = new Array(Math.ceil(span / each)).fill(0);
    for (const i of paintings) {
      if (data.year[i] !== null) counts[Math.floor((data.year[i] - first) / each)] += 1;
    }
    return counts;
  }

  return {
    /** Draw the strip for the `years` selected and the paintings `found`. */
    draw(years, found) {
      const room = svg.node().clientWidth;
      if (!room) return;
      if (room !== width) {
        width = room;
        brush.extent([
          [0, 0],
          [width, HEIGHT],
        ]);
        over.call(brush);
        shown = null;
      }
      const all = range(data.count);
      const most = Math.max(1, max(count(all)));
      svg.select(".all").attr("d", outline(all, most));
      svg.select(".found").attr("d", outline(found, most));
      fields.forEach((field, side) => {
        if (document.activeElement !== field) field.value = yearText(years?.[side] ?? data.years[side]);
      });
      clear.style.visibility = years ? null : "hidden";
      const told = years?.join() ?? "";
      if (told === shown || brushing) return;
      shown = told;
      quiet = true;
      over.call(brush.move, years ? [Math.max(0, x(years[0])), Math.min(width, x(years[1] + 1))] : null);
      quiet = false;
    },
  };
}
