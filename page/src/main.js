// Puts the page together: data in, one store of state, and parts that draw what it holds.

import { usual } from "./address.js";
import { hexOf } from "./colour.js";
import { unpack } from "./data.js";
import { element, part, say, settled } from "./dom.js";
import { pngOfView, svgOfView } from "./export/view.js";
import { UNFILTERED, find, isFiltered } from "./find.js";
import { addressed, keepInAddress } from "./history.js";
import { listenToKeys } from "./keys.js";
import { drawComparison } from "./parts/compare.js";
import { exportAs } from "./parts/exporter.js";
import { createFinder, drawFinder, withColour } from "./parts/finder.js";
import { drawPanel } from "./parts/panel.js";
import { colourAt } from "./parts/picture.js";
import { createPrint } from "./parts/print.js";
import { DARK, createToolbar, drawToolbar } from "./parts/toolbar.js";
import { createYears } from "./parts/years.js";
import { createPlot } from "./plot.js";
import { createStore } from "./state.js";
import { countText, paintings, spokenText } from "./text.js";

const COPIED = 1200; // ms for which a colour says that it was copied

const [panel, comparison] = [element("panel"), element("comparison")];
const data = unpack(JSON.parse(element("data").textContent));
const store = createStore({
  ...addressed(data),
  hovered: null,
  picking: false,
  sheet: null,
  theme: DARK.matches ? "dark" : "light",
});
let found = find(store.get(), data);

/** What the buttons of a painting do. */
const acts = {
  choose: (k) => store.set({ k }),
  open: (i) => store.set({ image: i, cursor: i, hovered: null, picking: false }),
  close(i) {
    store.set({ image: null, picking: false });
    plot.focus(i);
  },
  like: (i) => store.set({ ...UNFILTERED, like: i, zoom: usual(data).zoom }),
  seek: (hex) => store.set({ colours: withColour(store.get().colours, hex), picking: false }),
  pin(i) {
    const { pins } = store.get();
    const others = pins.filter((other) => other !== i);
    const pinned = others.length === pins.length;
    store.set({ pins: pinned ? [...pins, i].slice(-2) : others });
    say(`${data.title[i]} is ${pinned ? "pinned" : "no longer pinned"}`);
  },
  async copy(hex, button) {
    try {
      await navigator.clipboard.writeText(hex);
      say(`${hex} copied`);
      button?.classList.add("copied");
      setTimeout(() => button?.classList.remove("copied"), COPIED);
    } catch {
      say(`The browser did not let the page copy ${hex}`);
    }
  },
};

const plot = createPlot({ store, data, foundOf: () => found, open: acts.open });
const years = createYears(element("years"), data, (chosen) => store.set({ years: chosen }));

function drawDetail() {
  const { image, k, sheet, pins, picking } = store.get();
  document.body.classList.toggle("open", image !== null);
  panel.hidden = image === null;
  if (image === null) return;
  drawPanel(panel, { data, sheet, i: image, k, pinned: pins.includes(image), picking, acts });
}

function drawPins() {
  const { pins, k, sheet } = store.get();
  if (pins.length < 2) comparison.close();
  else {
    if (!comparison.open) comparison.showModal();
    drawComparison(comparison, { data, sheet, pins, k, unpin: acts.pin });
  }
}

/** Tell what changed in words. */
function tell({ image, k, view }, before) {
  const opened =
    image === null ? "" : spokenText(data.title[image], data.year[image], data.palette(image, k));
  if (image !== before.image) say(opened || "Closed");
  else if (k !== before.k) say(`Palettes of ${k}${opened && `. ${opened}`}`);
  else if (view !== before.view) say(`${view}, ${paintings(found.shown.length)}`);
}

const tellFound = settled(() => {
  say(isFiltered(store.get()) ? `${paintings(found.shown.length)} found` : "All paintings shown");
});

function update(state, before) {
  const changed = (...keys) => keys.some((key) => state[key] !== before[key]);
  const asked = changed("text", "years", "colours", "tolerance", "like");
  if (asked) {
    found = find(state, data);
    drawFinder(store, data, found);
    years.draw(state.years, found.shown);
    tellFound();
  }
  if (changed("view", "k", "by", "theme") || asked) drawToolbar(state, found.ranked);
  if (changed("image", "k", "sheet", "theme", "pins", "picking")) drawDetail();
  if (changed("pins", "k", "sheet")) drawPins();
  if (changed("zoom")) plot.zoom.set(state.zoom);
  if (changed("view")) plot.scrollBack();
  const toggled = (state.image === null) !== (before.image === null);
  const crossed = state.zoom.k >= plot.layout.picturesFrom !== plot.layout.pictured;
  if (toggled || crossed || asked || changed("view", "by", "reversed", "k")) plot.rearrange(true);
  else if (changed("image", "hovered", "sheet", "theme", "zoom")) plot.redraw(changed("theme"));
  plot.drawWords();
  tell(state, before);
}

