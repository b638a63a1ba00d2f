// The orders in which views put paintings, and those each view offers, its own one first.

import { language } from "../language.js";
import { remembered } from "../remember.js";

export const ORDERS = {
  timeline: [
    ["lightness", "by_lightness"],
    ["hue", "by_hue"],
  ],
  grid: [
    ["hue", "by_hue"],
    ["lightness", "by_lightness"],
    ["chroma", "by_chroma"],
    ["year", "by_year"],
    ["title", "by_title"],
  ],
  wheel: [],
  stream: [
    ["decade", "by_decade_share"],
    ["year", "by_year_share"],
    ["decades", "by_decade_count"],
    ["years", "by_year_count"],
  ],
  map: [],
  table: [
    ["year", "by_year"],
    ["title", "by_title"],
    ["artist", "by_artist"],
    ["colour", "by_colour"],
    ["hue", "by_hue"],
    ["lightness", "by_lightness"],
    ["chroma", "by_chroma"],
  ],
  compare: [],
  trends: [
    ["decade", "by_decade"],
    ["year", "by_year"],
  ],
};

export const VIEWS = Object.keys(ORDERS);
const REPORTS = ["compare", "trends"];

/** Whether a view is a report, of words and figures, and not a plot of marks. */
export const isReport = (view) => REPORTS.includes(view);

const RANKED = ["match", "by_match"]; // offered by grid and table when results are ranked

/** Whether a view can be split into lanes of a group, or sorted by it. */
export const isGrouped = (view) => ["timeline", "grid", "table"].includes(view);

/** The orders that a view offers now. */
export function ordersOf(view, ranked) {
  const ranks = ranked && (view === "grid" || view === "table");
  return ranks ? [RANKED, ...ORDERS[view]] : ORDERS[view];
}

/** The order that holds in a view: the one asked for, or else the view's own. */
export function orderOf(view, by, ranked) {
  const offered = ordersOf(view, ranked).map(([name]) => name);
  return offered.includes(by) ? by : (offered[0] ?? null);
}

const collator = remembered(() => new Intl.Collator(language(), { numeric: true, sensitivity: "base" }));

/** Compares two paintings by an order; the undated and nameless come last. */
function comparison(by, { data, found, k }) {
  // Paintings stay where they are with another k, but for the hue of the colour that is seen.
  const { lightness, chroma } = data.traits(data.finest);
  const { hue } = data.traits(k);
  const { name, depth } = data.palettes(k);
  const year = (i) => data.year[i] ?? Infinity;
  const place = new Map(by === "match" ? found.shown.map((i, n) => [i, n]) : []);
  const number = (of) => (i, j) => (of(i) === of(j) ? 0 : of(i) - of(j));
  const text = (of) => (i, j) => collator().compare(of(i), of(j));
  const compare = {
    match: number((i) => place.get(i)),
    lightness: number((i) => -lightness[i]),
    chroma: number((i) => -chroma[i]),
    hue: number((i) => (hue[i] < 0 ? 360 + lightness[i] : hue[i])),
    year: number(year),
    title: text((i) => data.title[i]),
    colour: text((i) => data.names[name[i * depth]]),
    artist: text((i) => data.artist(i) ?? "\uffff"),
  };
  return compare[by];
}

/** The paintings `found` (find.js) put in order; `k` tells which palette's first colour counts. */
export function sorted(found, by, { reversed, data, k }) {
  const compare = comparison(by, { data, found, k });
  const sign = reversed ? -1 : 1;
  return [...found.shown].sort((i, j) => sign * compare(i, j) || i - j);
}
