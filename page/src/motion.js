// Scenes, and the way from one to the next. A scene is all that is drawn of the paintings, as
// numbers: `boxes` (x, y, width, height each) and `paint` (red, green, blue, share for each of
// `depth` colours each), so that any two can be mixed.

import { easeCubicInOut } from "d3-ease";
import { timer } from "d3-timer";

const DURATION = 520; // ms each painting takes
const SPREAD = 380; // ms from the first painting's start to the last one's

/** The colours of all paintings at one k: missing ones are slivers of the last one, share 0. */
export function paintOf(palettes, depth) {
  const paint = new Float32Array(palettes.length * depth * 4);
  palettes.forEach((colours, i) => {
    for (let j = 0; j < depth; j += 1) {
      const { rgb } = colours[Math.min(j, colours.length - 1)];
      paint.set([...rgb, colours[j]?.share ?? 0], 4 * (i * depth + j));
    }
  });
  return paint;
}

/** The rank of each painting, 0 to 1, in the `order` from first to last. */
export function ranks(order) {
  const rank = new Float32Array(order.length);
  order.forEach((i, place) => {
    rank[i] = order.length > 1 ? place / (order.length - 1) : 0;
  });
  return rank;
}

/** The scene before the first: all marks lie flat where they will stand. */
export function flat(scene) {
  const boxes = scene.boxes.slice();
  for (let i = 0; i < boxes.length; i += 4) {
    boxes[i + 1] += boxes[i + 3];
    boxes[i + 3] = 0;
  }
  return { ...scene, boxes };
}

/** Mix two arrays of numbers, `size` of which belong to each painting, into `target`. */
export function mix(from, to, size, progress, target) {
  for (let i = 0; i < progress.length; i += 1) {
    const t = progress[i];
    for (let j = i * size; j < (i + 1) * size; j += 1) target[j] = from[j] + (to[j] - from[j]) * t;
  }
}

/** How far each painting is, 0 to 1, `elapsed` ms after the start: a wave from left to right. */
export function wave(rank, elapsed, target) {
  for (let i = 0; i < rank.length; i += 1) {
    const t = (elapsed - rank[i] * SPREAD) / DURATION;
    target[i] = easeCubicInOut(Math.min(1, Math.max(0, t)));
  }
}

/**
 * A stage shows scenes: `show(scene)` at once, `show(scene, rank)` by a transition in which each
 * painting starts by its rank, 0 to 1. `draw(scene)` draws; `still(isStill)` hears of rest.
 */
export function createStage(draw, still) {
  let shown = null;
  let running = null;

  function rest(scene) {
    running?.stop();
    running = null;
    shown = scene;
    draw(shown);
    still(true);
  }

  return {
    get scene() {
      return shown;
    },
    show(scene, rank = null) {
      if (!rank || !shown) return rest(scene);
      running?.stop();
      still(false);
      const from = shown;
      const progress = new Float32Array(rank.length);
      const moving = { ...scene, boxes: from.boxes.slice(), paint: from.paint.slice() };
      running = timer((elapsed) => {
        if (elapsed >= DURATION + SPREAD) return rest(scene);
        wave(rank, elapsed, progress);
        mix(from.boxes, scene.boxes, 4, progress, moving.boxes);
        mix(from.paint, scene.paint, 4 * scene.depth, progress, moving.paint);
        shown = moving;
        draw(shown);
        return undefined;
      });
      return undefined;
    },
  };
}
