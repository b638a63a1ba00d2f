// The switches above the plot: how many colours, and the theme.

import { select } from "d3-selection";

export const DARK = matchMedia("(prefers-color-scheme: dark)");

/** Make the switches, one choice for each of `ks`, that set `k` and `theme` of the store. */
export function createToolbar(ks, store) {
  select("#ks")
    .selectAll("label")
    .data(ks)
    .join((enter) => {
      const choice = enter.append("label");
      choice
        .append("input")
        .attr("type", "radio")
        .attr("name", "k")
        .attr("value", (k) => k);
      choice.append("span").text((k) => k);
      return choice;
    })
    .select("input")
    .on("change", (_, k) => store.set({ k }));
  select("#theme").on("click", () => {
    store.set({ theme: store.get().theme === "dark" ? "light" : "dark" });
  });
  DARK.addEventListener("change", () => store.set({ theme: DARK.matches ? "dark" : "light" }));
}

/** Show the state in the switches, and the theme on the whole page. */
export function drawToolbar({ k, theme }) {
  select("#ks")
    .selectAll("input")
    .property("checked", (choice) => choice === k);
  select("#theme").attr("aria-pressed", theme === "dark");
  document.documentElement.dataset.theme = theme;
}
