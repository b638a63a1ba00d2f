// The plot: joins what lays the paintings out, draws them, zooms, and lets one point at them or
// walk through them.

import { element } from "./dom.js";
import { layOut } from "./layouts/index.js";
import { moveInRows } from "./parts/rows.js";
import { remembered } from "./remember.js";
import { createCanvas } from "./stage/canvas.js";
import { listenToCursor } from "./stage/cursor.js";
import { drawGuides } from "./stage/guides.js";
import { createStage, flat, ranks } from "./stage/motion.js";
import { listenToLasso } from "./stage/lasso.js";
import { paintOf } from "./stage/paint.js";
import { listenToPointer } from "./stage/pointer.js";
import {
  isOutgrown,
  keepHigh,
  largestPart,
  partSeen,
  plotSize,
  roomFor,
  sizes,
  topOf,
} from "./stage/room.js";
import { listenToScroll, scrollBack, scrollInto } from "./stage/scroll.js";
import { drawWords } from "./stage/words.js";
import { seenOf, transformOf, zoomOf } from "./stage/viewport.js";
import { createZoom } from "./stage/zoom.js";

const [canvas, guides, label] = ["marks", "guides", "label"].map(element);
const [listbox, table] = ["paintings", "rows"].map(element);

/**
 * Make the plot of `data` for the states of `store`; `foundOf()` tells what is found (find.js), `acts`
 * are what buttons do (acts.js), and `copies` the pictures beside the page (copies.js).
 */
export function createPlot({ store, data, copies, foundOf, acts }) {
  let layout = null;
  let laidOut = ""; // the sizes for which the layout was made
  let pressed = false; // whether one has pressed the plot: from then on the wheel is for it
  let followed = null; // the state's zoom that the transform is for
  const layoutOf = () => layout;
  const seenOfLayout = () => (layout ? seenOf(layout, partSeen()) : partSeen());
  const paintOfK = remembered((k) => paintOf(data.palettes(k), data.finest));
  const surface = createCanvas(canvas, guides, data, copies);
  const stage = createStage(draw, (still) => {
    canvas.dataset.still = still;
  });
  const zoom = createZoom(listbox, {
    seenOf: seenOfLayout,
    isScrolled: () => layout?.scrolled ?? false,
    isIdle: () => store.get().embed && !pressed,
    isFixed: () => store.get().view === "table" || store.get().drawing,
    changed(transform) {
      followed = zoomOf(transform, layout, seenOfLayout());
      store.set({ zoom: followed, hovered: null, region: null });
    },
  });

  function draw(scene) {
    surface.draw(scene, store.get(), zoom.transform, scene === layout);
  }

  function drawAllWords() {
    const [state, found, seen] = [store.get(), foundOf(), partSeen()];
    const now = { state, data, layout, found, seen, acts, zoom: zoom.transform };
    drawWords({ listbox, table, label }, now);
  }

  /** Zoom as the state says, with painting `into`, if any, in view. */
  function follow(into = null) {
    followed = store.get().zoom;
    zoom.set(transformOf(followed, layout, seenOfLayout(), into));
  }

  /** Find a place for each painting in the room there is; `into` as of `follow`. */
  function arrange(into) {
    const state = store.get();
    keepHigh(null);
    const { width, height, axis } = roomFor(state.view);
    layout = layOut({ data, state, found: foundOf(), width, height, axis });
    layout.paint = paintOfK(state.k);
    keepHigh(Math.max(layout.height, height + axis));
    laidOut = sizes();
    zoom.limit(width, layout.height);
    surface.fit(largestPart());
    follow(into);
  }

  /** Show the layout, by a transition if `animated`. */
  function show(animated) {
    const moves = animated && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (moves && !stage.scene) stage.show(flat(layout));
    stage.show(layout, moves ? ranks(layout.order, data.count) : null);
    drawGuides(guides, layout, zoom.transform, outlined());
  }

  /** The outline drawn on the wheel, or asked for. */
  function outlined() {
    const { lasso, asked } = store.get();
    return lasso ?? asked?.points ?? null;
  }

  function listen() {
    const transformed = () => zoom.transform;
    listbox.addEventListener("pointerdown", () => {
      pressed = true;
    });
    listenToLasso(listbox, { store, layoutOf, transformed, acts });
    listenToPointer(listbox, { store, layoutOf, transformed, acts });
    listenToCursor(listbox, { store, layoutOf, zoom, open: acts.open, drawWords: drawAllWords });
    table.addEventListener("keydown", (event) => {
      const scrollTo = (y, height, head) => {
        scrollInto(y, height, head);
        drawAllWords();
      };
      if (moveInRows(event, layout.order, scrollTo)) event.preventDefault();
    });
    listenToScroll(() => {
      draw(stage.scene);
      drawAllWords();
    });
  }

  return {
    zoom,
    listen,
    scrollBack,
    drawWords: drawAllWords,
    /** The zooms from which on marks of the layout have pictures. */
    get picturesFrom() {
      return layout?.picturesFrom ?? [];
    },
    /** The paintings found, as they are laid out; where nothing is yet, in their own order. */
    get order() {
      return layout?.order ?? foundOf().shown;
    },
    /** All that is seen of the view, for its export. */
    get seen() {
      const { view, sheet } = store.get();
      const { look } = surface;
      const top = topOf(canvas);
      return { layout, zoom: zoom.transform, view, sheet, look, guides, canvas, ...plotSize(), top };
    },
    /** Whether the window has another size than the layout. */
    isOutgrown: () => isOutgrown(laidOut),
    /** Lay out anew and show it, by a transition if `animated`, with painting `into` in view. */
    rearrange(animated, into = null) {
      arrange(into);
      show(animated);
    },
    /** Draw what is laid out for the present state; `restyled` if the theme is another. */
    redraw(restyled) {
      if (restyled) surface.restyle();
      if (store.get().zoom !== followed) follow();
      draw(stage.scene);
      drawGuides(guides, layout, zoom.transform, outlined());
    },
    /** Put the keyboard's focus where painting i is. */
    focus(i) {
      const row = table.querySelector(`tr[data-image="${CSS.escape(data.id(i))}"] button`);
      if (store.get().view === "table") row?.focus();
      else listbox.focus({ preventScroll: true });
    },
  };
}
