// The plot: where the paintings are laid out, drawn, zoomed, pointed at and walked through.

import { drawer, element, part } from "./dom.js";
import { layOut } from "./layouts/index.js";
import { orderOf } from "./layouts/orders.js";
import { binText } from "./layouts/stream.js";
import { NARROW } from "./layouts/narrow.js";
import { drawRows, moveInRows } from "./parts/rows.js";
import { drawGuides } from "./stage/guides.js";
import { drawLabel } from "./stage/label.js";
import { drawMarks } from "./stage/marks.js";
import { createStage, flat, ranks } from "./stage/motion.js";
import { drawOptions, moved } from "./stage/options.js";
import { paintOf } from "./stage/paint.js";
import { paintingAt } from "./stage/pick.js";
import { createRaster } from "./stage/raster.js";
import { createZoom } from "./stage/zoom.js";
import { yearText } from "./text.js";

const AXIS = 36; // px below the marks for the years
const REACH = { touch: 12, mouse: 6 }; // px around a mark that still count as on it

const [canvas, guides, label] = ["marks", "guides", "label"].map(element);
const [plot, listbox, table] = ["plot", "paintings", "rows"].map(element);
const main = part("main");
const footer = part("footer");

const isNarrow = () => plot.clientWidth < NARROW;
/** How many px of a narrow window the page's other parts take. */
const around = () =>
  plot.getBoundingClientRect().top + window.scrollY + footer.offsetHeight;
const size = () => `${main.clientWidth} ${main.clientHeight} ${window.innerHeight}`;

/**
 * Make the plot of `data` for the states of `store`; `foundOf()` tells what is found (find.js), and
 * `open(i)` opens a painting.
 */
