// Draws what stands beside the marks: years and their line, the wheel's rings, the stream's bins.

import { select } from "d3-selection";

/** Draw the guides of `scene` into the SVG element `svg` at a zoom {k, x, y}. */
export function drawGuides(svg, scene, zoom) {
  const { height } = scene;
  const root = select(svg)
    .attr("height", height)
    .attr("class", scene.down ? "down" : "across");
  const ticks = scene.ticks ?? binTicks(scene.bins ?? [], height);
  drawLine(root, scene.line ?? 0, height);
  drawTicks(root, ticks, zoom, scene.down);
  drawWheel(root, scene.wheel, zoom);
}

const LABELLED = 50; // px, the width of a bin below which "undated" ends where the bin does

const binTicks = (bins, height) =>
  bins
    .filter(({ named }) => named)
    .map(({ label, x, width }) =>
      label === "undated" && width < LABELLED
        ? { label, x: x + width, y: height, anchor: "end" }
        : { label, x: x + width / 2, y: height, anchor: "middle" },
    );

function drawLine(root, length, height) {
  root
    .selectAll("line")
    .data(length ? [length] : [])
    .join("line")
    .attr("x2", length)
    .attr("y1", height + 3.5)
    .attr("y2", height + 3.5);
}

function drawTicks(root, ticks, zoom, down) {
  const place = ({ x, y }) =>
    down
      ? `translate(${x}px,${y * zoom.k + zoom.y}px)`
      : `translate(${x * zoom.k + zoom.x}px,${y}px)`;
  root
    .selectAll("g.tick")
    .data(ticks, ({ label }) => label)
    .join((enter) => {
      const tick = enter.append("g").attr("class", "tick");
      tick.append("path").attr("d", "M0,3.5v6");
      tick.append("text").attr("dy", "1.9em");
      return tick;
    })
    .style("transform", place)
    .select("text")
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ label }) => label);
}

function drawWheel(root, wheel, { k, x, y }) {
  const rings = wheel ? [...wheel.rings, { chroma: null, r: wheel.radius }] : [];
  root
    .selectAll("circle")
    .data(rings)
    .join("circle")
    .attr("class", ({ chroma }) => (chroma === null ? "rim" : "ring"))
    .attr("cx", () => wheel.cx * k + x)
    .attr("cy", () => wheel.cy * k + y)
    .attr("r", ({ r }) => r * k);
  const words = wheel
    ? [
        ...wheel.named.map((word) => ({ ...word, kind: "hue" })),
        ...wheel.rings.map((ring) => ({ ...ring, anchor: "middle", kind: "chroma" })),
      ]
    : [];
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
