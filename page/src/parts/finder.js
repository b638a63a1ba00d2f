// Finding: words, one to five colours with amounts and a tolerance, or a region of the wheel.

import { select } from "d3-selection";
import { element } from "../dom.js";
import { parseHex } from "../colour.js";
import { COLOURS, UNFILTERED, isFiltered, withColour } from "../find.js";
import { word } from "../language.js";
import { TOLERANCES } from "../match.js";
import { hitsText, percent } from "../text.js";
import { respelled } from "../words.js";

const START = "#4f7cac";

/** Connect the search field, the colours of `data` and the reset to the store. */
export function createFinder(store, data, { ask, seek }) {
  const field = element("search");
  field.addEventListener("input", () => ask({ text: field.value }));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (field.value) ask({ text: "" });
    else field.blur();
    event.stopPropagation();
  });
  select("#add-colour").on("click", () => {
    ask({ colours: withColour(store.get().colours, START) });
    const added = select("#wanted").selectAll(".code").nodes();
    added.at(-1).focus();
  });
  select("#tolerance")
    .attr("min", TOLERANCES[0])
    .attr("max", TOLERANCES[1])
    .attr("step", 1)
    .on("input", ({ target }) => ask({ tolerance: Number(target.value) }));
  drawChips(data.kinds(), seek);
  select("#unpin").on("click", () => store.set({ pins: [] }));
  select("#asked-nothing").on("click", () => ask({ asked: null }));
  select("#only-all").on("click", () => ask({ only: null }));
  select("#reset").on("click", () => ask(UNFILTERED));
  select("#unlike").on("click", () => ask({ like: null }));
}

/** Show what the state asks for, and how many paintings are `found`; `acts` are for its buttons. */
export function drawFinder(state, { data, found, acts }) {
  const { text, only, colours, asked, tolerance, like, pins } = state;
  const field = element("search");
  if (field.value !== text) field.value = text;
  drawWanted(colours, data, acts.adjust, (n) => {
    acts.unseek(n);
    element("add-colour").focus();
  });
  select("#add-colour").property("disabled", colours.length >= COLOURS);
  select("#tolerance").property("value", tolerance);
  select("#tolerance-told").text(tolerance);
  select("#tolerances").property("hidden", !colours.length);
  select("#colours .chips")
    .selectAll("i")
    .data(colours)
    .join("i")
    .style("background", ({ hex }) => hex)
    .style("flex-grow", ({ amount }) => amount);
  select("#pinned").property("hidden", !pins.length);
  select("#pinned .title").text(pins.map((i) => data.title[i]).join(", "));
  select("#asked").property("hidden", !asked);
  select("#only").property("hidden", !only);
  select("#liked").property("hidden", like === null);
  if (like !== null) select("#liked .title").text(data.title[like]);
  const filtered = isFiltered(state);
  select("#found").property("hidden", !filtered);
  select("#hits").text(filtered ? hitsText(found, data.count) : "");
  select("#nothing").property("hidden", !filtered || found.shown.length > 0);
  const spelled = text.trim() && !found.shown.length ? respelled(text, data) : null;
  select("#respelled")
    .property("hidden", !spelled)
    .select("button")
    .text(spelled)
    .on("click", () => acts.ask({ text: spelled }));
}

/** Draw a chip for each kind of colour, which `seek(hex)` looks for. */
function drawChips(kinds, seek) {
  select("#kinds")
    .selectAll("button")
    .data(kinds)
    .join("button")
    .attr("type", "button")
    .attr("title", ({ name }) => name)
    .attr("aria-label", ({ name }) => word("find_named", { name }))
    .style("background", ({ hex }) => hex)
    .on("click", (_, { hex }) => seek(hex));
  select("#names")
    .selectAll("option")
    .data(kinds)
    .join("option")
    .attr("value", ({ name }) => name);
}

function drawWanted(colours, data, change, remove) {
  const rows = select("#wanted")
    .selectAll("li")
    .data(colours)
    .join((enter) => {
      const row = enter.append("li");
      row.append("input").attr("type", "color").attr("class", "well");
      row.append("input").attr("type", "text").attr("class", "code").attr("size", 9);
      row.selectAll(".code").attr("spellcheck", "false").attr("autocomplete", "off");
      row.selectAll(".code").attr("list", "names");
      row
        .append("input")
        .attr("type", "range")
        .attr("class", "amount")
        .attr("min", 1)
        .attr("max", 100);
      row.append("output");
      row
        .append("button")
        .attr("type", "button")
        .attr("class", "remove")
        .html(element("close").innerHTML);
      return row;
    });
  const read = (text) => parseHex(text) ?? data.colourOf(text);
  const told = (name) => (_, n) => word(name, { n: n + 1 });
  rows
    .select(".well")
    .attr("aria-label", told("colour_picked"))
    .property("value", ({ hex }) => hex)
    .each(listen("input", (n, { value }) => change(n, { hex: value })));
  rows
    .select(".code")
    .attr("aria-label", told("colour_typed"))
    .property("value", ({ hex }, n, fields) => {
      // What is being typed stays as it is, also where it is no colour yet.
      const field = fields[n];
      const kept = read(field.value) === hex || field.getAttribute("aria-invalid") === "true";
      return kept ? field.value : hex;
    })
    .each(
      listen("input", (n, field) => {
        const hex = read(field.value);
        field.setAttribute("aria-invalid", hex === null);
        if (hex) change(n, { hex });
      }),
    );
  rows
    .select(".amount")
    .attr("aria-label", told("colour_amount"))
    .property("value", ({ amount }) => Math.round(100 * amount))
    .each(listen("input", (n, { value }) => change(n, { amount: Number(value) / 100 })));
  rows.select("output").text(({ amount }) => percent(amount));
  rows
    .select(".remove")
    .attr("aria-label", told("colour_remove"))
    .each(listen("click", (n) => remove(n)));
}

/** A function for `each` that lets the nth element of its kind call `act(n, element)`. */
function listen(type, act) {
  return (_, n, elements) => {
    elements[n][`on${type}`] = () => act(n, elements[n]);
  };
}
