// A worker of its own for what takes long to compute of groups of paintings, so that the page goes on.

import { oklabOf, channels } from "../colour.js";
import { codesOf, costsOf, histogramsOf } from "./codes.js";
import { compare } from "./compare.js";
import { paletteOf } from "./palette.js";
import { distinctive, distributions, meanHistogram, nearestTo, wheelOfDifference } from "./portrait.js";
import { seriesOf } from "./series.js";
import { trend } from "./trends.js";

let all = null; // what is known of all paintings

/** What is asked, by its name; each gets the fields of the message. */
const ANSWERS = {
  /** Take the palettes of all (data.js), their codes (0xrrggbb), and their years. */
  prepare({ palettes, codes, years }) {
    const codeOf = codesOf(palettes, codes);
    const count = codes.length;
    const labs = codes.map((rgb) => oklabOf(...channels(rgb)));
    const histograms = histogramsOf(palettes, codeOf, count);
    const [costs, series] = [costsOf(codes), seriesOf(palettes)];
    all = { palettes, years, count, codeOf, labs, costs, series, histograms };
    return null;
  },
  /** What is sure of two groups. */
  compare: ({ groups }) => compare(all, groups[0], groups[1]),
  /** What one can look at of two groups, with palettes of k colours. */
  portray({ groups, k }) {
    const means = groups.map((group) => meanHistogram(all, group));
    return {
      palettes: groups.map((group, g) =>
        paletteOf(all.palettes, { codes: all.labs, codeOf: all.codeOf, mean: means[g] }, group, k),
      ),
      distinctive: distinctive(all, groups, means),
      typical: groups.map((group, g) => nearestTo(all, group, means[g])),
      passing: groups.map((group, g) => nearestTo(all, group, means[1 - g], 1)),
      distributions: groups.map((group) => distributions(all.palettes, group)),
      wheel: wheelOfDifference(all.palettes, groups),
    };
  },
  trends: ({ groups, every }) => groups.map((group) => trend(all.years, all.series, group, every)),
};

self.onmessage = ({ data: { id, asked, ...fields } }) => {
  self.postMessage({ id, answer: ANSWERS[asked](fields) });
};
