// Puts the page together: data in, one store of state, and views that draw what it holds.

import { formatAddress, parseAddress, usual } from "./address.js";
import { hexOf } from "./colour.js";
import { unpack } from "./data.js";
import { UNFILTERED, find, isFiltered } from "./find.js";
import { toSvg } from "./export/svg.js";
import { layOut } from "./layouts/index.js";
import { orderOf } from "./layouts/orders.js";
import { NARROW } from "./layouts/timeline.js";
import { drawComparison } from "./parts/compare.js";
import { exportAs } from "./parts/exporter.js";
import { createFinder, drawFinder, withColour } from "./parts/finder.js";
import { drawPanel } from "./parts/panel.js";
import { colourAt } from "./parts/picture.js";
import { createPrint } from "./parts/print.js";
import { drawRows, moveInRows } from "./parts/rows.js";
import { DARK, createToolbar, drawToolbar } from "./parts/toolbar.js";
import { createYears } from "./parts/years.js";
import { drawGuides } from "./stage/guides.js";
import { drawLabel } from "./stage/label.js";
import { drawMarks } from "./stage/marks.js";
import { createStage, flat, paintOf, ranks } from "./stage/motion.js";
import { drawOptions, moved } from "./stage/options.js";
import { paintingAt } from "./stage/pick.js";
import { createZoom } from "./stage/zoom.js";
import { createStore } from "./state.js";
import { countText, paintings, spokenText, yearText } from "./text.js";

const AXIS = 36; // px below the marks for the years
const SOON = 400; // ms without a change of zoom or words before they are told and stored
const ADDRESSED = ["view", "k", "by", "reversed", "image", "pins", "text", "years"];
ADDRESSED.push("colours", "tolerance", "like", "zoom");
const CONTINUOUS = new Set(["text", "years", "colours", "tolerance", "zoom"]);
const VIEW_KEYS = { t: "timeline", g: "grid", w: "wheel", s: "stream", m: "map", l: "table" };

const element = (id) => document.getElementById(id);
const [plot, canvas, guides] = [element("plot"), element("marks"), element("guides")];
const [listbox, table, label, panel] = ["paintings", "rows", "label", "panel"].map(element);
const [said, comparison] = [element("said"), element("comparison")];
const main = document.querySelector("main");

const data = unpack(JSON.parse(element("data").textContent));
const paints = new Map();

/** What the address says, with the keyboard's cursor on the painting that it opens. */
function addressed() {
  const state = parseAddress(location.hash, data);
  return { ...state, cursor: state.image };
}

const store = createStore({
  ...addressed(),
  hovered: null,
  picking: false,
  sheet: null,
  theme: DARK.matches ? "dark" : "light",
});
const context = canvas.getContext("2d");
const stage = createStage(drawStage, (still) => {
  canvas.dataset.still = still;
});
let found = find(store.get(), data);
let layout = null;
let laidOut = ""; // the size of the plot for which the layout was made
let look = null; // what the style says of the theme

const size = () => `${main.clientWidth} ${main.clientHeight} ${window.innerHeight}`;
const isNarrow = () => plot.clientWidth < NARROW;
const withAxis = (view) => view === "timeline" || view === "stream";

/** The part of the plot that can be seen: from `top` px, `seen` px high. */
function viewOf() {
  const box = plot.getBoundingClientRect();
  const frame = main.getBoundingClientRect();
  const [from, to] = [Math.max(0, frame.top), Math.min(window.innerHeight, frame.bottom)];
  const top = Math.max(0, from - box.top);
  const { view } = store.get();
  return {
    width: plot.clientWidth,
    top,
    seen: Math.max(1, Math.min(box.height - top, to - Math.max(from, box.top))),
    scrolled: layout?.scrolled ?? false,
    fixed: view === "table",
  };
}

const zoom = createZoom(listbox, viewOf, (to) => store.set({ zoom: to, hovered: null }));

/** Find a place for each painting in the room there is. */
function arrange() {
  const state = store.get();
  plot.style.minHeight = "";
  const width = plot.clientWidth;
  const room = isNarrow() ? Math.max(320, window.innerHeight - 236) : main.clientHeight;
  const axis = withAxis(state.view) && !(isNarrow() && state.view === "timeline") ? AXIS : 0;
  layout = layOut({ data, state, found, width, height: Math.max(120, room - axis) });
  layout.paint = paintOfK(state.k);
  plot.style.minHeight = `${Math.ceil(layout.height + axis)}px`;
  laidOut = size();
  zoom.limit(width, layout.height);
  fitCanvas();
}

