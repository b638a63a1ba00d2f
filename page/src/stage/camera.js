// Where places are on the canvas, as a camera sees them: `{zoom: {k, x, y}, ratio, top}`, with
// `ratio` device pixels a px, from `top` px down, to `foot` px if that is not null.

/** The whole pixel of an edge; two bands that meet have theirs in one place but for 32-bit floats. */
export const snapped = (value) => Math.round(Math.round(value * 64) / 64);

/** Where marks end on a canvas of `height` device pixels, so that they do not cover an axis. */
export const endOf = ({ foot, top, ratio }, height) =>
  foot === null ? height : Math.round((foot - top) * ratio);

/** `[left, top, right, bottom]` in device pixels of a place in `places`, as `camera` sees it. */
export function edgesOf(places, at, { zoom, ratio, top }) {
  const x = (value) => snapped((value * zoom.k + zoom.x) * ratio);
  const y = (value) => snapped((value * zoom.k + zoom.y - top) * ratio);
  return [
    x(places[at]),
    y(places[at + 1]),
    x(places[at] + places[at + 2]),
    y(places[at + 1] + places[at + 3]),
  ];
}