export function createPlot({ store, data, foundOf, open }) {
  const context = drawer(canvas);
  const stage = createStage(draw, (still) => {
    canvas.dataset.still = still;
  });
  const zoom = createZoom(listbox, viewOf, (to) => store.set({ zoom: to, hovered: null }));
  const paints = new Map();
  let raster = createRaster(canvas.width, canvas.height);
  let layout = null;
  let laidOut = ""; // the size of the window for which the layout was made
  let look = null; // what the style says of the theme

  const isShown = (i) => i !== null && layout.boxes[4 * i + 2] > 0;

  /** The part of the plot that can be seen: from `top` px, `seen` px high. */
  function viewOf() {
    const box = plot.getBoundingClientRect();
    const frame = main.getBoundingClientRect();
    const [from, to] = [Math.max(0, frame.top), Math.min(window.innerHeight, frame.bottom)];
    const top = Math.max(0, from - box.top);
    return {
      width: plot.clientWidth,
      top,
      seen: Math.max(1, Math.min(box.height - top, to - Math.max(from, box.top))),
      scrolled: layout?.scrolled ?? false,
      fixed: store.get().view === "table",
    };
  }

  function paintOfK(k) {
    if (!paints.has(k)) paints.set(k, paintOf(data.palettes(k), data.finest));
    return paints.get(k);
  }

  /** Find a place for each painting in the room there is. */
  function arrange() {
    const state = store.get();
    plot.style.minHeight = "";
    const width = plot.clientWidth;
    const room = isNarrow() ? Math.max(320, window.innerHeight - around()) : main.clientHeight;
    const timed = state.view === "stream" || (state.view === "timeline" && !isNarrow());
    const height = Math.max(120, room - (timed ? AXIS : 0));
    layout = layOut({ data, state, found: foundOf(), width, height });
    layout.paint = paintOfK(state.k);
    plot.style.minHeight = `${Math.ceil(layout.height + (timed ? AXIS : 0))}px`;
    laidOut = size();
    zoom.limit(width, layout.height);
    fitCanvas();
  }

  /** Make the canvas as large as what can be seen of the plot at once. */
  function fitCanvas() {
    const frame = isNarrow() ? Infinity : main.clientHeight;
    const seen = Math.min(plot.clientHeight, window.innerHeight, frame);
    const [width, height] = [plot.clientWidth, seen].map((px) => Math.round(px * devicePixelRatio));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      raster = createRaster(width, height);
    }
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
      serif: getComputedStyle(part("h1")).fontFamily,
    };
  }

  function draw(scene) {
    const { view, hovered, image, sheet, zoom: at } = store.get();
    look ??= readLook();
    const marked = new Set(view === "table" ? [] : [hovered, image]);
    marked.delete(null);
    const top = canvas.getBoundingClientRect().top - plot.getBoundingClientRect().top;
    drawMarks(context, raster, scene, { zoom: at, ratio: devicePixelRatio, top }, {
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

  function sort(by) {
    const state = store.get();
    const same = orderOf(state.view, state.by, foundOf().ranked) === by;
    store.set({ by, reversed: same && !state.reversed });
  }

  /** Draw what is words: the options or rows in view, and the label. */
  function drawWords() {
    const { view, hovered, cursor, image, sheet, zoom: at, k, by, reversed } = store.get();
    const { top, seen } = viewOf();
    const bottom = top + seen;
    const { order } = layout;
    table.hidden = view !== "table";
    listbox.hidden = view === "table";
    listbox.style.touchAction = layout.scrolled && at.k === 1 ? "pan-y" : "none";
    if (view === "table") {
      label.hidden = true;
      const now = orderOf(view, by, foundOf().ranked);
      drawRows(table, { data, k, order, by: now, reversed, image, top, bottom, sort, open });
      return;
    }
    drawOptions(listbox, { data, order, boxOf, cursor: isShown(cursor) ? cursor : null, image });
    const pointed = hovered ?? (listbox.matches(":focus-visible") ? cursor : null);
    const i = isShown(pointed) ? pointed : null;
    drawLabel(label, {
      data,
      sheet,
      i,
      box: i === null ? null : boxOf(i),
      seen: i === null ? 0 : layout.pictures[4 * i + 2] * at.k,
      note: i === null ? "" : noteOn(i),
      score: i === null ? null : (foundOf().scores?.[i] ?? null),
      width: plot.clientWidth,
      top,
      bottom,
    });
  }

  /** What the label adds on painting i: in the stream, what its decade or year is made of. */
  function noteOn(i) {
    const bin = layout.bins?.find(({ paintings }) => paintings.includes(i));
    return bin ? binText(bin) : "";
  }

  /** The painting under a pointer's event. */
  function at(event) {
    const { left, top } = plot.getBoundingClientRect();
    const { k, x, y } = store.get().zoom;
    const reach = REACH[event.pointerType === "touch" ? "touch" : "mouse"] / k;
    return paintingAt(layout, (event.clientX - left - x) / k, (event.clientY - top - y) / k, reach);
  }

  /** Put the keyboard's cursor on painting i, and what is open with it. */
  function step(i) {
    store.set({ cursor: i, hovered: null, image: store.get().image === null ? null : i });
    if (store.get().zoom.k > 1) bringInto(i);
    else element(`painting-${i}`)?.scrollIntoView({ block: "nearest" });
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

  /** Scroll so that what is `height` px high from y on can be seen below the table's head. */
  function scrollTo(y, height, head) {
    const { top, seen } = viewOf();
    const by = y < top + head ? y - top - head : Math.max(0, y + height - top - seen);
    if (by) (isNarrow() ? window : main).scrollBy(0, by);
    drawWords();
  }

  function listen() {
    listbox.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "touch" && !event.buttons) store.set({ hovered: at(event) });
    });
    listbox.addEventListener("pointerleave", () => store.set({ hovered: null }));
    listbox.addEventListener("click", (event) => {
      const i = at(event);
      if (i !== null) open(i);
    });
    listbox.addEventListener("focus", () => {
      if (!isShown(store.get().cursor) && layout.order.length) {
        store.set({ cursor: layout.order[0] });
      } else drawWords();
    });
    listbox.addEventListener("blur", drawWords);
    listbox.addEventListener("keydown", (event) => {
      const { cursor } = store.get();
      if (!isShown(cursor) || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = moved(event.key, { order: layout.order, boxes: layout.boxes, cursor });
      if (next !== null) step(next);
      else if (event.key === "Enter" || event.key === " ") open(cursor);
      else return;
      event.preventDefault();
    });
    table.addEventListener("keydown", (event) => {
      if (moveInRows(event, layout.order, scrollTo)) event.preventDefault();
    });
    const scrolled = () => {
      draw(stage.scene);
      drawWords();
    };
    window.addEventListener("scroll", scrolled, { passive: true });
    main.addEventListener("scroll", scrolled, { passive: true });
  }

  return {
    zoom,
    listen,
    drawWords,
    /** The layout that is shown. */
    get layout() {
      return layout;
    },
    /** All that is seen of the view, for its export. */
    get seen() {
      const { view, sheet, zoom: now } = store.get();
      const top = canvas.getBoundingClientRect().top - plot.getBoundingClientRect().top;
      const [width, height] = [plot.clientWidth, plot.clientHeight];
      return { layout, zoom: now, view, sheet, look, guides, canvas, width, height, top };
    },
    /** Whether the window has another size than the layout; no width means that it is printed. */
    isOutgrown: () => size() !== laidOut && main.clientWidth > 0,
    /** Lay out anew and show it, by a transition if `animated`. */
    rearrange(animated) {
      arrange();
      show(animated);
    },
    /** Draw what is laid out for the present state; `restyled` if the theme is another. */
    redraw(restyled) {
      if (restyled) look = null;
      draw(stage.scene);
      drawGuides(guides, layout, store.get().zoom, layout.height);
    },
    /** Back to where the view begins. */
    scrollBack() {
      window.scrollTo(0, 0);
      main.scrollTo(0, 0);
    },
    /** Put the keyboard's focus where painting i is. */
    focus(i) {
      const row = table.querySelector(`tr[data-image="${CSS.escape(data.id(i))}"] button`);
      if (store.get().view === "table") row?.focus();
      else listbox.focus({ preventScroll: true });
    },
  };
}
