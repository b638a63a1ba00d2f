// Scenes, and the way from one to the next. A scene is all that is drawn of the paintings, as
// numbers: `boxes` and `pictures` (x, y, width, height for each painting), `bands` (the same for
// each of its `depth` colours), `paint` (red, green, blue for each colour) and `round` (0 for
// rectangles, 1 for discs), so that any two can be mixed.

import { easeCubicInOut } from "d3-ease";
import { timer } from "d3-timer";

const DURATION = 520; // ms each painting takes
const SPREAD = 380; // ms from the first painting's start to the last one's

/** The rank of each of `count` paintings, 0 to 1, in the `order` from first to last. */
export function ranks(order, count) {
  const rank = new Float32Array(count);
  order.forEach((i, place) => {
    rank[i] = order.length > 1 ? place / (order.length - 1) : 0;
  });
  return rank;
}

const MIDDLE = [
  ["boxes", 1],
  ["pictures", 1],
];

/** Where paintings are that have no place in `scene`: at a point amid where they are in `other`. */
export function vanished(scene, other) {
  const parts = [...MIDDLE, ["bands", scene.depth]].map(([name, each]) => {
    const mine = scene[name].slice();
    const theirs = other[name];
    for (let i = 0; i < scene.boxes.length / 4; i += 1) {
      if (scene.boxes[4 * i + 2] > 0 || other.boxes[4 * i + 2] <= 0) continue;
      for (let at = 4 * i * each; at < 4 * (i + 1) * each; at += 4) {
        mine[at] = theirs[at] + theirs[at + 2] / 2;
        mine[at + 1] = theirs[at + 1] + theirs[at + 3] / 2;
      }
    }
    return [name, mine];
  });
  return { ...scene, ...Object.fromEntries(parts) };
}

/** The scene before the first: all marks lie flat where they will stand. */
export function flat(scene) {
  const lain = (places, feet, each) => {
    const low = places.slice();
    for (let at = 0; at < low.length; at += 4) {
      const foot = 4 * Math.floor(at / (4 * each));
      low[at + 1] = feet[foot + 1] + feet[foot + 3];
      low[at + 3] = 0;
    }
    return low;
  };
  const { boxes, pictures, bands, depth } = scene;
  return {
    ...scene,
    boxes: lain(boxes, boxes, 1),
    pictures: lain(pictures, boxes, 1),
    bands: lain(bands, boxes, depth),
  };
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

  function move(scene, rank) {
    running?.stop();
    still(false);
    const from = vanished(shown, scene);
    const to = vanished(scene, shown);
    const progress = new Float32Array(rank.length);
    const moving = { ...scene, framed: scene.framed && from.framed, regions: null };
    for (const part of ["boxes", "pictures", "bands", "paint"]) moving[part] = from[part].slice();
    running = timer((elapsed) => {
      if (elapsed >= DURATION + SPREAD) {
        rest(scene);
        return;
      }
      wave(rank, elapsed, progress);
      mix(from.boxes, to.boxes, 4, progress, moving.boxes);
      mix(from.pictures, to.pictures, 4, progress, moving.pictures);
      mix(from.bands, to.bands, 4 * scene.depth, progress, moving.bands);
      mix(from.paint, to.paint, 3 * scene.depth, progress, moving.paint);
      const whole = easeCubicInOut(elapsed / (DURATION + SPREAD));
      moving.round = from.round + (to.round - from.round) * whole;
      shown = moving;
      draw(shown);
    });
  }

  return {
    get scene() {
      return shown;
    },
    /** @type {(scene: object, rank?: Float32Array | null) => void} */
    show(scene, rank = null) {
      if (rank && shown) move(scene, rank);
      else rest(scene);
    },
  };
}
