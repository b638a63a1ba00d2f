// Scrolls the plot: with the window where that is narrow, else within the page's main part.

import { part } from "../dom.js";
import { isNarrow, partSeen } from "./room.js";

const main = part("main");

/** Scroll back to where the view begins. */
export function scrollBack() {
  window.scrollTo(0, 0);
  main.scrollTo(0, 0);
}

/** Scroll so that what is `height` px high from y on can be seen below a head of `head` px. */
export function scrollInto(y, height, head) {
  const seen = partSeen();
  const from = seen.top + head;
  const by = y < from ? y - from : Math.max(0, y + height - seen.top - seen.height);
  if (by) (isNarrow() ? window : main).scrollBy(0, by);
}

/** Call `act` whenever the plot is scrolled. */
export function listenToScroll(act) {
  window.addEventListener("scroll", act, { passive: true });
  main.addEventListener("scroll", act, { passive: true });
}
