// The years of an axis: which of them it shows to scale, by how many at once, and what they are
// called.

import { range } from "d3-array";
import { word } from "../language.js";
import { yearText } from "../text.js";

const CORE = 0.94; // of the paintings, at least, whose years are shown to scale
const SAVED = 0.15; // of all years that a side must have, at least, for the axis to be broken there
const [NEAR, NEAR_YEARS] = [0.08, 5]; // of the core, or years, between two that belong together
const SHORT = 25; // years, which are never broken
const APART = 64; // px between the labels of round years, at the least
const NAMED_APART = 40; // px between the labels of columns' years, at the least
const ROUND = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000];

/** How many years a column may have. */
export const COLUMNS = [1, 2, 5, 10, 20, 25, 50, 100];

/**
 * The first and last of the `years` (rising) that are shown to scale: all, unless the few before or
 * after most of the paintings would take much of the axis.
 */
export function coreOf(years) {
  const [first, last] = [years[0], years.at(-1)];
  const span = last - first;
  const most = Math.ceil(CORE * years.length);
  let [from, to] = [first, last];
  for (let i = 0; i + most <= years.length; i += 1) {
    const [start, end] = [years[i], years[i + most - 1]];
    if (end - start < to - from) [from, to] = [start, end];
  }
  // Those that are close belong to them.
  const close = Math.max(NEAR_YEARS, NEAR * (to - from));
  for (const year of [...years].reverse()) if (year < from && from - year <= close) from = year;
  for (const year of years) if (year > to && year - to <= close) to = year;
  const saves = (years) => span > SHORT && years >= SAVED * span;
  return [saves(from - first) ? from : first, saves(last - to) ? to : last];
}

/** "1880", "1880–84", or "1880s" of as many years as `every` says, from `year` on. */
export function yearsText(year, every) {
  if (every === 1) return yearText(year);
  if (every === 10) {
    const [first, last] = [year, year + 9].map((of) => String(Math.abs(of)));
    return word(year < 0 ? "decade_bc" : "decade", { year: first, last });
  }
  return spanText(year, year + every - 1);
}

/** "1788", "1788–1857", "1880–84", or "500–401 BC". */
export function spanText(first, last) {
  if (first === last) return yearText(first);
  if (last < 0) return `${-first}\u2013${yearText(last)}`;
  const century = first > 999 && Math.floor(first / 100) === Math.floor(last / 100);
  return `${yearText(first)}\u2013${century ? String(last).slice(-2) : yearText(last)}`;
}

/**
 * The labels of an axis `k` times enlarged: of `count` columns of `every` years from `first` on,
 * whose middles are `centre(n)`. `named` are the columns to name, where not the round ones.
 */
export function labelsOf({ first, count, every, centre, named }, k) {
  const place = (n) => centre(n) * k;
  const told = named ? spaced(named, place, NAMED_APART) : round(first, count, every, place);
  return told.map((n) => ({
    label: yearsText(first + n * every, every),
    x: centre(n),
    anchor: "middle",
  }));
}

/** The columns of round years: as many as have room. */
function round(first, count, every, place) {
  for (const step of ROUND) {
    if (step % every) continue;
    const columns = range(count).filter((n) => (first + n * every) % step === 0);
    const roomy = columns.length === spaced(columns, place, APART).length;
    if (roomy) return columns.length || !count ? columns : [0];
  }
  return [0];
}

/** Those of the columns that are at least `apart` px from the one before. */
function spaced(columns, place, apart) {
  let last = -Infinity;
  return columns.filter((n) => {
    if (place(n) - last < apart) return false;
    last = place(n);
    return true;
  });
}
