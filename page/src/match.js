// How well palettes answer what is asked of their colours: some colours in some amounts, or a region
// of the wheel.

import { GREYS, channels, familyOf, rgbOf } from "./colour.js";
import { deltaE2000, labOf } from "./difference.js";
import { onWheel } from "./layouts/polar.js";
import { transport } from "./transport.js";

export const TOLERANCE = 12; // in ΔE2000, unless chosen otherwise
export const TOLERANCES = [4, 24]; // the least and the largest

const ENOUGH = 0.5; // of the amount asked for that a painting must have, of each colour
const ROUNDED = 5e-4; // by which shares, stored in 4095ths, may be off together
const GREYISH = 8; // chroma in CIELAB, of which a hue is not to be relied on
const HUE = 40; // degrees that a hue may be off
const CHROMA = 0.4; // of the chroma asked for that a colour must have
const IN_REGION = 0.05; // of a painting that must lie in a region
const MISSES = 12; // of the nearest that are shown where nothing is found
const LACKING = 10; // ΔE2000 that a colour counts as farther where the amount is not there at all

/** A colour asked for, with what it is compared by. */
function wanted({ hex, amount }) {
  const lab = labOf(...rgbOf(hex));
  return { lab, amount, chroma: Math.hypot(lab[1], lab[2]), hue: Math.atan2(lab[2], lab[1]) };
}

/**
 * How far a colour in CIELAB is from a wanted one in ΔE2000, null if it is another colour to the eye:
 * beyond the tolerance, of another hue, or grey where colour is asked for.
 */
function distance({ lab, chroma, hue }, own, tolerance) {
  if (Math.abs(own[0] - lab[0]) > 2.5 * tolerance) return null;
  if (chroma > GREYISH) {
    if (Math.hypot(own[1], own[2]) < CHROMA * chroma) return null;
    const turn = Math.abs(Math.atan2(own[2], own[1]) - hue);
    if (Math.min(turn, 2 * Math.PI - turn) > (HUE * Math.PI) / 180) return null;
  }
  const away = deltaE2000(lab, own);
  return away <= tolerance ? away : null;
}

/**
 * How well palettes answer `colours`, [{hex, amount}] (amounts being parts of the painting, with a sum
 * of 1 at most): the part of what is asked for that is there, a colour at ΔE2000 d counting
 * 1 - d / tolerance / 2.
 *
 * Returns `{scores, matched}`: a score for each painting, 0 to 1, null for one that has not half of
 * each amount; and for each of its places 1 where the colour is one of those asked for.
 */
export function matchColours(colours, tolerance, { size, share, rgb, depth }) {
  const asked = colours.map(wanted);
  const amounts = asked.map(({ amount }) => amount);
  const half = amounts.map((amount) => amount * ENOUGH);
  const sum = amounts.reduce((a, b) => a + b, 0);
  const scores = new Array(size.length).fill(null);
  const matched = new Uint8Array(size.length * depth);
  const away = new Float64Array(asked.length * depth);
  const known = new Map();
  /** The distances of a colour from each of those asked for, -1 for those that it is not. */
  const distancesOf = (colour) => {
    let found = known.get(colour);
    if (!found) {
      const own = labOf(...channels(colour));
      found = asked.map((one) => distance(one, own, tolerance) ?? -1);
      known.set(colour, found);
    }
    return found;
  };
  for (let i = 0; i < size.length; i += 1) {
    const first = i * depth;
    const supply = new Float64Array(asked.length);
    for (let j = 0; j < size[i]; j += 1) {
      distancesOf(rgb[first + j]).forEach((found, c) => {
        away[c * depth + j] = found < 0 ? 1 : found / tolerance / 2;
        if (found < 0) return;
        supply[c] += share[first + j];
        matched[first + j] = 1;
      });
    }
    if (half.some((amount, c) => supply[c] < amount - ROUNDED)) continue;
    for (let j = size[i]; j < depth; j += 1) for (let c = 0; c < asked.length; c += 1) away[c * depth + j] = 1;
    const supplies = whole(share.subarray(first, first + depth));
    // What serves one colour can't serve another: half of each must be there at once.
    const misses = asked.length > 1 ? away.map((cost) => (cost === 1 ? 1 : 0)) : null;
    if (misses && transport(half, supplies, misses) > ROUNDED) continue;
    scores[i] = 1 - transport(amounts, supplies, away) / sum;
  }
  return { scores, matched };
}

/** Shares with a sum of exactly 1: they are stored in 4095ths. */
function whole(shares) {
  const sum = shares.reduce((a, b) => a + b, 0);
  return Float64Array.from(shares, (share) => share / sum);
}

/** The paintings among `some` that come nearest to `colours`, where none has them. */
export function nearestMisses(colours, some, { size, share, rgb, depth }) {
  const asked = colours.map(wanted);
  const missing = (i) => {
    const at = Array.from({ length: size[i] }, (_, j) => i * depth + j);
    const labs = at.map((place) => labOf(...channels(rgb[place])));
    return asked.reduce((sum, { lab, amount }) => {
      const costs = labs.map((own, j) => {
        const lacking = Math.max(0, 1 - share[at[j]] / (ENOUGH * amount));
        return deltaE2000(lab, own) + LACKING * lacking;
      });
      return sum + Math.min(...costs);
    }, 0);
  };
  const costs = new Map(some.map((i) => [i, missing(i)]));
  return [...some].sort((i, j) => costs.get(i) - costs.get(j) || i - j).slice(0, MISSES);
}

/**
 * How much of each palette lies in a `region`: `{points}`, the outline [x, y] on a wheel of radius 1
 * (polar.js), or `{greys}`, from one lightness in OKLab to another. Returns what `matchColours` does.
 */
export function matchRegion(region, { size, share, lab, depth }) {
  const scores = new Array(size.length).fill(null);
  const matched = new Uint8Array(size.length * depth);
  for (let i = 0; i < size.length; i += 1) {
    let sum = 0;
    for (let j = 0; j < size[i]; j += 1) {
      const at = i * depth + j;
      if (!isInRegion(region, lab.subarray(3 * at, 3 * at + 3))) continue;
      matched[at] = 1;
      sum += share[at];
    }
    if (sum >= IN_REGION) scores[i] = sum;
  }
  return { scores, matched };
}

/** Whether a colour in OKLab lies in a region. */
function isInRegion({ points = null, greys = null }, [lightness, a, b]) {
  const isGrey = familyOf(a, b) === GREYS;
  if (greys) return isGrey && lightness >= greys[0] && lightness < greys[1];
  return !isGrey && isInside(onWheel(a, b), points);
}

/**
 * Whether a point lies in a polygon: a ray from it crosses the outline an odd number of times.
 * @param {number[]} point
 */
function isInside([x, y], points) {
  let inside = false;
  points.forEach(([x1, y1], n) => {
    const [x2, y2] = points[(n + 1) % points.length];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}