function paintOfK(k) {
  if (!paints.has(k)) paints.set(k, paintOf(data.palettes(k), data.finest));
  return paints.get(k);
}

/** Make the canvas as large as what can be seen of the plot at once. */
function fitCanvas() {
  const seen = Math.min(plot.clientHeight, window.innerHeight, isNarrow() ? Infinity : main.clientHeight);
  const [width, height] = [plot.clientWidth, seen].map((px) => Math.round(px * devicePixelRatio));
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  canvas.style.height = `${seen}px`;
}

/** Show the layout, by a transition if `animated`. */
function show(animated) {
  const moves = animated && !matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (moves && !stage.scene) stage.show(flat(layout));
  stage.show(layout, moves ? ranks(layout.order, data.count) : null);
  drawGuides(guides, layout, store.get().zoom, layout.height);
}

/** The colours and the font that the style has for the canvas. */
function readLook() {
  const numbers = (colour) => colour.match(/\d+/g).slice(0, 3).map(Number);
  const colourOf = (of) => numbers(getComputedStyle(of).color);
  return {
    paper: numbers(getComputedStyle(document.body).backgroundColor),
    ink: colourOf(canvas),
    muted: colourOf(element("count")),
    edge: colourOf(guides),
    font: getComputedStyle(canvas).fontFamily,
  };
}

const topOfCanvas = () => canvas.getBoundingClientRect().top - plot.getBoundingClientRect().top;

function drawStage(scene) {
  const { view, hovered, image, sheet, zoom: at } = store.get();
  look ??= readLook();
  const marked = view === "table" ? [] : [...new Set([hovered, image])].filter((i) => i !== null);
  drawMarks(context, scene, { zoom: at, ratio: devicePixelRatio, top: topOfCanvas() }, {
    ...look,
    sheet,
    place: data.place,
    caption: (i) => yearText(data.year[i]),
    marked,
  });
}

/** Where painting i's mark is in the plot, as zoomed. */
function boxOf(i) {
  const { k, x, y } = store.get().zoom;
  const [left, top, width, height] = layout.boxes.subarray(4 * i, 4 * i + 4);
  return [left * k + x, top * k + y, width * k, height * k];
}

/** The painting under the keyboard's cursor, if the keyboard is in use. */
function focused() {
  return listbox.matches(":focus-visible") ? store.get().cursor : null;
}

function drawWords() {
  const { view, hovered, cursor, image, sheet, zoom: at, k, by, reversed } = store.get();
  const rows = view === "table";
  table.hidden = !rows;
  listbox.hidden = rows;
  if (rows) {
    label.hidden = true;
    const { top, seen } = viewOf();
    const order = orderOf(view, by, found.ranked);
    drawRows(table, { data, k, order: layout.order, by: order, reversed, image, top, bottom: top + seen, sort, open });
    return;
  }
  const shown = layout.boxes[4 * cursor + 2] > 0 ? cursor : null;
  drawOptions(listbox, { data, order: layout.order, boxOf, cursor: shown, image });
  const i = hovered ?? focused();
  const there = i !== null && layout.boxes[4 * i + 2] > 0;
  const { top, seen } = viewOf();
  drawLabel(label, {
    data,
    sheet,
    i: there ? i : null,
    box: there ? boxOf(i) : null,
    seen: there ? layout.pictures[4 * i + 2] * at.k : 0,
    score: there ? (found.scores?.[i] ?? null) : null,
    width: plot.clientWidth,
    top,
    bottom: top + seen,
  });
}

function sort(order) {
  const { view, by, reversed } = store.get();
  const same = orderOf(view, by, found.ranked) === order;
  store.set({ by: order, reversed: same && !reversed });
}

function drawDetail() {
  const { image, k, sheet, pins, picking } = store.get();
  document.body.classList.toggle("open", image !== null);
  panel.hidden = image === null;
  if (image === null) return;
  drawPanel(panel, { data, sheet, i: image, k, pinned: pins.includes(image), picking, acts });
}

