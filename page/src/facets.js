// What the collection brings to group and filter by: facets, each with the values that paintings have.

import { word } from "./language.js";

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
