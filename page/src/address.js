// What of the state an address tells, in its hash: #view=grid&k=5&image=some-id

import { parseHex } from "./colour.js";
import { COLOURS, withinWhole } from "./find.js";
import { formatGroup, parseGroup, parseValue } from "./groups/groups.js";
import { ORDERS, VIEWS } from "./layouts/orders.js";
import { TOLERANCE, TOLERANCES } from "./match.js";
import { UNZOOMED } from "./stage/viewport.js";

export const ZOOMED = 40; // times, at the most
export const POINTS = 40; // of the outline of a region, at the most

/** @typedef {import("./groups/groups.js").Group} Group */

/**
 * @typedef {object} Address What an address tells.
 * @property {string} view
 * @property {number} k
 * @property {string | null} by the order, null for the view's own
 * @property {boolean} reversed
 * @property {number | null} image the position of the open painting
 * @property {number[]} pins those of the pinned ones
 * @property {string} text
 * @property {[number, number] | null} years the first and the last
 * @property {[string, string][]} filters facets and the values of them that are asked for
 * @property {number[] | null} only the positions of the paintings that a file chose, null for all
 * @property {{hex: string, amount: number}[]} colours
 * @property {{points?: number[][], greys?: number[]} | null} asked a region of the wheel (match.js)
 * @property {number} tolerance in ΔE2000
 * @property {number | null} like the painting to which others are to be alike
 * @property {string | null} group the facet by which views are split into lanes
 * @property {Group | null} a the group that is compared, null if none is chosen
 * @property {Group} b the group that it is compared with
 * @property {boolean} embed whether the page is part of another
 * @property {{k: number, x: number, y: number, at: number | null}} zoom as viewport.js has it
 */

/**
 * The state without any wishes.
 * @returns {Address}
 */
export function usual(data) {
  return {
    view: "timeline",
    k: data.k,
    by: null,
    reversed: false,
    image: null,
    pins: [],
    text: "",
    years: null,
    filters: [],
    only: null,
    colours: [],
    asked: null,
    tolerance: TOLERANCE,
    like: null,
    group: null,
    a: null,
    b: { kind: "rest" },
    zoom: UNZOOMED,
    embed: false,
  };
}

const number = (text) => (text?.trim() ? Number(text) : NaN);
const isPart = (value) => value >= 0 && value <= 1;
const clamped = (value, [low, high]) => Math.min(high, Math.max(low, value));

function parseColours(text) {
  const colours = [];
  for (const part of (text ?? "").split(",").slice(0, COLOURS)) {
    const [code, amount] = part.split(":");
    const hex = parseHex(code);
    const share = number(amount) / 100;
    if (hex && share >= 0.01 && share <= 1) colours.push({ hex, amount: share });
  }
  return withinWhole(colours);
}

/** @returns {[number, number] | null} */
function parseYears(text, data) {
  const [from, to] = (text ?? "").split("..").map(number);
  if (!data.years || !Number.isInteger(from) || !Number.isInteger(to) || from > to) return null;
  return [from, to];
}

/**
 * A region of the wheel, as "x,y,x,y…" in thousandths, or as "greys,from,to".
 * @returns {{points?: number[][], greys?: number[]} | null}
 */
function parseRegion(text) {
  const [kind, ...rest] = (text ?? "").split(",");
  if (kind === "greys") {
    const greys = rest.map((part) => number(part) / 1000);
    return greys.length === 2 && greys.every(isPart) && greys[0] < greys[1] ? { greys } : null;
  }
  const values = (text ?? "").split(",").map((part) => number(part) / 1000);
  const sound = values.length >= 6 && values.length % 2 === 0 && values.length <= 2 * POINTS;
  if (!sound || !values.every((value) => Math.abs(value) <= 1.1)) return null;
  return { points: values.flatMap((x, n) => (n % 2 ? [] : [[x, values[n + 1]]])) };
}

/** @param {{points?: number[][], greys?: number[]}} region */
function formatRegion({ points = [], greys = [] }) {
  const whole = (value) => Math.round(1000 * value);
  return (greys.length ? ["greys", ...greys.map(whole)] : points.flat().map(whole)).join(",");
}