function drawPins() {
  const { pins, k, sheet } = store.get();
  const both = pins.length === 2;
  if (both) {
    drawComparison(comparison, { data, sheet, pins, k, unpin: acts.pin });
    if (!comparison.open) comparison.showModal();
    drawComparison(comparison, { data, sheet, pins, k, unpin: acts.pin });
  } else if (comparison.open) comparison.close();
}

const acts = {
  choose: (k) => store.set({ k }),
  open,
  like: (i) => store.set({ ...UNFILTERED, like: i, zoom: usual(data).zoom }),
  seek(hex) {
    store.set({ colours: withColour(store.get().colours, hex), picking: false });
    say(`${hex} is sought. ${paintings(found.shown.length)} found`);
  },
  pin(i) {
    const { pins } = store.get();
    const kept = pins.filter((other) => other !== i);
    const next = kept.length < pins.length ? kept : [...pins, i].slice(-2);
    store.set({ pins: next });
    say(next.includes(i) ? `${data.title[i]} is pinned` : `${data.title[i]} is no longer pinned`);
  },
  async copy(hex, button) {
    try {
      await navigator.clipboard.writeText(hex);
      say(`${hex} copied`);
      button?.classList.add("copied");
      setTimeout(() => button?.classList.remove("copied"), 1200);
    } catch {
      say(`The browser did not let the page copy ${hex}`);
    }
  },
};

function say(words) {
  said.textContent = words;
}

/** Tell what changed in words. */
function tell(state, before) {
  const { image, k, view } = state;
  const opened =
    image === null ? "" : spokenText(data.title[image], data.year[image], data.palette(image, k));
  if (image !== before.image) say(opened || "Closed");
  else if (k !== before.k) say(`Palettes of ${k}${opened && `. ${opened}`}`);
  else if (view !== before.view) say(`${view}, ${paintings(found.shown.length)}`);
}

/** A function that calls `act` once, when it has not been called for SOON ms. */
function settled(act) {
  let waiting = null;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, SOON);
  };
}

const tellFound = settled(() => {
  say(isFiltered(store.get()) ? `${paintings(found.shown.length)} found` : "All paintings shown");
});

let stored = formatAddress(store.get(), data);
/** Put the state into the address: a step in the history, unless it only goes on with the last. */
function keep(state, changed) {
  const hash = formatAddress(state, data);
  if (hash === stored) return;
  stored = hash;
  const goesOn = changed.every((key) => CONTINUOUS.has(key));
  if (goesOn) keepSoon();
  else history.pushState(null, "", hash);
}
const keepSoon = settled(() => history.replaceState(null, "", formatAddress(store.get(), data)));

store.subscribe((state, before) => {
  const changed = (...keys) => keys.some((key) => state[key] !== before[key]);
  const asked = changed("text", "years", "colours", "tolerance", "like");
  if (asked) found = find(state, data);
  if (changed("view", "k", "by", "theme") || asked) drawToolbar(state, found.ranked);
  if (changed("theme")) look = null;
  if (changed("image", "k", "sheet", "theme", "pins", "picking")) drawDetail();
  if (asked) drawFinder(store, data, found);
  const toggled = (state.image === null) !== (before.image === null);
  const crossed = state.zoom.k >= layout.picturesFrom !== layout.pictured;
  if (changed("zoom")) zoom.set(state.zoom);
  if (changed("view")) window.scrollTo(0, 0);
  if (changed("view")) main.scrollTo(0, 0);
  if (toggled || crossed || asked || changed("view", "by", "reversed", "k")) {
    arrange();
    show(!(asked && !changed("like")) || found.shown.length <= 3000);
  } else if (changed("image", "hovered", "sheet", "theme", "zoom")) {
    drawStage(stage.scene);
    if (changed("zoom")) drawGuides(guides, layout, state.zoom, layout.height);
  }
  if (asked || changed("years")) years.draw(state.years, found.shown);
  if (changed("pins", "k", "sheet")) drawPins();
  const kept = ADDRESSED.filter((key) => state[key] !== before[key]);
  if (kept.length) keep(state, kept);
  tell(state, before);
  if (asked) tellFound();
  listbox.style.touchAction = layout.scrolled && state.zoom.k === 1 ? "pan-y" : "none";
  drawWords();
});

