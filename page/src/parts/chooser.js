// A field in which one types to choose among many: a combobox with a list under headings (WAI-ARIA 1.2).

import { group } from "d3-array";
import { select } from "d3-selection";
import { numberText, word } from "../language.js";

const MOST = 40; // entries that are listed under a heading, until one types

/**
 * Make a chooser of the input `field` and the list `list`; `offered(text)` tells what there is for what is
 * typed, `[{heading, label, n, isChosen, act}]`, and `act()` is called when one is chosen. A chooser that
 * `stays` goes on with the next choice; another shows its label again and closes.
 *
 * Returns `{draw(label)}`, which shows what is chosen.
 */
export function createChooser(field, list, { offered, stays = false }) {
  let shown = "";
  let active = -1;
  let entries = [];
  const isOpen = () => !list.hidden;

  function draw() {
    const typed = field.value !== shown || stays ? field.value : "";
    const all = group(offered(typed), ({ heading }) => heading);
    entries = [...all.values()].flatMap((some) => some.slice(0, MOST));
    active = Math.min(active, entries.length - 1);
    if (typed.trim() && active < 0) active = entries.length ? 0 : -1;
    let count = 0;
    const rows = [...all].flatMap(([heading, some]) => [
      { told: heading },
      ...some.slice(0, MOST).map((entry) => ({ entry, n: count++ })),
      ...(some.length > MOST ? [{ told: word("more_by_typing", { n: some.length - MOST }) }] : []),
    ]);
    const items = select(list)
      .selectAll("li")
      .data(rows)
      .join((enter) => {
        const item = enter.append("li");
        item.append("span").attr("class", "name").attr("dir", "auto");
        item.append("span").attr("class", "number");
        return item;
      })
      .attr("role", ({ entry }) => (entry ? "option" : "presentation"))
      .attr("class", ({ entry }) => (entry ? null : "heading"))
      .attr("id", ({ entry, n }) => (entry ? `${list.id}-${n}` : null))
      .attr("aria-selected", ({ entry }) => (entry ? Boolean(entry.isChosen) : null))
      .classed("active", ({ n }) => n === active)
      .on("click", (_, { entry }) => entry && choose(entry));
    items.select(".name").text(({ told, entry }) => told ?? entry.label);
    items.select(".number").text(({ entry }) => (entry ? numberText(entry.n) : ""));
    field.setAttribute("aria-expanded", isOpen());
    if (active >= 0) field.setAttribute("aria-activedescendant", `${list.id}-${active}`);
    else field.removeAttribute("aria-activedescendant");
    list.querySelector(".active")?.scrollIntoView({ block: "nearest" });
  }

  function open() {
    list.hidden = false;
    active = -1;
    draw();
  }

  function close() {
    if (!stays) list.hidden = true;
    field.value = shown;
    field.setAttribute("aria-expanded", isOpen());
  }

  function choose({ act }) {
    if (stays) {
      field.value = "";
      active = -1;
    }
    act();
    if (stays) draw();
    else field.blur();
  }

  function move(by) {
    if (!isOpen()) open();
    active = Math.min(entries.length - 1, Math.max(0, active + by));
    draw();
  }

  field.addEventListener("focus", () => {
    field.select();
    open();
  });
  field.addEventListener("blur", close);
  field.addEventListener("input", () => {
    list.hidden = false;
    active = field.value.trim() ? 0 : -1;
    draw();
  });
  // The field keeps the focus when one presses in the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  field.addEventListener("keydown", (event) => {
    const act = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => entries[active] && choose(entries[active]),
    }[event.key];
    if (act) {
      act();
      event.preventDefault();
    } else if (event.key === "Escape" && !stays) {
      field.blur();
      event.stopPropagation();
    }
  });

  return {
    draw(label = "") {
      shown = label;
      if (document.activeElement !== field) field.value = label;
      if (isOpen()) draw();
    },
  };
}
