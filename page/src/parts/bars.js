// A palette as a bar of its colours, as wide as their shares.

/** Draw the palette `colours(d)` side by side in each element of `selection`. */
export function drawBars(selection, colours) {
  selection
    .selectAll("i")
    .data(colours)
    .join("i")
    .style("flex-grow", ({ share }) => share)
    .style("background", ({ hex }) => hex);
}
