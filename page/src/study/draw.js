// Draws the cloud in its cube on a canvas.

import { CORNERS, EDGES, REACH, projection } from "./projection.js";

const MARGIN = 0.06; // of the canvas, around the cube

/**
 * Draw points at `places` in `colours` (both three numbers a point, 0 to 255), and `centres` with
 * the areas of their marks as `shares`; `shown`, 0 to 1, is how far the marks have come in.
 */
export function drawCloud(canvas, { places, colours, centres, shares, shown, angles, line }) {
  const size = canvas.width;
  const context = canvas.getContext("2d");
  const scale = ((0.5 - MARGIN) * size) / REACH;
  const project = projection(angles.azimuth, angles.elevation);
  const place = (r, g, b) => {
    const [x, y, depth] = project(r, g, b);
    return { x: size / 2 + scale * x, y: size / 2 - scale * y, depth };
  };
  context.clearRect(0, 0, size, size);
  drawCube(context, CORNERS.map(([r, g, b]) => place(r, g, b)), size, line);
  drawPoints(context, places, colours, place, size);
  if (shown > 0) drawCentres(context, { centres, shares, shown, place, size });
}

function drawCube(context, corners, size, line) {
  context.strokeStyle = line;
  context.lineWidth = size / 560;
  context.beginPath();
  for (const [from, to] of EDGES) {
    context.moveTo(corners[from].x, corners[from].y);
    context.lineTo(corners[to].x, corners[to].y);
  }
  context.stroke();
  corners.forEach(({ x, y }, i) => disc(context, x, y, size / 110, `rgb(${CORNERS[i]})`, true));
}

function drawPoints(context, places, colours, place, size) {
  const count = places.length / 3;
  const seen = Array.from({ length: count }, (_, i) => ({
    i,
    ...place(places[3 * i], places[3 * i + 1], places[3 * i + 2]),
  }));
  seen.sort((a, b) => b.depth - a.depth);
  for (const { i, x, y, depth } of seen) {
    // What is near is a little larger.
    const side = (size / 190) * (1 - 0.35 * depth);
    const [r, g, b] = colours.subarray(3 * i, 3 * i + 3);
    context.fillStyle = `rgb(${r | 0},${g | 0},${b | 0})`;
    context.fillRect(x - side / 2, y - side / 2, side, side);
  }
}

function drawCentres(context, { centres, shares, shown, place, size }) {
  const marks = centres.map(([r, g, b], i) => ({
    ...place(r, g, b),
    colour: `rgb(${r},${g},${b})`,
    radius: shown * size * (0.012 + 0.05 * Math.sqrt(shares[i])),
  }));
  marks.sort((a, b) => b.depth - a.depth);
  context.lineJoin = "round";
  for (const { x, y, colour, radius } of marks) {
    // White within black is seen on any colour and any ground.
    disc(context, x, y, radius + size / 140, "#000");
    disc(context, x, y, radius + size / 210, "#fff");
    disc(context, x, y, radius, colour);
  }
}

function disc(context, x, y, radius, colour, outlined = false) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  if (outlined) context.stroke();
}
