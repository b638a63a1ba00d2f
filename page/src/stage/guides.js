// Draws what stands beside the marks: years and their line, the wheel's rings, the stream's bins.

import { select } from "d3-selection";

const BEFORE = 24; // px between the axis and the foot of its labels
const BROKEN = "M-7,4l5,-5m-1,10l5,-10m-1,5l5,-5"; // what stands where an axis is broken

/**
 * Draw the guides of `scene` into the SVG element `svg` at a zoom {k, x, y}, with the outline of a
 * region of the wheel, points on a wheel of radius 1, if there is one.
 */
export function drawGuides(svg, scene, zoom, outline = null) {
  const root = select(svg).attr("height", scene.height).attr("class", scene.beside ? "down" : "across");
  drawAxis(root, scene.axis, scene.width, zoom);
  drawLabels(root, [...axisLabels(scene, zoom), ...besideLabels(scene, zoom)]);
  drawRings(root, scene.wheel, zoom);
  drawWords(root, scene.words ?? [], zoom);
  drawOutline(root, scene.wheel, outline, zoom);
}

/** How far down the axis is, px: where it belongs, or at the foot of what is seen. */
export const axisAt = ({ base, limit }, { k, y }) => Math.min(limit, base * k + y);

/** The axis's lines, and where it is broken. */
function drawAxis(root, axis, width, { k, x, y }) {
  const within = (at) => Math.min(width, Math.max(0, at * k + x));
  const below = axis ? axisAt(axis, { k, y }) : 0;
  const seen = axis && below > 0;
  root
    .selectAll("line")
    .data(seen ? axis.lines : [])
    .join("line")
    .attr("x1", ([from]) => within(from))
    .attr("x2", ([, to]) => within(to))
    .attr("y1", below + 3.5)
    .attr("y2", below + 3.5);
  root
    .selectAll("path.break")
    .data(seen ? axis.breaks.filter((at) => at * k + x > 0 && at * k + x < width) : [])
    .join("path")
    .attr("class", "break")
    .attr("d", BROKEN)
    .style("transform", (at) => `translate(${at * k + x}px,${below + 3.5}px)`);
}

/** What stands below the axis, each with a tick, and the heading of what has no place on it. */
function axisLabels({ axis, width }, { k, x, y }) {
  if (!axis) return [];
  const below = axisAt(axis, { k, y });
  const labels = axis
    .labels(k)
    .map((word) => ({ ...word, x: word.x * k + x, y: below, ticked: true }))
    .filter((word) => below > 0 && word.x > -1 && word.x < width + 1);
  const { heading } = axis;
  const down = heading ? heading.y * k + y : 0;
  if (down > 0 && below < axis.limit) {
    labels.push({ label: heading.label, anchor: "start", x: 0, y: down - BEFORE, ticked: false });
  }
  return labels;
}

/** What stands left of rows. */
const besideLabels = ({ beside = [] }, { k, y }) =>
  beside.map(({ label, y: at }) => ({ label, anchor: "start", x: 0, y: at * k + y, ticked: true }));

function drawLabels(root, labels) {
  const ticks = root
    .selectAll("g.tick")
    .data(labels, ({ label }) => label)
    .join((enter) => {
      const tick = enter.append("g").attr("class", "tick");
      tick.append("path").attr("d", "M0,3.5v6");
      tick.append("text").attr("class", "of").attr("dy", "1.9em");
      return tick;
    })
    .style("transform", ({ x, y }) => `translate(${x}px,${y}px)`);
  ticks.select("path").style("display", ({ ticked }) => (ticked ? null : "none"));
  ticks
    .select(".of")
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ label }) => label);
  ticks
    .selectAll(".below")
    .data(({ below, anchor }) => (below ? [{ below, anchor }] : []))
    .join("text")
    .attr("class", "below")
    .attr("dy", "3.5em")
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ below }) => below);
}

function drawRings(root, wheel, { k, x, y }) {
  const rings = wheel ? [...wheel.rings, { chroma: null, r: wheel.radius }] : [];
  root
    .selectAll("circle")
    .data(rings)
    .join("circle")
    .attr("class", ({ chroma }) => (chroma === null ? "rim" : "ring"))
    .attr("cx", () => wheel.cx * k + x)
    .attr("cy", () => wheel.cy * k + y)
    .attr("r", ({ r }) => r * k);
}

function drawOutline(root, wheel, outline, { k, x, y }) {
  const place = ([right, up]) =>
    `${(wheel.cx + right * wheel.radius) * k + x},${(wheel.cy - up * wheel.radius) * k + y}`;
  root
    .selectAll("polygon")
    .data(wheel && outline ? [outline] : [])
    .join("polygon")
    .attr("points", (points) => points.map(place).join(" "));
}

/** The words amid the marks: of hues, rings and families. */
function drawWords(root, words, { k, x, y }) {
  root
    .selectAll("text.word")
    .data(words)
    .join("text")
    .attr("class", ({ kind }) => `word ${kind}`)
    .attr("text-anchor", ({ anchor }) => anchor)
    .attr("x", (word) => word.x * k + x)
    .attr("y", (word) => word.y * k + y)
    .text(({ label }) => label);
}