/** @returns {[string, string][]} */
function parseFilters(told, data) {
  const found = [...new Set(told)].map((one) => parseValue(one, data)).filter((one) => one !== null);
  return found.map(({ facet, value }) => [facet, value]);
}

function parseZoom(text, at) {
  const [k, x, y] = (text ?? "").split(",").map(number);
  const sound = [k, x, y].every(Number.isFinite) && k > 1 && k <= ZOOMED;
  return sound ? { k, x: clamped(x, [0, 1]), y: clamped(y, [0, 1]), at } : UNZOOMED;
}

/** Read a hash; what is missing, malformed or unknown to the data is as usual. */
export function parseAddress(hash, data) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const state = usual(data);
  const view = fields.get("view") ?? "";
  if (VIEWS.includes(view)) state.view = view;
  const k = data.ks.find((known) => String(known) === fields.get("k"));
  if (k !== undefined) state.k = k;
  const order = fields.get("by") ?? "";
  const by = order.replace(/^-/, "");
  if ([["match"], ...ORDERS[state.view]].some(([name]) => name === by)) {
    state.by = by;
    state.reversed = order.startsWith("-");
  }
  state.image = data.indexOf(fields.get("image"));
  const pins = fields.getAll("pin").map(data.indexOf);
  state.pins = [...new Set(pins)].filter((i) => i !== null).slice(0, 2);
  state.text = (fields.get("q") ?? "").slice(0, 200);
  state.years = parseYears(fields.get("years"), data);
  state.filters = parseFilters(fields.getAll("in"), data);
  const only = (fields.get("only") ?? "").split(",").map(data.indexOf).filter((i) => i !== null);
  if (only.length) state.only = [...new Set(only)].sort((i, j) => i - j);
  state.colours = parseColours(fields.get("colours"));
  state.asked = parseRegion(fields.get("region"));
  const tolerance = number(fields.get("tolerance"));
  if (tolerance >= TOLERANCES[0] && tolerance <= TOLERANCES[1]) state.tolerance = tolerance;
  state.like = data.indexOf(fields.get("like"));
  state.group = data.facets.find(({ name }) => name === fields.get("group"))?.name ?? null;
  state.a = parseGroup(fields.get("a"), data);
  state.b = parseGroup(fields.get("b"), data) ?? state.b;
  state.zoom = parseZoom(fields.get("zoom"), data.indexOf(fields.get("at")));
  state.embed = fields.has("embed");
  return state;
}

/** Write the state as a hash that `parseAddress` reads back. */
export function formatAddress(state, data) {
  const plain = usual(data);
  const fields = new URLSearchParams();
  const { view, k, by, reversed, image, pins, text, years } = state;
  const { group, filters, only, colours, asked, tolerance, like, a, b, zoom } = state;
  if (view !== plain.view) fields.set("view", view);
  fields.set("k", k);
  if (by !== null) fields.set("by", `${reversed ? "-" : ""}${by}`);
  if (image !== null) fields.set("image", data.id(image));
  for (const i of pins) fields.append("pin", data.id(i));
  if (text.trim()) fields.set("q", text);
  if (years) fields.set("years", years.join(".."));
  for (const [facet, value] of filters) fields.append("in", `${facet}:${value}`);
  if (only) fields.set("only", only.map(data.id).join(","));
  if (colours.length) {
    const told = colours.map(({ hex, amount }) => `${hex.slice(1)}:${Math.round(100 * amount)}`);
    fields.set("colours", told.join(","));
    if (tolerance !== TOLERANCE) fields.set("tolerance", tolerance);
  }
  if (asked) fields.set("region", formatRegion(asked));
  if (like !== null) fields.set("like", data.id(like));
  if (group !== null) fields.set("group", group);
  if (a !== null) fields.set("a", formatGroup(a));
  if (formatGroup(b) !== formatGroup(plain.b)) fields.set("b", formatGroup(b));
  if (state.embed) fields.set("embed", "");
  if (zoom.k > 1) {
    fields.set("zoom", [zoom.k.toFixed(3), zoom.x.toFixed(5), zoom.y.toFixed(5)].join(","));
    if (zoom.at !== null) fields.set("at", data.id(zoom.at));
  }
  return `#${fields}`;
}
