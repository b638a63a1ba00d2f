// Keys that work wherever one is on the page, unless one writes or a dialog is open.

import { usual } from "./address.js";
import { element } from "./dom.js";

const VIEWS = { t: "timeline", g: "grid", w: "wheel", s: "stream", m: "map", l: "table" };
const STEP = 1.5; // times, of a zoom by key

/** Listen to keys: `acts` are what the panel's buttons do, `zoom` that of the plot. */
export function listenToKeys({ store, data, acts, zoom }) {
  const { ks } = data;
  const ofOpened = (act) => () => {
    const { image } = store.get();
    if (image !== null) act(image);
  };
  const step = (by) => () => {
    const at = ks.indexOf(store.get().k) + by;
    store.set({ k: ks[Math.min(ks.length - 1, Math.max(0, at))] });
  };
  const actions = {
    Escape: () => (store.get().picking ? store.set({ picking: false }) : ofOpened(acts.close)()),
    "/": () => element("search").focus(),
    "?": () => element("help").showModal(),
    "+": () => zoom.by(STEP),
    "=": () => zoom.by(STEP),
    "-": () => zoom.by(1 / STEP),
    0: zoom.reset,
    "[": step(-1),
    "]": step(1),
    c: ofOpened((image) => acts.copy(data.palette(image, store.get().k)[0].hex)),
    p: ofOpened(acts.pin),
  };
  for (const [key, view] of Object.entries(VIEWS)) {
    actions[key] = () => store.set({ view, by: null, reversed: false, zoom: usual(data).zoom });
  }
  for (const k of ks) actions[k] = () => store.set({ k });
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
