// What the collection brings to group and filter by: facets, each with the values that paintings have.

import { word } from "./language.js";

const LANES = 12; // at most: the largest groups, and the others

/** What a facet is called: the collection's own name for it, or the page's word where that is ours. */
export const facetText = (name) => (name === "artist" || name === "folder" ? word(name) : name);

/** A function that tells whether painting i has, of each facet in `filters`, one of the values asked for. */
export function isInFacets(filters, data) {
  const asked = new Map();
  for (const [name, value] of filters) {
    const facet = data.facets.find((one) => one.name === name);
    if (!asked.has(facet)) asked.set(facet, new Set());
    asked.get(facet).add(facet.values.indexOf(value));
  }
  return (i) => [...asked].every(([{ of }, places]) => of[i].some((place) => places.has(place)));
}

/**
 * The paintings of `order` in lanes by the first value that they have of a facet, the largest lane first, each
 * in the order given: `[{label, paintings}]`. Beyond the largest are the others, and those without a value.
 */
export function lanesOf(name, order, data) {
  const { values, of } = data.facets.find((facet) => facet.name === name);
  const found = new Map();
  for (const i of order) {
    const place = of[i][0] ?? null;
    if (!found.has(place)) found.set(place, []);
    found.get(place).push(i);
  }
  const valued = [...found].filter(([place]) => place !== null);
  valued.sort(([p, one], [q, other]) => other.length - one.length || p - q);
  const own = valued.length > LANES ? valued.slice(0, LANES - 1) : valued;
  const others = new Set([...valued.slice(own.length).flatMap(([, some]) => some), ...(found.get(null) ?? [])]);
  return [
    ...own.map(([place, paintings]) => ({ label: values[place], paintings })),
    ...(others.size ? [{ label: word("others"), paintings: order.filter((i) => others.has(i)) }] : []),
  ];
}
