// Keys that work wherever one is on the page, unless one writes or a dialog is open.

import { element } from "./dom.js";

const VIEWS = { t: "timeline", g: "grid", w: "wheel", s: "stream", m: "map", l: "table", a: "compare", y: "trends" };

/** Listen to keys: `acts` are what buttons do (acts.js), `zoom` that of the plot. */
export function listenToKeys({ store, data, acts, zoom }) {
  const { ks } = data;
  const ofOpened = (act) => () => {
    const { image } = store.get();
    if (image !== null) act(image);
  };
  const step = (by) => () => {
    const at = ks.indexOf(store.get().k) + by;
    acts.choose(ks[Math.min(ks.length - 1, Math.max(0, at))]);
  };
  const actions = {
    Escape() {
      const { picking, drawing } = store.get();
      if (picking || drawing) store.set({ picking: false, drawing: false });
      else ofOpened(acts.close)();
    },
    f: () => element("filter").hidden || element("facets").showPopover(),
    "/": () => element("search").focus(),
    "?": () => element("help").showModal(),
    "+": zoom.in,
    "=": zoom.in,
    "-": zoom.out,
    0: zoom.reset,
    "[": step(-1),
    "]": step(1),
    c: ofOpened((image) => acts.copy(data.palette(image, store.get().k)[0].hex)),
    p: ofOpened(acts.pin),
  };
  for (const [key, view] of Object.entries(VIEWS)) actions[key] = () => acts.show(view);
  for (const k of ks) actions[k] = () => acts.choose(k);
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const on = /** @type {Element} */ (event.target);
    const writes = on.closest("input:not([type=radio]), select, textarea");
    if (writes || document.querySelector("dialog[open], :popover-open")) return;
    if (!Object.hasOwn(actions, event.key)) return;
    actions[event.key]();
    event.preventDefault();
  });
}
