// Time on a narrow screen, which is scrolled: a few paintings flow like a text, many have rows of
// their year, which run down.

import { max, range, sum } from "d3-array";
import { word } from "../language.js";
import { yearsText } from "./axis.js";
import { noMarks, placer } from "./cards.js";
import { BAR, CARD, CARD_LEAST, LARGEST } from "./shapes.js";

export const NARROW = 640; // px, the width below which a screen is narrow

const GUTTER = 48; // px left of the rows for the years
const FINGER = 26; // px, a mark that a finger can hit
const SCREENS = 5; // of scrolling, at the most, unless marks would be too small to hit
const FLOWING_LEAST = 80; // px, the width of a card in a flow
const LONG = 8; // screens, from which years share rows
const TOGETHER = [1, 10]; // years that do
const SQUARE = 1.25; // height to width of marks in rows of several years
const NEXT_ROWS = 10; // px between two years' rows, and
const SKIPPED_YEAR = 4; // px more for each year between them, up to four

/** Cards one after the other, as in a text, each with its year; null if they are too many. */
export function flowing(order, aspects, width, height) {
  const cellOf = (columns) => {
    const size = Math.min(width / columns, LARGEST);
    return { width: size, height: CARD.ratioDown * size + CARD.above + CARD.caption };
  };
  const tall = (columns) => Math.ceil(order.length / columns) * cellOf(columns).height;
  const choices = range(2, 1 + Math.floor(width / FLOWING_LEAST));
  const columns = choices.find((number) => tall(number) <= SCREENS * height);
  if (!columns) return null;
  const cell = cellOf(columns);
  const marks = noMarks(order.length);
  const put = placer(marks, aspects, cell, CARD, CARD.caption);
  order.forEach((i, j) => {
    put(i, (j % columns) * cell.width, (Math.floor(j / columns) + 1) * cell.height);
  });
  return {
    ...marks,
    caption: true,
    cells: [cell.width],
    height: Math.ceil(tall(columns)),
    beside: [],
  };
}

/** Rows of each year or, where that would be too long, of some years, their label beside the first. */
export function down(years, aspects, pictures, width, height) {
  const plans = TOGETHER.map((every) => rowsOf(grouped(years, every), every, aspects, pictures, width, height));
  return plans.find(({ height: tall }) => tall <= LONG * height) ?? plans[plans.length - 1];
}

/** Groups of so many years, [{year, paintings}], of `years`, [year, painting] in order. */
function grouped(years, every) {
  const groups = [];
  for (const [year, i] of years) {
    const first = year === null ? null : Math.floor(year / every) * every;
    const last = groups[groups.length - 1];
    if (last && last.year === first) last.paintings.push(i);
    else groups.push({ year: first, paintings: [i] });
  }
  return groups;
}

function rowsOf(groups, every, aspects, pictures, width, height) {
  const room = width - GUTTER;
  const rows = ({ paintings }, columns) => Math.ceil(paintings.length / columns);
  const shaped = (columns) => {
    const size = Math.min(room / columns, LARGEST);
    const shape = pictures && size >= CARD_LEAST ? CARD : BAR;
    const ratio = every === 1 || shape === CARD ? shape.ratioDown : SQUARE;
    return { shape, cell: { width: size, height: ratio * size + shape.above } };
  };
  const fits = (columns) => {
    const number = sum(groups, (group) => rows(group, columns));
    return number * shaped(columns).cell.height <= SCREENS * height;
  };
  const most = Math.max(2, Math.floor(room / FINGER));
  const widest = max(groups, ({ paintings }) => paintings.length) ?? 1;
  const columns = Math.min(range(2, most).find(fits) ?? most, Math.max(2, widest));
  const { shape, cell } = shaped(columns);
  const marks = noMarks(aspects.length);
  const put = placer(marks, aspects, cell, shape);
  const labels = [];
  let top = 0;
  groups.forEach((group, g) => {
    const { year, paintings } = group;
    const skipped = year === null ? Infinity : (year - groups[g - 1]?.year) / every - 1;
    if (g > 0) top += NEXT_ROWS + SKIPPED_YEAR * Math.min(4, skipped);
    paintings.forEach((i, j) => {
      const row = Math.floor(j / columns);
      put(i, GUTTER + (j % columns) * cell.width, top + (row + 1) * cell.height);
    });
    const label = year === null ? word("no_year") : yearsText(year, every);
    labels.push({ label, y: top + cell.height });
    top += rows(group, columns) * cell.height;
  });
  return {
    ...marks,
    caption: false,
    cells: [cell.width],
    height: Math.ceil(top),
    beside: labels,
  };
}
