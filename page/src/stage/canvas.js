// The canvas of the marks: its size, its look by the style, and what it shows of the state.

import { drawer, element, part } from "../dom.js";
import { captionText } from "../text.js";
import { axisAt } from "./guides.js";
import { drawMarks } from "./marks.js";
import { createRaster } from "./raster.js";
import { topOf } from "./room.js";
import { drawSharp } from "./sharp.js";

/** The colours, as [r, g, b], and the fonts that the style has for the canvas and the guides. */
function readLook(canvas, guides) {
  const numbers = (colour) => colour.match(/\d+/g).slice(0, 3).map(Number);
  const colourOf = (of) => numbers(getComputedStyle(of).color);
  return {
    paper: numbers(getComputedStyle(document.body).backgroundColor),
    ink: colourOf(canvas),
    muted: colourOf(element("count")),
    edge: colourOf(guides),
    font: getComputedStyle(canvas).fontFamily,
    serif: getComputedStyle(part("h1")).fontFamily,
  };
}

/** Where marks end, px, so that they do not cover an axis at the foot; null if they may go on. */
export function footOf({ axis }, zoom) {
  return axis && axisAt(axis, zoom) >= axis.limit ? axis.limit : null;
}

/**
 * Make what draws scenes of `data` on `canvas`, which lies beside the SVG element `guides`, with
 * sharper `copies` (copies.js).
 */
export function createCanvas(canvas, guides, data, copies) {
  const context = drawer(canvas);
  const sharp = element("sharp");
  const over = drawer(sharp);
  let raster = createRaster(canvas.width, canvas.height);
  let look = null;

  return {
    /** What the style says, as last drawn. */
    get look() {
      return look;
    },
    /** Take the size `{width, height}` in px. */
    fit(size) {
      const width = Math.round(size.width * devicePixelRatio);
      const height = Math.round(size.height * devicePixelRatio);
      if (canvas.width !== width || canvas.height !== height) {
        for (const one of [canvas, sharp]) [one.width, one.height] = [width, height];
        raster = createRaster(width, height);
      }
      for (const one of [canvas, sharp]) one.style.height = `${size.height}px`;
    },
    /** Read the style again before the next scene. */
    restyle() {
      look = null;
    },
    /** Draw `scene` for the state at a zoom {k, x, y}; one that is `still` has the copies' pictures. */
    draw(scene, { view, hovered, region, image, sheet }, zoom, still) {
      look ??= readLook(canvas, guides);
      const marked = new Set(view === "table" ? [] : [hovered, image]);
      marked.delete(null);
      const camera = { zoom, ratio: devicePixelRatio, top: topOf(canvas), foot: footOf(scene, zoom) };
      drawMarks(context, raster, scene, camera, {
        ...look,
        sheet,
        place: data.place,
        caption: (i) => captionText(data.year[i]),
        marked,
        region,
      });
      sharp.hidden = !still || zoom.k === 1 || !data.hasPictures;
      sharp.style.top = `${camera.top}px`;
      if (!sharp.hidden) drawSharp(over, scene, camera, { place: data.place, copies });
    },
  };
}
