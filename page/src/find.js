// Which paintings are shown, and how well each answers what was asked for.

import { range } from "d3-array";
import { oklabOf, rgbOf } from "./colour.js";
import { transport } from "./transport.js";

export const TOLERANCE = 0.12; // in OKLab, unless chosen otherwise
export const TOLERANCES = [0.02, 0.3]; // the least and the largest
export const COLOURS = 5; // that can be asked for at once

const AMOUNT = 0.2; // of the painting, when a colour is added

/** Text in which accents and case make no difference. */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A function that tells whether painting i has all words of `text` in title, artist, date or year. */
function worded(text, data) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return (i) => {
    const of = folded([data.title[i], data.artist(i) ?? "", data.date(i), data.year[i] ?? ""].join(" "));
    return words.every((word) => of.includes(word));
  };
}

/**
 * How well palettes answer `colours`, [{hex, amount}] (amounts being parts of the painting, with
 * a sum of 1 at most): the part of what is asked for that is there, a colour at a distance d in
 * OKLab counting 1 - d / tolerance, and 0 from the tolerance on.
 *
 * Returns a score for each painting, 0 to 1; null for one that lacks one of the colours.
 */
export function scores(colours, tolerance, { size, share, lab, depth }) {
  const asked = colours.map(({ hex }) => oklabOf(...rgbOf(hex)));
  const amounts = colours.map(({ amount }) => amount);
  const sum = amounts.reduce((a, b) => a + b, 0);
  const found = new Array(size.length).fill(null);
  const costs = new Float64Array(colours.length * depth);
  for (let i = 0; i < size.length; i += 1) {
    const first = i * depth;
    const least = new Float64Array(colours.length).fill(1);
    for (let c = 0; c < colours.length; c += 1) {
      const [l, a, b] = asked[c];
      for (let j = 0; j < depth; j += 1) {
        const at = 3 * (first + j);
        const d = Math.sqrt((lab[at] - l) ** 2 + (lab[at + 1] - a) ** 2 + (lab[at + 2] - b) ** 2);
        const cost = Math.min(1, d / tolerance);
        costs[c * depth + j] = cost;
        if (cost < least[c] && j < size[i]) least[c] = cost;
      }
    }
    if (least.some((cost) => cost === 1)) continue;
    const supplies = whole(share.subarray(first, first + depth));
    found[i] = 1 - transport(amounts, supplies, costs) / sum;
  }
  return found;
}

/** Shares with a sum of exactly 1: they are stored in 4095ths. */
function whole(shares) {
  const sum = shares.reduce((a, b) => a + b, 0);
  return Float64Array.from(shares, (share) => share / sum);
}

/**
 * The paintings that the state asks for, best first if it ranks them, and their scores:
 * `{shown, scores, ranked, undated}`; the scores are by painting, null where there is nothing to rank,
 * and `undated` is how many a span of years leaves out because they have no year.
 */
export function find({ text, years, colours, tolerance, like }, data) {
  const said = worded(text, data);
  const inYears = (year) => year !== null && year >= years[0] && year <= years[1];
  let shown = range(data.count);
  let ranking = null;
  if (like !== null) {
    const near = new Map(data.neighbours(like).map(({ image, distance }) => [image, distance]));
    near.set(like, 0);
    shown = [...near.keys()];
    ranking = range(data.count).map((i) => (near.has(i) ? 1 - near.get(i) : null));
  }
  if (colours.length) {
    const found = scores(colours, tolerance, data.palettes(data.finest));
    shown = shown.filter((i) => found[i] !== null);
    ranking = ranking ?? found;
  }
  if (text) shown = shown.filter(said);
  const undated = years ? shown.filter((i) => data.year[i] === null).length : 0;
  if (years) shown = shown.filter((i) => inYears(data.year[i]));
  if (ranking) shown.sort((i, j) => ranking[j] - ranking[i] || i - j);
  return { shown, scores: ranking, ranked: ranking !== null, undated };
}

/** Whether the state leaves any painting out. */
export const isFiltered = ({ text, years, colours, like }) =>
  Boolean(text.trim() || years || colours.length || like !== null);

/** What takes all filters off. */
export const UNFILTERED = { text: "", years: null, colours: [], like: null };

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
