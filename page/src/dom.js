// The page's own elements, and its one live region.

/**
 * The element with an id that the template has.
 * @param {string} id
 * @returns {any}
 */
export const element = (id) => document.getElementById(id);

/** Let assistive technology tell something. */
export function say(words) {
  element("said").textContent = words;
}

/** A function that calls `act` once, when it has not been called for `wait` ms. */
export function settled(act, wait = 400) {
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(act, wait);
  };
}
