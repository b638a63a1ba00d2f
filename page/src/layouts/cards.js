// Cards and bars: a painting's picture above its palette, or its palette alone.

import { CARD, CARD_LEAST } from "./shapes.js";

const CARD_PICTURE = 0.9; // of a card's width, the height that a picture may have
const CARD_BAR = 0.4; // of a card's height, the least that is left for the bar

/** The form of marks planned as `shape`: with pictures too if the zoom makes their cells large. */
export function shapeAt(zoom, cell, shape, pictures) {
  const picture = pictures && cell.width * zoom >= CARD_LEAST;
  return { ...shape, picture: Boolean(shape.picture || picture) };
}

/** Marks of `count` paintings that have no place yet: `boxes`, and `bars`, the height of each bar. */
export const noMarks = (count) => ({
  boxes: new Float32Array(4 * count),
  bars: new Float32Array(count),
});

/**
 * What places marks of a shape: `put(i, x, y)` puts painting i into the cell whose lower left corner
 * is (x, y), with `foot` px for words below, its mark into `marks`. A bar is as high as the mark where
 * that has no picture.
 */
export function placer({ boxes, bars }, aspects, cell, shape, foot = 0) {
  const gap = Math.min(12, Math.max(cell.width < 5 ? 0 : 1, Math.floor(cell.width * 0.12)));
  const above =
    shape.above === CARD.above
      ? shape.above
      : Math.min(3, Math.max(cell.height < 6 ? 0 : 1, Math.round(cell.height / 16)));
  const width = Math.max(1, Math.floor(cell.width - gap));
  const height = Math.max(1, Math.floor(cell.height - above - foot));
  const bar = shape.picture ? Math.max(CARD_BAR * height, height - CARD_PICTURE * width) : height;
  return (i, x, y) => {
    const pictureWidth = shape.picture ? Math.min(width, (height - bar) * aspects[i]) : width;
    const tall = shape.picture ? bar + pictureWidth / aspects[i] : height;
    boxes.set([x + (cell.width - pictureWidth) / 2, y - foot - tall, pictureWidth, tall], 4 * i);
    bars[i] = bar;
  };
}

/** A scene with nothing in it, for `count` paintings of up to `depth` colours. */
export function blank(count, depth) {
  return {
    depth,
    boxes: new Float32Array(4 * count),
    bands: new Float32Array(4 * count * depth),
    pictures: new Float32Array(4 * count),
    round: 0,
    stack: null,
  };
}

/**
 * Put the bands of painting i into (x, y, width, height), from the top or the left, its colour `first`
 * before the others.
 */
export function band(scene, palettes, i, x, y, width, height, { across = false, first = 0 } = {}) {
  let sum = 0;
  const last = palettes.size[i] - 1;
  for (let n = 0; n < scene.depth; n += 1) {
    const j = n === 0 ? first : n <= first ? n - 1 : n;
    const share = j < palettes.depth ? palettes.share[i * palettes.depth + j] : 0;
    const from = n > last ? 1 : Math.min(1, sum);
    sum += share;
    const to = n >= last ? 1 : Math.min(1, sum);
    const at = 4 * (i * scene.depth + j);
    if (across) scene.bands.set([x + from * width, y, (to - from) * width, height], at);
    else scene.bands.set([x, y + from * height, width, (to - from) * height], at);
  }
}

/**
 * The scene of cards or bars: of `shown[n]` the mark is the nth of `boxes`. `first` are the places of
 * the colours that come first in their bars, where these are not the palettes' own.
 */
export function sceneOfCards({ count, depth, palettes, shown, boxes, bars, first = null }) {
  const scene = blank(count, depth);
  shown.forEach((i, n) => {
    const [x, y, width, height] = boxes.subarray(4 * n, 4 * n + 4);
    const tall = bars[n];
    scene.boxes.set([x, y, width, height], 4 * i);
    scene.pictures.set([x, y, width, height - tall], 4 * i);
    band(scene, palettes, i, x, y + height - tall, width, tall, { first: first?.[i] ?? 0 });
  });
  return { ...scene, framed: true };
}
