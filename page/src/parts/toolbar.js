// The switches above the plot: the view, its order, how many colours, and the theme.

import { select } from "d3-selection";
import { element } from "../dom.js";
import { facetText } from "../facets.js";
import { word } from "../language.js";
import { isGrouped, ordersOf, orderOf, VIEWS } from "../layouts/orders.js";
import { UNZOOMED } from "../stage/viewport.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");

/** The theme that the browser asks for. */
export const preferredTheme = () => (DARK.matches ? "dark" : "light");

/** Make a group of radio buttons in `root` that call `choose`; `named` gives each its word. */
function createRadios(root, name, values, named, choose) {
  select(root)
    .selectAll("label")
    .data(values)
    .join((enter) => {
      const choice = enter.append("label");
      choice
        .append("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("value", (value) => value);
      choice.append("span").text(named);
      return choice;
    })
    .select("input")
    .on("change", (_, value) => choose(value));
}

/** Make the switches, which set `view`, `by`, `group`, `k` and `theme` of the store. */
export function createToolbar(data, { store, acts }) {
  createRadios("#views", "view", VIEWS, (view) => word(view), acts.show);
  createRadios("#ks", "k", data.ks, String, acts.choose);
  select("#by").on("change", ({ target }) => store.set({ by: target.value, reversed: false }));
  select("#group")
    .on("change", ({ target }) => store.set({ group: target.value || null, zoom: UNZOOMED }))
    .selectAll("option")
    .data(["", ...data.facets.map(({ name }) => name)])
    .join("option")
    .attr("value", (name) => name)
    .text((name) => (name ? word("lanes_by", { facet: facetText(name) }) : word("no_lanes")));
  select("#draw").on("click", () => store.set({ drawing: !store.get().drawing }));
  select("#theme").on("click", () => {
    store.set({ theme: store.get().theme === "dark" ? "light" : "dark" });
  });
  DARK.addEventListener("change", () => store.set({ theme: preferredTheme() }));
}

/** Show the state in the switches, what the view shows in a line, and the theme on the whole page. */
export function drawToolbar({ view, k, by, group, theme, drawing }, ranked) {
  const check = (root, value) =>
    select(root)
      .selectAll("input")
      .property("checked", (choice) => choice === value);
  check("#ks", k);
  check("#views", view);
  element("views").querySelector("label:has(:checked)")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const offered = ordersOf(view, ranked);
  select("#order").property("hidden", offered.length < 2);
  select("#by")
    .selectAll("option")
    .data(offered, ([name]) => name)
    .join("option")
    .order()
    .attr("value", ([name]) => name)
    .text(([, named]) => word(named));
  select("#by").property("value", orderOf(view, by, ranked));
  select("#group").property("value", group ?? "");
  select("#grouping").property("hidden", !isGrouped(view) || select("#group").selectAll("option").size() < 2);
  select("#draw").property("hidden", view !== "wheel").attr("aria-pressed", drawing);
  element("paintings").classList.toggle("drawing", drawing);
  select("#theme").attr("aria-pressed", theme === "dark");
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.view = view;
  const lead = /** @type {import("../language.js").Word} */ (`lead_${view}`);
  select("#lead span").text(word(lead));
}
