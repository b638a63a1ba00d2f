// The plans for years from left to right: how large marks can be, and where they stand. Lanes are
// counted from the axis upwards.

import { ascending, greatest, max, range, sum } from "d3-array";
import { CARD, LARGEST } from "./shapes.js";

const AS_WIDE = 0.95; // of the widest marks' width: what marks may lose to become taller
const CLOSER_MUST_GAIN = 1.25; // how much larger marks must get for years not to be columns
const NEXT_YEAR = 0.3; // in marks: from one year's left to the next one's, at least, in lanes
const EMPTY_YEAR = 0.04; // in marks: the width of a year without paintings, in lanes
const EMPTY_YEARS = 2; // in marks: the width of all of them, at the most
const STRETCH_MOST = 3; // how far apart years are drawn to fill the width

/**
 * The plan with the largest marks of a shape in which each of `counts`, the paintings of so many
 * years, is a column, or several side by side, and all are as wide.
 *
 * Returns a plan: `cell`, the width and height of a mark with the space around it; its `shape`;
 * `foot`, the space for words below it; `length`, that of the axis; `centre(n)` and `place(n)`, of
 * the nth count the middle and the [left, lane] of each of its paintings; `named`, the years to name
 * on the axis, null for the round ones.
 */
export function inColumns(shape, counts, width, height) {
  const span = counts.length;
  const most = max(counts);
  const plans = [];
  let widest = 0;
  for (let columns = 1; columns <= most; columns += 1) {
    const room = width / (span * columns);
    if (room < AS_WIDE * widest) break;
    const lanes = Math.ceil(most / columns);
    const size = Math.min(room, (height / lanes - shape.above) / shape.ratio, LARGEST);
    const tall = Math.min(height / lanes, shape.ratioMost * size + shape.above);
    widest = Math.max(widest, size);
    plans.push({ size, tall, columns });
  }
  const { size, tall, columns } = greatest(
    plans.filter((plan) => plan.size >= AS_WIDE * widest),
    (plan) => plan.size * plan.tall,
  );
  const cell = { width: size, height: tall };
  const centre = (n) => ((n + 0.5) * width) / span;
  const place = (n) => {
    const abreast = Math.min(counts[n], columns);
    const left = centre(n) - (abreast * size) / 2;
    return range(counts[n]).map((j) => [left + (j % abreast) * size, Math.floor(j / abreast)]);
  };
  return { shape, cell, foot: 0, length: width, centre, place, named: null };
}

/**
 * The plan with the largest marks of cards in which years without paintings take next to no room
 * and the others follow each other: each in a column of its own, or, if that makes marks much
 * larger, as closely as their paintings, in lanes one above the other, allow, each with its year
 * below it. Returns what `inColumns` returns.
 */
export function inLanes(counts, width, height) {
  let best = { score: 0 };
  for (const { step, foot, favour } of [
    { step: 1, foot: 0, favour: CLOSER_MUST_GAIN },
    { step: NEXT_YEAR, foot: CARD.caption, favour: 1 },
  ]) {
    for (let lanes = 1; lanes <= sum(counts); lanes += 1) {
      const most = (height / lanes - CARD.above - foot) / CARD.ratio;
      if (most * favour <= best.score) break;
      const hung = hang(counts, lanes, step);
      const size = Math.min(most, width / hung.length, LARGEST);
      const score = size * favour;
      if (score > best.score) best = { score, size, foot, lanes, hung };
    }
  }
  const { size, foot, lanes, hung } = best;
  const cell = {
    width: size,
    height: Math.min(height / lanes, CARD.ratioMost * size + CARD.above + foot),
  };
  // What room is left goes between the years, up to a point, and then to both ends.
  const stretch = hung.years.reduce(
    (least, { left, abreast }) =>
      left ? Math.min(least, (width / size - abreast) / left) : least,
    STRETCH_MOST,
  );
  const right = max(hung.years, ({ left, abreast }) => (left * stretch + abreast) * size);
  const margin = (width - right) / 2;
  const leftOf = ({ left }) => margin + left * stretch * size;
  const place = (year) => {
    const { lanesOf, abreast } = hung.years[year];
    const tall = Math.ceil(lanesOf.length / abreast);
    return lanesOf.map((lane, j) => [leftOf(hung.years[year]) + Math.floor(j / tall) * size, lane]);
  };
  const centre = (year) => leftOf(hung.years[year]) + (hung.years[year].abreast * size) / 2;
  const named = foot ? null : range(counts.length).filter((year) => counts[year]);
  return { shape: CARD, cell, foot, length: width, centre, place, named };
}

/**
 * Hang each year's paintings as far left as `lanes` allow, the unit being a mark's width, and a
 * year at least `step` right of the one before.
 *
 * Returns `{length, years}`: of each year `{left, abreast, lanesOf}`, where it begins, how many of
 * its paintings are side by side (when they are more than there are lanes), and their lanes.
 */
function hang(counts, lanes, step) {
  const ends = new Array(lanes).fill(0);
  const empty = counts.filter((count) => count === 0).length;
  let next = 0;
  const years = counts.map((count) => {
    const abreast = Math.max(1, Math.ceil(count / lanes));
    const tall = Math.ceil(count / abreast);
    const soonest = tall ? [...ends].sort(ascending)[(abreast > 1 ? lanes : tall) - 1] : 0;
    const left = Math.max(next, soonest);
    const free = range(lanes)
      .filter((lane) => ends[lane] <= left)
      .slice(0, tall);
    for (const lane of free) ends[lane] = left + abreast;
    next = left + (count ? abreast - 1 + step : Math.min(EMPTY_YEAR, EMPTY_YEARS / empty));
    return { left, abreast, lanesOf: range(count).map((j) => free[j % tall]) };
  });
  return { length: max(ends), years };
}