function open(i) {
  store.set({ image: i, cursor: i, hovered: null, picking: false });
}

function close() {
  const { image, view } = store.get();
  store.set({ image: null, picking: false });
  if (view === "table") {
    table.querySelector(`tr[data-image="${CSS.escape(data.id(image))}"] button`)?.focus();
  } else listbox.focus({ preventScroll: true });
}

function at(event) {
  const { left, top } = plot.getBoundingClientRect();
  const { k, x, y } = store.get().zoom;
  const reach = (event.pointerType === "touch" ? 12 : 6) / k;
  return paintingAt(layout, (event.clientX - left - x) / k, (event.clientY - top - y) / k, reach);
}

function step(i) {
  const { image } = store.get();
  store.set({ cursor: i, hovered: null, image: image === null ? null : i });
  const { zoom: now } = store.get();
  const option = document.getElementById(`painting-${i}`);
  if (now.k > 1) bringInto(i);
  else option?.scrollIntoView({ block: "nearest" });
}

/** Pan so that painting i can be seen. */
function bringInto(i) {
  const { zoom: now } = store.get();
  const { width, top, seen } = viewOf();
  const [x, y, w, h] = boxOf(i);
  const into = (from, length, least, most) => {
    if (from < least) return least - from;
    return from + length > most ? most - from - length : 0;
  };
  const [dx, dy] = [into(x, w, 8, width - 8), into(y, h, top + 8, top + seen - 8)];
  if (dx || dy) store.set({ zoom: { ...now, x: now.x + dx, y: now.y + dy } });
}

function scrollTo(y, height) {
  const { top, seen } = viewOf();
  const head = 40;
  const by = y < top + head ? y - top - head : Math.max(0, y + height - top - seen);
  if (!by) return;
  if (isNarrow()) window.scrollBy(0, by);
  else main.scrollBy(0, by);
  drawWords();
}

/** Decode the sheet of thumbnails, after the first paint, and draw all that needs it. */
async function showPictures() {
  if (data.hasPictures) {
    const sheet = new Image();
    sheet.src = element("sheet").textContent;
    await sheet.decode();
    store.set({ sheet });
  }
  canvas.dataset.complete = true;
}

/** What an export is of: the open painting, the pinned ones, or all that are shown. */
function exported() {
  const { image, pins } = store.get();
  if (image !== null) return { paintings: [image], name: data.title[image] };
  if (pins.length) return { paintings: pins, name: "pinned" };
  return { paintings: layout.order, name: document.title };
}

function listenToMarks() {
  listbox.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch" && !event.buttons) store.set({ hovered: at(event) });
  });
  listbox.addEventListener("pointerleave", () => store.set({ hovered: null }));
  listbox.addEventListener("click", (event) => {
    const i = at(event);
    if (i !== null) open(i);
  });
  listbox.addEventListener("focus", () => {
    const { cursor } = store.get();
    const lost = cursor === null || !(layout.boxes[4 * cursor + 2] > 0);
    if (lost && layout.order.length) store.set({ cursor: layout.order[0] });
    else drawWords();
  });
  listbox.addEventListener("blur", drawWords);
  listbox.addEventListener("keydown", (event) => {
    const { cursor } = store.get();
    if (cursor === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(layout.boxes[4 * cursor + 2] > 0)) return;
    const next = moved(event.key, { order: layout.order, boxes: layout.boxes, cursor });
    if (next !== null && next !== undefined) step(next);
    else if (event.key === "Enter" || event.key === " ") open(cursor);
    else return;
    event.preventDefault();
  });
  table.addEventListener("keydown", (event) => {
    if (moveInRows(event, layout.order, scrollTo)) event.preventDefault();
  });
}

