// Draws the years and the line on which the paintings stand.

import { select } from "d3-selection";

/** Draw the labels and line of a layout (timeline.js) into the SVG element `svg`. */
export function drawAxis(svg, { ticks, line, down, height }) {
  const axis = select(svg)
    .attr("height", height)
    .attr("class", down ? "down" : "across");
  axis
    .selectAll("line")
    .data(line ? [line] : [])
    .join("line")
    .attr("x2", (length) => length)
    .attr("y1", height + 3.5)
    .attr("y2", height + 3.5);
  axis
    .selectAll("g")
    .data(ticks, ({ label }) => label)
    .join((enter) => {
      const tick = enter.append("g");
      tick.append("path").attr("d", "M0,3.5v6");
      tick.append("text").attr("dy", "1.9em");
      return tick;
    })
    .style("transform", ({ x, y }) => `translate(${x}px,${y}px)`)
    .select("text")
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ label }) => label);
}
