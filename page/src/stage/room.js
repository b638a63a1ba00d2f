// The room that the page has for the plot, and what can be seen of it.

import { element, part } from "../dom.js";
import { NARROW } from "../layouts/narrow.js";

const AXIS = { timeline: 36, stream: 52 }; // px below the marks for the years, and how many
const LEAST = 120; // px, the height for the marks
const LEAST_SCREEN = 320; // px, the height of the plot where the window is narrow

const plot = element("plot");
const main = part("main");
const footer = part("footer");

/** Whether the plot is so narrow that it is as high as its marks, and the window is scrolled. */
export const isNarrow = () => plot.clientWidth < NARROW;

/** How many px of a narrow window the page's other parts take. */
const around = () =>
  plot.getBoundingClientRect().top + window.scrollY + footer.offsetHeight + barHeight();

/** The height of the bar at the foot of a narrow window, px. */
const barHeight = () => Number.parseFloat(getComputedStyle(document.body).paddingBottom);

/** The sizes on which the room depends. */
export const sizes = () => `${main.clientWidth} ${main.clientHeight} ${window.innerHeight}`;

/** Whether the sizes are other than `before`; without a width the page is printed. */
export const isOutgrown = (before) => sizes() !== before && main.clientWidth > 0;

/** Keep the plot at least so many px high, or as high as the page makes it. */
export function keepHigh(height) {
  plot.style.minHeight = height === null ? "" : `${Math.ceil(height)}px`;
}

/** The room for the marks of `view`, and the height of the `axis` below them, px. */
export function roomFor(view) {
  const axis = view === "timeline" && isNarrow() ? 0 : (AXIS[view] ?? 0);
  const room = isNarrow()
    ? Math.max(LEAST_SCREEN, window.innerHeight - around())
    : main.clientHeight;
  return { width: plot.clientWidth, height: Math.max(LEAST, room - axis), axis };
}

/** The size of the plot, px. */
export const plotSize = () => ({ width: plot.clientWidth, height: plot.clientHeight });

/** The size of the most of the plot that can be seen at once, px. */
export function largestPart() {
  const { width, height } = plotSize();
  const frame = isNarrow() ? Infinity : main.clientHeight;
  return { width, height: Math.min(height, window.innerHeight, frame) };
}

/** The part of the plot that can be seen now: `width` px wide, from `top` px, `height` px high. */
export function partSeen() {
  const box = plot.getBoundingClientRect();
  const frame = main.getBoundingClientRect();
  // On a narrow screen the footer lies on what is scrolled.
  const foot = Math.min(window.innerHeight, footer.getBoundingClientRect().top);
  const [from, to] = [Math.max(0, frame.top), Math.min(foot, frame.bottom)];
  const top = Math.max(0, from - box.top);
  const height = Math.max(1, Math.min(box.height - top, to - Math.max(from, box.top)));
  return { width: plot.clientWidth, top, height };
}

/** Where an event of the pointer is in the plot, px. */
export function pointOf(event) {
  const { left, top } = plot.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** How many px below the plot's top an element begins. */
export function topOf(inside) {
  return inside.getBoundingClientRect().top - plot.getBoundingClientRect().top;
}
