// A bare D3 page to compare with: the same palettes as rectangles on a canvas, and no more.

import { max } from "d3-array";
import { easeCubicInOut } from "d3-ease";
import { select } from "d3-selection";
import { timer } from "d3-timer";

const images = JSON.parse(document.getElementById("data").textContent).images;
const canvas = select("canvas").node();
const context = canvas.getContext("2d");
const { width, height } = canvas;
const columns = Math.ceil(Math.sqrt(images.length * 1.6));
const x = (column) => (column * width) / columns;
const y = (row) => (row * height) / Math.ceil(images.length / columns);
const byYear = images.map((_, i) => i).sort((a, b) => images[a].year - images[b].year);
const rank = new Map(byYear.map((i, place) => [i, place]));
const [wide, tall] = [x(1) - 1, y(1) - 1];

/** Draw all palettes, `t` of the way from one order to the other. */
function draw(t) {
  context.clearRect(0, 0, width, height);
  images.forEach(({ palettes }, i) => {
    const [a, b] = [i, rank.get(i)];
    const left = x(a % columns) * (1 - t) + x(b % columns) * t;
    let top = y(Math.floor(a / columns)) * (1 - t) + y(Math.floor(b / columns)) * t;
    for (const { hex, share } of palettes[5]) {
      context.fillStyle = hex;
      context.fillRect(left, top, wide, tall * share);
      top += tall * share;
    }
  });
}

draw(0);
select("body").attr("data-most", max(images, ({ year }) => year));
select("button").on("click", () => {
  select(canvas).attr("data-still", false);
  const running = timer((elapsed) => {
    draw(easeCubicInOut(Math.min(1, elapsed / 900)));
    if (elapsed < 900) return;
    running.stop();
    select(canvas).attr("data-still", true);
  });
});