/** What an export is of: the open painting, the pinned ones, or all that are shown. */
function exported() {
  const { image, pins } = store.get();
  if (image !== null) return { paintings: [image], name: data.title[image] };
  if (pins.length) return { paintings: pins, name: "pinned" };
  return { paintings: plot.layout.order, name: document.title };
}

function exportFile(kind) {
  const { k, view } = store.get();
  const shown = found.shown.length;
  const many =
    shown < data.count
      ? `${shown.toLocaleString("en")} of ${paintings(data.count)}`
      : countText(data.count, data.years);
  const named = { heading: document.title, told: `${many}, in ${k} colours each` };
  exportAs(kind, {
    data,
    k,
    ...exported(),
    view: `${document.title} ${view}`,
    picture: () => pngOfView(plot.seen, data, named),
    drawing: () => svgOfView(plot.seen, data, named),
  });
}

/** Put an open popover below its button, within the window. */
function below(popover) {
  const button = part(`[popovertarget=${popover.id}]`);
  const { left, bottom } = button.getBoundingClientRect();
  const most = window.innerWidth - popover.offsetWidth - 12;
  const lowest = window.innerHeight - popover.offsetHeight - 12;
  popover.style.left = `${Math.max(12, Math.min(left, most))}px`;
  popover.style.top = `${Math.max(12, Math.min(bottom + 6, lowest))}px`;
}

function listenToButtons() {
  element("close").addEventListener("click", () => acts.close(store.get().image));
  element("zoom-in").addEventListener("click", () => plot.zoom.by(1.5));
  element("zoom-out").addEventListener("click", () => plot.zoom.by(1 / 1.5));
  element("zoom-reset").addEventListener("click", plot.zoom.reset);
  element("help-button").addEventListener("click", () => element("help").showModal());
  element("pick").addEventListener("click", () => store.set({ picking: !store.get().picking }));
  panel.querySelector(".picture").addEventListener("click", (event) => {
    const rgb = store.get().picking && colourAt(event.currentTarget, event);
    if (rgb) acts.seek(hexOf(...rgb));
  });
  for (const button of document.querySelectorAll("#exports [data-kind]")) {
    button.addEventListener("click", () => {
      exportFile(button.getAttribute("data-kind"));
      element("exports").hidePopover();
    });
  }
}

function listenToDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) {
    part(".closes", dialog).addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }
  comparison.addEventListener("close", () => {
    const { pins } = store.get();
    if (pins.length === 2) store.set({ pins: pins.slice(0, 1) });
  });
  for (const popover of document.querySelectorAll("[popover]")) {
    popover.addEventListener("toggle", () => below(popover));
  }
  element("exports").addEventListener("beforetoggle", () => {
    const { paintings: chosen, name } = exported();
    const many = `${paintings(chosen.length)} at ${store.get().k} colours`;
    element("exported").textContent = chosen.length === 1 ? name : many;
  });
}

/** Decode the sheet of thumbnails, after the first paint, and draw all that needs it. */
async function showPictures() {
  if (data.hasPictures) {
    const sheet = new Image();
    sheet.src = element("sheet").textContent;
    await sheet.decode();
    store.set({ sheet });
  }
  element("marks").dataset.complete = true;
}

element("count").textContent = countText(data.count, data.years);
createToolbar(data.ks, store);
createFinder(store);
drawToolbar(store.get(), found.ranked);
drawFinder(store, data, found);
drawDetail();
plot.zoom.set(store.get().zoom);
plot.rearrange(true);
plot.drawWords();
years.draw(store.get().years, found.shown);
drawPins();

store.subscribe(update);
keepInAddress(store, data);
plot.listen();
listenToKeys({ store, data, acts, zoom: plot.zoom });
listenToButtons();
listenToDialogs();
new ResizeObserver(() => {
  if (!plot.isOutgrown()) return;
  plot.rearrange(false);
  plot.drawWords();
  drawDetail();
  years.draw(store.get().years, found.shown);
}).observe(part("main"));
createPrint(
  element("print"),
  data,
  () => plot.layout.order,
  () => store.get().k,
);

showPictures();
