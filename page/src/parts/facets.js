// Filters by what the collection brings: painters, decades, media or whatever its facets are.

import { range } from "d3-array";
import { select } from "d3-selection";
import { element } from "../dom.js";
import { facetText } from "../facets.js";
import { find } from "../find.js";
import { word } from "../language.js";
import { folded } from "../words.js";
import { createChooser } from "./chooser.js";

/** How many paintings each value of a facet would show, the facet's own filters left out. */
function countsOf({ name, values, of }, state, data) {
  const filters = state.filters.filter(([other]) => other !== name);
  const counts = new Array(values.length).fill(0);
  for (const i of find({ ...state, filters }, data).shown) for (const place of of[i]) counts[place] += 1;
  return counts;
}

/** Make the filters of `data`, which `ask` for other paintings; returns what draws them. */
export function createFilters({ store, data, ask }) {
  const popover = element("facets");
  element("filter").hidden = !data.facets.length;
  if (!data.facets.length) return { draw() {} };

  function toggle(name, value) {
    const { filters } = store.get();
    const others = filters.filter(([facet, other]) => facet !== name || other !== value);
    ask({ filters: others.length < filters.length ? others : [...filters, [name, value]] });
  }

  function offered(text) {
    const state = store.get();
    const asked = folded(text.trim());
    return data.facets.flatMap((facet) => {
      const { name, values } = facet;
      const counts = countsOf(facet, state, data);
      const chosen = new Set(state.filters.filter(([other]) => other === name).map(([, value]) => value));
      return range(values.length)
        .filter((place) => (counts[place] || chosen.has(values[place])) && folded(values[place]).includes(asked))
        .sort((p, q) => Number(chosen.has(values[q])) - Number(chosen.has(values[p])) || counts[q] - counts[p] || p - q)
        .map((place) => ({
          heading: facetText(name),
          label: values[place],
          n: counts[place],
          isChosen: chosen.has(values[place]),
          act: () => toggle(name, values[place]),
        }));
    });
  }

  const chooser = createChooser(element("facet"), element("values"), { offered, stays: true });

  return {
    /** Draw the filters that are chosen, each to be left off again. */
    draw() {
      const buttons = select("#chosen")
        .selectAll("li")
        .data(store.get().filters)
        .join((enter) => {
          const item = enter.append("li");
          const button = item.append("button").attr("type", "button");
          button.append("b").attr("class", "title").attr("dir", "auto");
          button.append("span").attr("aria-hidden", "true").text("\u00d7");
          return item;
        })
        .select("button")
        .attr("aria-label", ([, value]) => word("filter_off", { value }))
        .on("click", (_, [name, value]) => toggle(name, value));
      buttons.select(".title").text(([, value]) => value);
      if (popover.matches(":popover-open")) chooser.draw();
    },
  };
}
