// Keeps the state in the address: a step in the history for each choice, one for what goes on.

import { formatAddress, parseAddress, usual } from "./address.js";
import { settled } from "./dom.js";

const CONTINUOUS = new Set(["text", "years", "colours", "tolerance", "asked", "zoom"]);

/** What the address says, with the keyboard's cursor on the painting that it opens. */
export function addressed(data) {
  const state = parseAddress(location.hash, data);
  return { ...state, cursor: state.image };
}

/** Write the store's state into the address, and follow the address back, forward or elsewhere. */
export function keepInAddress(store, data) {
  const keys = Object.keys(usual(data));
  let kept = formatAddress(store.get(), data);
  const replaceSoon = settled(() => {
    history.replaceState(null, "", formatAddress(store.get(), data));
  });
  store.subscribe((state, before) => {
    const hash = formatAddress(state, data);
    if (hash === kept) return;
    kept = hash;
    const changed = keys.filter((key) => state[key] !== before[key]);
    // A page that is part of another leaves no steps in the history of that one.
    if (state.embed) history.replaceState(null, "", hash);
    else if (changed.every((key) => CONTINUOUS.has(key))) replaceSoon();
    else history.pushState(null, "", hash);
  });
  window.addEventListener("popstate", () => {
    const state = parseAddress(location.hash, data);
    kept = formatAddress(state, data);
    store.set({ ...state, cursor: state.image ?? store.get().cursor });
  });
}
