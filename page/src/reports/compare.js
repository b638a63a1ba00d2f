// The comparison of two groups of paintings, drawn.

import { select } from "d3-selection";
import { drawDistributions, drawSeries, drawWheel } from "./figures.js";
import { drawPair } from "./pair.js";
import { distanceText, summary } from "./words.js";

/**
 * Draw the comparison `found` and what one can look at, `seen` (groups/worker.js), of `groups` of paintings
 * called `names` into `root`; `acts.open(i)` opens a painting, `acts.seek(hex)` finds a colour, and `copies`
 * are the pictures beside the page (copies.js).
 */
export function drawComparison(root, { found, seen, groups, names, state, data, acts, copies }) {
  const report = select(root).select(".compared");
  report
    .select(".summary")
    .selectAll("p")
    .data(summary(found, names))
    .join("p")
    .text((text) => text);
  drawPair(report.select(".pair"), { seen, groups, names, state, data, acts, copies });
  drawSeries(report.select(".series"), found, names);
  drawWheel(report.select(".wheel"), seen.wheel);
  drawDistributions(report.select(".distributions"), seen.distributions);
  report.select(".distance").text(distanceText(found));
}
