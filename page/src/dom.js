// The page's own elements, and its one live region.

/**
 * The element with an id that the template has.
 * @param {string} id
 * @returns {any}
 */
export const element = (id) => document.getElementById(id);

/**
 * The first element in `root` that a selector of the template's finds.
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {any}
 */
export const part = (selector, root = document) => root.querySelector(selector);

/** What draws on a canvas. */
export function drawer(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}

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
