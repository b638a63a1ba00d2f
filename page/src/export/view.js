// The view as files: what is on the page's canvas and in its guides, as SVG and as PNG.

import { HEAD, MARGIN, bandsOf, captionsOf, figure, outlinesOf, picturesOf, regionsOf, rowsOf, tag } from "./svg.js";
import { drawer } from "../dom.js";
import { footOf } from "../stage/canvas.js";
import { captionText } from "../text.js";

const STYLED = [
  ...["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray"],
  ...["paint-order", "stroke-linejoin", "font-size", "text-anchor"],
];
const QUALITY = 0.88; // of JPEGs, which every program that reads SVG can show

/** The shapes and words of the SVG element `guides`, as they are seen, as SVG of their own. */
function guidesOf(guides) {
  return [...guides.querySelectorAll("line, path, circle, text")].flatMap((node) => {
    const style = getComputedStyle(node);
    if (style.display === "none") return [];
    const names = node.getAttributeNames().filter((name) => name !== "class" && name !== "style");
    const own = names.map((name) => [name, node.getAttribute(name)]);
    const styles = STYLED.map((name) => [name, style.getPropertyValue(name)]);
    const { a, b, c, d, e, f } = node.getCTM();
    const transform = `matrix(${[a, b, c, d, e, f].join(" ")})`;
    const attributes = { ...Object.fromEntries([...own, ...styles]), transform };
    return [tag(node.tagName, attributes, node.tagName === "text" ? node.textContent : null)];
  });
}

/** A function that returns painting i's part of the `sheet` as a data URL. */
function cropper(sheet, placeOf) {
  const canvas = document.createElement("canvas");
  const context = drawer(canvas);
  return (i) => {
    const { x, y, width, height } = placeOf(i);
    [canvas.width, canvas.height] = [width, height];
    context.drawImage(sheet, x, y, width, height, 0, 0, width, height);
    return canvas.toDataURL("image/jpeg", QUALITY);
  };
}

/** The words beside the marks of `seen`, between `top` and `bottom` px. */
function wordsOf({ layout, guides, view, look, width }, data, top, bottom) {
  const told = (i) => [data.title[i], data.date(i)];
  const rows = view === "table" ? rowsOf(layout, { width }, look, told, top, bottom) : [];
  return [...guidesOf(guides), ...rows];
}

/** Shapes that end `foot` px from the top, so that they do not cover an axis, unless that is null. */
const within = (shapes, width, foot) =>
  foot === null || !shapes.length
    ? shapes
    : [tag("svg", { width, height: foot }, "").replace("</svg>", ""), ...shapes, "</svg>"];

/**
 * The whole view as an SVG document. `seen` is what plot.js tells of it: `{layout, zoom, view,
 * sheet, look, guides, canvas, width, height, top}`; `named` has the `heading` and what is `told`
 * below it.
 */
export function svgOfView(seen, data, named) {
  const { layout, zoom, sheet, look, width, height } = seen;
  const room = { width, height };
  const pictures = sheet ? picturesOf(layout, zoom, room, cropper(sheet, data.place)) : [];
  const marks = [
    ...(layout.regions ? regionsOf(layout, zoom, look) : bandsOf(layout, zoom, room, look)),
    ...outlinesOf(layout, zoom, room, look),
    ...pictures,
    ...captionsOf(layout, zoom, room, look, (i) => captionText(data.year[i])),
  ];
  const parts = [...within(marks, width, footOf(layout, zoom)), ...wordsOf(seen, data, 0, height)];
  return figure(parts, { ...named, ...room, look, paper: look.paper });
}

/** What is seen of the view, as a PNG with as many pixels as the screen's. */
export async function pngOfView(seen, data, named) {
  const { canvas, look, width, top } = seen;
  const ratio = canvas.width / width;
  const height = canvas.height / ratio;
  const words = wordsOf(seen, data, top, top + height);
  const image = new Image();
  const svg = figure(words, { ...named, width, height, top, look });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const picture = document.createElement("canvas");
  picture.width = Math.round((width + 2 * MARGIN) * ratio);
  picture.height = Math.round((height + HEAD + MARGIN) * ratio);
  const context = drawer(picture);
  context.fillStyle = `rgb(${look.paper})`;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(canvas, Math.round(MARGIN * ratio), Math.round(HEAD * ratio));
  context.drawImage(image, 0, 0, picture.width, picture.height);
  return new Promise((done) => {
    picture.toBlob(done);
  });
}
