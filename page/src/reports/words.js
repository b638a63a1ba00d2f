// What the reports say in words.

import { quantileSorted } from "d3-array";
import { numberText, word } from "../language.js";
import { yearsText } from "../layouts/axis.js";
import { yearText } from "../text.js";
import { ALL, COUNT, isFamily, seriesName, seriesText } from "./series.js";

/** The summary in words: what differs more than chance, the largest first, or that nothing does. */
export function summary({ means, difference, told, few }, names) {
  if (few) return [word("few_to_compare")];
  const larger = ALL.filter((s) => told[s]).sort((s, t) => Math.abs(difference[t]) - Math.abs(difference[s]));
  if (!larger.length) return [word("nothing_differs")];
  const tell = (s) =>
    word("against", { name: seriesName(s), a: seriesText(s, means[0][s]), b: seriesText(s, means[1][s]) });
  const list = (some) => some.map(tell).join("; ");
  const [more, less] = [larger.filter((s) => difference[s] > 0), larger.filter((s) => difference[s] < 0)];
  return [
    ...(more.length ? [word("has_more", { group: names[0], list: list(more) })] : []),
    ...(less.length ? [word("has_less", { group: names[0], list: list(less) })] : []),
  ];
}

/** How far the groups are apart, beside what random groups are. */
export function distanceText({ distance, splits }) {
  const told = (value) => numberText(value, 3);
  const [middle, upper] = [0.5, 0.95].map((part) => quantileSorted(splits, part) ?? 0);
  const usual = { distance: told(distance), median: told(middle), most: told(upper) };
  return `${word("groups_apart", usual)} ${word(distance <= upper ? "apart_by_chance" : "apart_indeed")}`;
}

/** What changed more than chance has it, in words, of groups that may have names. */
export function changesTold(courses, names) {
  return courses.flatMap(({ changes }, g) =>
    changes.flatMap((change, s) => {
      if (!change) return [];
      const [before, after] = [change.before, change.after].map((value) => seriesText(s, value));
      const [m, n] = change.paintings.map(String);
      const values = { name: seriesName(s), year: yearText(change.year), before, after, m, n };
      const told = word(isFamily(s) ? "changed_share" : "changed_mean", values);
      return [names.length > 1 ? `${names[g]}: ${told}` : told];
    }),
  );
}

/** What changed in a series of the groups, in short. */
export function changesText(courses, s) {
  const own = courses.flatMap(({ changes }) => (changes[s] ? [changes[s]] : []));
  return own.map(({ before, after }) => `${seriesText(s, before)} \u2192 ${seriesText(s, after)}`).join(", ");
}

/** What a span of years has of a series: "1880s: 12 % (9 to 15 %), n = 41". */
export function readText({ year, n, means, intervals }, s, every) {
  const span = yearsText(year, every);
  if (s === COUNT) return word("read_count", { span, n });
  const mean = seriesText(s, means[s]);
  if (!intervals) return word("read_few", { span, mean, count: n });
  const [low, high] = intervals[s].map((value) => seriesText(s, value));
  return word("read", { span, mean, low, high, count: n });
}
