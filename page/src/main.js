// Puts the page together: data in, one store of state, and views that draw what it holds.

import { formatAddress, parseAddress } from "./address.js";
import { drawAxis } from "./axis.js";
import { unpack } from "./data.js";
import { drawLabel } from "./label.js";
import { drawMarks } from "./marks.js";
import { createStage, flat, paintOf, ranks } from "./motion.js";
import { drawOptions, moved } from "./options.js";
import { drawPanel } from "./panel.js";
import { pick } from "./pick.js";
import { createStore } from "./state.js";
import { countText, spokenText, yearText } from "./text.js";
import { NARROW, timeline } from "./timeline.js";
import { DARK, createToolbar, drawToolbar } from "./toolbar.js";

const AXIS = 36; // px below the marks for the years

const element = (id) => document.getElementById(id);
const [plot, canvas, axis] = [element("plot"), element("marks"), element("axis")];
const [listbox, label, panel, said] = ["paintings", "label", "panel", "said"].map(element);

const data = unpack(JSON.parse(element("data").textContent));
const depth = Math.max(...data.ks);
const paints = new Map(data.ks.map((k) => [k, paintOf(data.palettes(k), depth)]));

/** What the address says, with the keyboard's cursor on the painting that it opens. */
function addressed() {
  const { k, image } = parseAddress(location.hash, data);
  return { k, image, cursor: image };
}

const store = createStore({
  ...addressed(),
  hovered: null,
  sheet: null,
  theme: DARK.matches ? "dark" : "light",
});
const context = canvas.getContext("2d");
const stage = createStage(drawStage, (still) => {
  canvas.dataset.still = still;
});
let layout = null;
let laidOut = ""; // the size of the plot for which the layout was made

const size = () => `${plot.clientWidth} ${plot.clientHeight}`;

/** Find a place for each painting in the room there is. */
function layOut() {
  const narrow = plot.clientWidth < NARROW;
  plot.style.minHeight = "";
  layout = timeline({
    years: data.year,
    lightness: data.lightness,
    aspects: data.aspects,
    pictures: data.hasPictures,
    width: plot.clientWidth,
    height: narrow ? window.innerHeight : plot.clientHeight - AXIS,
  });
  if (narrow) plot.style.minHeight = `${layout.height}px`;
  laidOut = size();
  drawAxis(axis, layout);
  fitCanvas();
}

/** Make the canvas as large as what can be seen of the plot at once. */
function fitCanvas() {
  const height = Math.min(plot.clientHeight, window.innerHeight);
  canvas.width = Math.round(plot.clientWidth * window.devicePixelRatio);
  canvas.height = Math.round(height * window.devicePixelRatio);
  canvas.style.height = `${height}px`;
}

/** Show the palettes of the present k in the layout, by a transition if `animated`. */
function show(animated) {
  const { boxes, bar, caption } = layout;
  const scene = { boxes, bar, caption, paint: paints.get(store.get().k), depth };
  const moves = animated && !matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (moves && !stage.scene) stage.show(flat(scene));
  stage.show(scene, moves ? ranks(layout.order) : null);
}

function drawStage(scene) {
  const { hovered, image, sheet } = store.get();
  const style = getComputedStyle(canvas);
  const top = canvas.getBoundingClientRect().top - plot.getBoundingClientRect().top;
  drawMarks(context, scene, window.devicePixelRatio, top, {
    ink: style.color,
    muted: getComputedStyle(element("count")).color,
    font: style.fontFamily,
    sheet,
    place: data.place,
    caption: (i) => yearText(data.year[i]),
    marked: [hovered, image].filter((i) => i !== null),
  });
}

/** The painting under the keyboard's cursor, if the keyboard is in use. */
function focused() {
  return listbox.matches(":focus-visible") ? store.get().cursor : null;
}