/** What each key does wherever one is, unless one writes. */
function keys(event) {
  const { image, k, picking } = store.get();
  const ks = data.ks;
  const actions = {
    Escape: () => (picking ? store.set({ picking: false }) : image !== null && close()),
    "/": () => element("search").focus(),
    "?": () => element("help").showModal(),
    "+": () => zoom.by(1.5),
    "=": () => zoom.by(1.5),
    "-": () => zoom.by(1 / 1.5),
    0: zoom.reset,
    "[": () => store.set({ k: ks[Math.max(0, ks.indexOf(k) - 1)] }),
    "]": () => store.set({ k: ks[Math.min(ks.length - 1, ks.indexOf(k) + 1)] }),
    c: () => image !== null && acts.copy(data.palette(image, k)[0].hex),
    p: () => image !== null && acts.pin(image),
  };
  const chosen = ks.find((known) => String(known) === event.key);
  if (chosen !== undefined) return () => store.set({ k: chosen });
  const view = VIEW_KEYS[event.key];
  if (view) return () => store.set({ view, by: null, reversed: false, zoom: usual(data).zoom });
  return actions[event.key];
}

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const writes = event.target.closest("input:not([type=radio]), select, textarea");
    if (document.querySelector("dialog[open], :popover-open") || writes) return;
    const act = keys(event);
    if (!act) return;
    act();
    event.preventDefault();
  });
}

/** Put an open popover below its button, within the window. */
function below(popover) {
  const button = document.querySelector(`[popovertarget=${popover.id}]`);
  const { left, bottom } = button.getBoundingClientRect();
  const most = window.innerWidth - popover.offsetWidth - 12;
  const lowest = window.innerHeight - popover.offsetHeight - 12;
  popover.style.left = `${Math.max(12, Math.min(left, most))}px`;
  popover.style.top = `${Math.max(12, Math.min(bottom + 6, lowest))}px`;
}

function listenToParts() {
  element("close").addEventListener("click", close);
  element("zoom-in").addEventListener("click", () => zoom.by(1.5));
  element("zoom-out").addEventListener("click", () => zoom.by(1 / 1.5));
  element("zoom-reset").addEventListener("click", zoom.reset);
  element("help-button").addEventListener("click", () => element("help").showModal());
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.querySelector(".closes").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }
  comparison.addEventListener("close", () => {
    const { pins } = store.get();
    if (pins.length === 2) store.set({ pins: pins.slice(0, 1) });
  });
  element("pick").addEventListener("click", () => store.set({ picking: !store.get().picking }));
  panel.querySelector(".picture").addEventListener("click", (event) => {
    const rgb = store.get().picking && colourAt(event.currentTarget, event);
    if (rgb) acts.seek(hexOf(...rgb));
  });
  for (const part of document.querySelectorAll("[popover]")) {
    part.addEventListener("toggle", () => below(part));
  }
  element("exports").addEventListener("beforetoggle", () => {
    const { paintings: chosen, name } = exported();
    element("exported").textContent =
      chosen.length === 1 ? name : `${paintings(chosen.length)} at ${store.get().k} colours`;
  });
  for (const button of document.querySelectorAll("#exports [data-kind]")) {
    button.addEventListener("click", () => {
      const { k, zoom: at } = store.get();
      exportAs(button.dataset.kind, {
        data,
        k,
        ...exported(),
        picture: () => new Promise((done) => canvas.toBlob(done)),
        drawing: () => toSvg(layout, at, plot.clientWidth, Math.ceil(layout.height), look.paper),
      });
      element("exports").hidePopover();
    });
  }
}

function listenToWindow() {
  // Going back, forward or to another address of this page: popstate tells of all three.
  window.addEventListener("popstate", () => {
    const state = addressed();
    stored = formatAddress(state, data);
    store.set(state);
  });
  const scrolled = () => {
    drawStage(stage.scene);
    drawWords();
  };
  window.addEventListener("scroll", scrolled, { passive: true });
  main.addEventListener("scroll", scrolled, { passive: true });
  new ResizeObserver(() => {
    if (size() === laidOut || main.clientWidth === 0) return; // no width: it is printed
    arrange();
    show(false);
    drawWords();
    drawDetail();
    years.draw(store.get().years, found.shown);
  }).observe(main);
  createPrint(
    element("print"),
    data,
    () => layout.order,
    () => store.get().k,
  );
}

element("count").textContent = countText(data.count, data.years);
const years = createYears(element("years"), data, (chosen) => store.set({ years: chosen }));
createToolbar(data.ks, store);
createFinder(store);
drawToolbar(store.get(), found.ranked);
drawFinder(store, data, found);
drawDetail();
zoom.set(store.get().zoom);
arrange();
show(true);
years.draw(store.get().years, found.shown);
drawWords();
listenToMarks();
listenToKeys();
listenToParts();
listenToWindow();
drawPins();

showPictures();
