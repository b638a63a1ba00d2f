// The groups of paintings that are compared: which there are, what they are called, how an address
// tells them, and which paintings they have.

import { range } from "d3-array";
import { facetText, isInFacets } from "../facets.js";
import { word } from "../language.js";
import { spanText, yearsText } from "../layouts/axis.js";
import { yearText } from "../text.js";
import { folded, worded } from "../words.js";

const DECADE = 10; // years

/**
 * @typedef {object} Group
 * @property {"in" | "years" | "words" | "pins" | "rest"} kind
 * @property {string} [facet] and `value` where the kind is "in"
 * @property {string} [value]
 * @property {[number | null, number | null]} [years] the first and the last, null where it is open
 * @property {string} [text] the words
 */

/**
 * A group as an address tells it.
 * @param {Group} group
 */
export function formatGroup({ kind, facet, value, years = [null, null], text }) {
  const told = { in: `${facet}:${value}`, years: years.map((year) => year ?? "").join(".."), words: text };
  return kind in told ? `${kind}:${told[kind]}` : kind;
}

/**
 * The group that an address tells, null if `data` has none such.
 * @returns {Group | null}
 */
export function parseGroup(told, data) {
  if (told === "pins" || told === "rest") return { kind: told };
  const [, kind, rest] = /^(in|years|words):(.+)$/s.exec(told ?? "") ?? [];
  if (kind === "words") return { kind, text: rest.slice(0, 200) };
  if (kind === "in") {
    const found = parseValue(rest, data);
    return found && { kind, ...found };
  }
  const [, from, to] = /^(-?\d+)?\.\.(-?\d+)?$/.exec(rest ?? "") ?? [];
  if (!data.years || (from === undefined && to === undefined)) return null;
  const years = /** @type {[number | null, number | null]} */ ([from, to].map((year) => (year ? Number(year) : null)));
  return { kind: "years", years };
}

/** The facet and the value of it that "facet:value" names, null if `data` has none such. */
export function parseValue(told, data) {
  for (const { name, values } of data.facets) {
    const value = told.startsWith(`${name}:`) ? told.slice(name.length + 1) : null;
    if (values.includes(value)) return { facet: name, value };
  }
  return null;
}

/**
 * What a group is called.
 * @param {Group} group
 * @returns {string}
 */
export function groupText({ kind, value = "", years = [null, null], text }) {
  switch (kind) {
    case "in":
      return value;
    case "words":
      return `\u201c${text}\u201d`;
    case "pins":
      return word("the_pinned");
    case "rest":
      return word("the_rest");
    default: {
      const [from, to] = years;
      if (from === null) return word("before_year", { year: yearText(Number(to) + 1) });
      if (to === null) return word("from_year_on", { year: yearText(from) });
      return to - from === DECADE - 1 && from % DECADE === 0 ? yearsText(from, DECADE) : spanText(from, to);
    }
  }
}

/**
 * A function that tells whether painting i belongs to a group other than the rest.
 * @param {Group} group
 */
function belongs({ kind, facet, value, years = [null, null], text }, data, pins) {
  if (kind === "in") return isInFacets([[facet, value]], data);
  if (kind === "words") return worded(text, data);
  if (kind === "pins") return (i) => pins.includes(i);
  const [from, to] = years;
  return (i) => data.year[i] !== null && data.year[i] >= (from ?? -Infinity) && data.year[i] <= (to ?? Infinity);
}

/**
 * The paintings of the groups `a` and `b` among those `shown`: `{groups, both}`, as two rising lists, and
 * how many belong to both and so to none. The rest of a span of years is what has another year.
 */
export function membersOf({ a, b, pins }, shown, data) {
  const all = [...shown].sort((i, j) => i - j);
  if (a.kind === "rest" && b.kind === "rest") return { groups: [[], []], both: 0 };
  if (a.kind === "rest") {
    const { groups, both } = membersOf({ a: b, b: a, pins }, shown, data);
    return { groups: groups.reverse(), both };
  }
  const isA = belongs(a, data, pins);
  const isOther = (i) => !isA(i) && (a.kind !== "years" || data.year[i] !== null);
  const isB = b.kind === "rest" ? isOther : belongs(b, data, pins);
  const groups = [all.filter((i) => isA(i) && !isB(i)), all.filter((i) => isB(i) && !isA(i))];
  return { groups, both: all.filter((i) => isA(i) && isB(i)).length };
}

/**
 * The groups that can be chosen, of those whose name has `text`, under their headings:
 * `[{heading, group, n}]`, n being how many of the paintings `shown` each has.
 * @returns {{heading: string, group: Group, n: number}[]}
 */
export function groupsOffered(text, { data, shown, pins }) {
  const asked = folded(text.trim());
  const offered = [];
  const offerIfAny = (heading, group) => {
    const n = shown.filter(belongs(group, data, pins)).length;
    if (n) offered.push({ heading, group, n });
  };
  /** @param {Group} group */
  const offer = (heading, group, n) => {
    if (n && folded(groupText(group)).includes(asked)) offered.push({ heading, group, n });
  };
  if (asked) {
    const year = /^-?\d{3,4}$/.test(asked) ? Number(asked) : NaN;
    const [first, last] = data.years ?? [0, 0];
    if (year > first && year <= last) {
      for (const years of [[null, year - 1], [year, null]]) {
        offerIfAny(word("years"), { kind: "years", years });
      }
    }
  }
  for (const { name, values, of } of data.facets) {
    const counts = new Array(values.length).fill(0);
    for (const i of shown) for (const place of of[i]) counts[place] += 1;
    const places = range(values.length).sort((p, q) => counts[q] - counts[p] || p - q);
    for (const place of places) offer(facetText(name), { kind: "in", facet: name, value: values[place] }, counts[place]);
  }
  const decades = new Map();
  for (const i of shown) {
    if (data.year[i] === null) continue;
    const decade = Math.floor(data.year[i] / DECADE) * DECADE;
    decades.set(decade, (decades.get(decade) ?? 0) + 1);
  }
  for (const decade of [...decades.keys()].sort((p, q) => p - q)) {
    offer(word("years"), { kind: "years", years: [decade, decade + DECADE - 1] }, decades.get(decade));
  }
  if (pins.length) offer(word("others"), { kind: "pins" }, pins.length);
  offer(word("others"), { kind: "rest" }, shown.length);
  if (asked) offerIfAny(word("search"), { kind: "words", text: text.trim() });
  return offered;
}