function drawWords() {
  const { hovered, cursor, image, sheet } = store.get();
  drawOptions(listbox, { data, order: layout.order, boxes: layout.boxes, cursor, image });
  const i = hovered ?? focused();
  const view = plot.getBoundingClientRect();
  drawLabel(label, {
    data,
    sheet,
    i,
    box: i === null ? null : layout.boxes.subarray(4 * i, 4 * i + 4),
    card: layout.bar !== null,
    width: plot.clientWidth,
    top: -view.top,
    bottom: window.innerHeight - view.top,
  });
}

function drawDetail() {
  const { image, k, sheet } = store.get();
  document.body.classList.toggle("open", image !== null);
  panel.hidden = image === null;
  if (image === null) return;
  const choose = (other) => store.set({ k: other });
  drawPanel(panel, { data, sheet, i: image, k, copy, choose });
}

async function copy(hex, button) {
  try {
    await navigator.clipboard.writeText(hex);
    said.textContent = `${hex} copied`;
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1200);
  } catch {
    said.textContent = `The browser did not let the page copy ${hex}`;
  }
}

/** Tell what changed in words. */
function say({ image, k }, before) {
  const opened =
    image === null ? "" : spokenText(data.title[image], data.year[image], data.palette(image, k));
  if (image !== before.image) said.textContent = opened || "Closed";
  else if (k !== before.k) said.textContent = `Palettes of ${k}${opened && `. ${opened}`}`;
}

store.subscribe((state, before) => {
  const changed = (...keys) => keys.some((key) => state[key] !== before[key]);
  if (changed("k", "theme")) drawToolbar(store.get());
  if (changed("image", "k", "sheet", "theme")) drawDetail();
  const toggled = (state.image === null) !== (before.image === null);
  if (toggled) layOut();
  if (toggled || changed("k")) show(true);
  else if (changed("image", "hovered", "sheet", "theme")) drawStage(stage.scene);
  if (changed("image", "k")) history.replaceState(null, "", formatAddress(state, data));
  say(state, before);
  drawWords();
});

function open(i) {
  store.set({ image: i, cursor: i, hovered: null });
}

function close() {
  store.set({ image: null });
  listbox.focus({ preventScroll: true });
}

function at(event) {
  const { left, top } = plot.getBoundingClientRect();
  return pick(layout.boxes, event.clientX - left, event.clientY - top);
}

function step(i) {
  const { image } = store.get();
  store.set({ cursor: i, hovered: null, image: image === null ? null : i });
  document.getElementById(`painting-${i}`)?.scrollIntoView({ block: "nearest" });
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

function listen() {
  listbox.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") store.set({ hovered: at(event) });
  });
  listbox.addEventListener("pointerleave", () => store.set({ hovered: null }));
  listbox.addEventListener("click", (event) => {
    const i = at(event);
    if (i !== null) open(i);
  });
  listbox.addEventListener("focus", () => {
    if (store.get().cursor === null && data.count) store.set({ cursor: layout.order[0] });
    else drawWords();
  });
  listbox.addEventListener("blur", drawWords);
  listbox.addEventListener("keydown", (event) => {
    const { cursor } = store.get();
    if (cursor === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moved(event.key, { ...layout, cursor });
    if (next !== null) step(next);
    else if (event.key === "Enter" || event.key === " ") open(cursor);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const k = data.ks.find((known) => String(known) === event.key);
    if (k !== undefined) store.set({ k });
    if (event.key === "Escape" && store.get().image !== null) close();
  });
  element("close").addEventListener("click", close);
  window.addEventListener("hashchange", () => store.set(addressed()));
  window.addEventListener("scroll", () => drawStage(stage.scene), { passive: true });
  window.addEventListener("resize", () => {
    fitCanvas();
    drawStage(stage.scene);
    drawDetail();
  });
  new ResizeObserver(() => {
    if (size() === laidOut) return;
    layOut();
    show(false);
    drawWords();
  }).observe(plot);
}

element("count").textContent = countText(data.year);
createToolbar(data.ks, store);
drawToolbar(store.get());
drawDetail();
layOut();
show(true);
drawWords();
listen();

showPictures();
