// The view as an SVG figure: its marks as shapes, with axes, labels and a heading.

import { SEAM } from "../layouts/shapes.js";
import { columnsOf, ROW } from "../layouts/table.js";
import { faintOn, isOutlined } from "../stage/outlines.js";
import { CAPTION, CAPTION_BELOW } from "../stage/overlay.js";
import { faded, paintAt } from "../stage/paint.js";

export const MARGIN = 28; // px around the figure
export const HEAD = 76; // px above the view
const [TITLE, TOLD] = [26, 14]; // px, the size of the heading and of the line below it

const number = (value) => Number(value.toFixed(2));
const rgb = (colour) => `rgb(${colour})`;

/** Text as XML may hold it. */
function escaped(text) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // eslint-disable-next-line no-control-regex -- these are what XML forbids
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (c) => entities[c]);
}

/**
 * An SVG element with attributes, and text inside.
 * @param {string} name
 * @param {Record<string, string | number | null>} attributes
 * @param {string | null} text
 */
export function tag(name, attributes, text = null) {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join("");
  return text === null ? `<${name}${told}/>` : `<${name}${told}>${escaped(text)}</${name}>`;
}

/** A place in `places` at a zoom {k, x, y}, as attributes; null if it has no size or is not in view. */
function placed(places, at, { k, x, y }, { width, height }) {
  const [w, h] = [places[at + 2] * k, places[at + 3] * k];
  const [left, top] = [places[at] * k + x, places[at + 1] * k + y];
  if (w <= 0 || h <= 0 || left + w < 0 || top + h < 0 || left > width || top > height) return null;
  return { x: number(left), y: number(top), width: number(w), height: number(h) };
}

/** The colours of `scene` in `room` ({width, height}) at a zoom, as rectangles or discs. */
export function bandsOf(scene, zoom, room, look) {
  const { bands, paint, round, stack, strengths = null } = scene;
  const count = stack ? stack.length : bands.length / 4;
  const shapes = [];
  const isFaint = faintOn(look.paper);
  for (let n = 0; n < count; n += 1) {
    const band = stack ? stack[n] : n;
    const place = placed(bands, 4 * band, zoom, room);
    if (!place) continue;
    const colour = faded(paintAt(paint, band), look.paper, strengths?.[band] ?? 1);
    const rx = round ? number(Math.min(place.width, place.height) / 2) : null;
    const stroke = round && isFaint(paint, band) ? rgb(look.edge) : null;
    shapes.push(tag("rect", { ...place, rx, fill: rgb(colour), stroke }));
  }
  return shapes;
}

/** The regions of the wheel of many paintings. */
export function regionsOf({ regions }, { k, x, y }, look) {
  return regions.map(({ outline, rgb: own, strength = 1 }) => {
    const points = outline.map(([px, py]) => `${number(px * k + x)},${number(py * k + y)}`).join(" ");
    return tag("polygon", { points, fill: rgb(faded(own, look.paper, strength)) });
  });
}

/** The outlines of the bars of `scene`, as on the page. */
export function outlinesOf({ boxes, pictures, frames, framed }, zoom, room, look) {
  const places = framed ? boxes : frames;
  const shapes = [];
  for (let at = 0; places && at < places.length; at += 4) {
    const place = placed(places, at, zoom, room);
    if (!place || !isOutlined(place.width, place.height)) continue;
    const above = framed && pictures[at + 3] > 0 ? number(pictures[at + 3] * zoom.k) : 0;
    const inner = { x: place.x + 0.5, y: place.y + above + 0.5 };
    const size = { width: place.width - 1, height: Math.max(0, place.height - above - 1) };
    shapes.push(tag("rect", { ...inner, ...size, fill: "none", stroke: rgb(look.edge) }));
  }
  return shapes;
}

/** The pictures of `scene`; `address(i)` tells that of painting i as a data URL. */
export function picturesOf({ pictures, framed }, zoom, room, address) {
  const shapes = [];
  const seam = framed ? SEAM : 0;
  for (let i = 0; i < pictures.length / 4; i += 1) {
    const place = placed(pictures, 4 * i, zoom, room);
    if (!place || place.height <= seam) continue;
    const height = number(place.height - seam);
    const fit = { preserveAspectRatio: "xMidYMin slice", href: address(i) };
    shapes.push(tag("image", { ...place, height, ...fit }));
  }
  return shapes;
}

/** The years below the marks of `scene`, where it has them; `yearOf(i)` tells them. */
export function captionsOf({ boxes, caption }, zoom, room, look, yearOf) {
  const words = [];
  for (let i = 0; caption && zoom.k === 1 && i < boxes.length / 4; i += 1) {
    const place = placed(boxes, 4 * i, zoom, room);
    if (!place) continue;
    const at = { x: number(place.x + place.width / 2), y: number(place.y + place.height + CAPTION_BELOW) };
    const type = { "text-anchor": "middle", "font-size": CAPTION, fill: rgb(look.muted) };
    words.push(tag("text", { ...at, ...type }, yearOf(i)));
  }
  return words;
}

/** The titles and years of a table's rows between `top` and `bottom` px; `told(i)` returns both. */
export function rowsOf({ boxes, order, pictures }, { width }, look, told, top, bottom) {
  const { words } = columnsOf(width, pictures.some((value) => value > 0));
  return order.flatMap((i) => {
    const y = boxes[4 * i + 1];
    if (y + ROW < top || y > bottom) return [];
    const [title, year] = told(i);
    const at = { y: number(y + ROW / 2 + 5), "font-size": TOLD };
    return [
      tag("text", { x: words, ...at, fill: rgb(look.ink) }, title),
      tag("text", { x: width, ...at, "text-anchor": "end", fill: rgb(look.muted) }, year),
    ];
  });
}

/**
 * An SVG document of `parts`, SVG elements in a room of `width` x `height` px from `top` px on,
 * below a `heading` and a line that tells what is seen. `look` has the colours of the words and
 * their font; without `paper` the ground is clear.
 */
export function figure(parts, { width, height, top = 0, heading, told, look, paper = null }) {
  const size = { width: width + 2 * MARGIN, height: height + HEAD + MARGIN };
  const all = { xmlns: "http://www.w3.org/2000/svg", ...size };
  const view = { x: MARGIN, y: HEAD, width, height, viewBox: `0 ${top} ${width} ${height}` };
  const open = (attributes) => tag("svg", attributes, "").replace("</svg>", "");
  return [
    open({ ...all, viewBox: `0 0 ${size.width} ${size.height}`, "font-family": look.font }),
    ...(paper ? [tag("rect", { width: "100%", height: "100%", fill: rgb(paper) })] : []),
    tag("text", { x: MARGIN, y: 40, "font-size": TITLE, "font-family": look.serif, fill: rgb(look.ink) }, heading),
    tag("text", { x: MARGIN, y: 61, "font-size": TOLD, fill: rgb(look.muted) }, told),
    open(view),
    ...parts,
    "</svg>",
    "</svg>\n",
  ].join("\n");
}
