// Which paintings are shown, and how well each answers what was asked for.

import { range } from "d3-array";
import { isInFacets } from "./facets.js";
import { matchColours, matchRegion, nearestMisses } from "./match.js";
import { worded } from "./words.js";

export const COLOURS = 5; // that can be asked for at once

const AMOUNT = 0.2; // of the painting, when a colour is added

/**
 * The paintings that the state asks for, best first if it ranks them: `{shown, scores, measure, matched,
 * ranked, undated, missed}`. The scores are by painting, 0 to 1, null where there is nothing to rank;
 * `measure` tells what they measure: "colours", "region" or "like". `matched` tells of each place of
 * the palettes whether its colour is asked for, null if none is. `undated` is how many a span of years
 * leaves out because they have no year. If none has the colours, `missed` is true, and those shown
 * are the nearest.
 */
export function find({ text, years, filters, only, colours, asked, tolerance, like, k }, data) {
  const said = worded(text, data);
  const inYears = (year) => year !== null && year >= years[0] && year <= years[1];
  let shown = only ?? range(data.count);
  /** @type {{scores: (number | null)[] | null, matched: Uint8Array | null, measure: string | null}} */
  let found = { scores: null, matched: null, measure: null };
  if (colours.length) {
    found = { ...matchColours(colours, tolerance, data.palettes(k)), measure: "colours" };
  } else if (asked) found = { ...matchRegion(asked, data.palettes(k)), measure: "region" };
  if (like !== null) {
    const near = new Map(data.neighbours(like).map(({ image, distance }) => [image, distance]));
    near.set(like, 0);
    shown = [...near.keys()].filter((i) => only === null || only.includes(i));
    const scores = range(data.count).map((i) => (near.has(i) ? data.likeness(near.get(i)) : null));
    if (!found.scores) found = { ...found, scores, measure: "like" };
  }
  if (text) shown = shown.filter(said);
  if (filters.length) shown = shown.filter(isInFacets(filters, data));
  const undated = years ? shown.filter((i) => data.year[i] === null).length : 0;
  if (years) shown = shown.filter((i) => inYears(data.year[i]));
  const { scores, matched, measure } = found;
  const ranked = scores !== null;
  const score = (i) => scores?.[i] ?? -1;
  const hits = ranked ? shown.filter((i) => score(i) >= 0) : shown;
  if (ranked) hits.sort((i, j) => score(j) - score(i) || i - j);
  const missed = colours.length > 0 && !hits.length && shown.length > 0;
  if (missed) shown = nearestMisses(colours, shown, data.palettes(k));
  else shown = hits;
  return { shown, scores, matched, measure, ranked, undated, missed };
}

/** Whether the state leaves any painting out. */
export const isFiltered = ({ text, years, filters, only, colours, asked, like }) =>
  Boolean(text.trim() || years || filters.length || only || colours.length || asked || like !== null);

/** What takes all filters off. */
export const UNFILTERED = { text: "", years: null, filters: [], only: null, colours: [], asked: null, like: null };

/** `colours` with amounts that sum to 1 at most: those but `kept` give way, down to 1 % each. */
export function withinWhole(colours, kept = -1) {
  const total = colours.reduce((sum, { amount }) => sum + amount, 0);
  if (total <= 1) return colours;
  const fixed = kept < 0 ? 0 : Math.min(colours[kept].amount, 1 - 0.01 * (colours.length - 1));
  const others = colours.reduce((sum, { amount }, i) => (i === kept ? sum : sum + amount), 0);
  return colours.map((colour, i) => ({
    ...colour,
    amount: i === kept ? fixed : Math.max(0.01, (colour.amount / others) * (1 - fixed)),
  }));
}

/** `colours` with one more, or another last one if there is no room. */
export function withColour(colours, hex) {
  if (colours.length >= COLOURS) return [...colours.slice(0, -1), { ...colours.at(-1), hex }];
  return withinWhole([...colours, { hex, amount: AMOUNT }], colours.length);
}

/** `colours` with `change`, another hex or amount, in the nth. */
export function withChange(colours, n, change) {
  return withinWhole(colours.map((colour, m) => (m === n ? { ...colour, ...change } : colour)), n);
}
