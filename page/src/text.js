// Words and numbers as the page shows and says them.

import { word } from "./language.js";

/** A share as per cent: whole ones, but "<1 %" for the least. */
export function percent(share) {
  const value = Math.round(share * 100);
  return value === 0 ? "<1\u00a0%" : `${value}\u00a0%`;
}

/** A year as shown, "500 BC" where it is negative; "undated" if there is none. */
export function yearText(year) {
  if (year === null) return word("undated");
  return year < 0 ? word("bc", { year: String(-year) }) : String(year);
}

/** The year below a mark: nothing where there is none, as that stands elsewhere. */
export const captionText = (year) => (year === null ? "" : yearText(year));

/** The year that is written as yearText does, or as a number; NaN if none is. */
export function yearOf(text) {
  const year = Number.parseInt(text, 10);
  const before = word("bc", { year: "" }).trim().toLowerCase();
  return text.toLowerCase().includes(before) ? -Math.abs(year) : year;
}

/** "1 painting", "3,000 paintings". */
export const paintings = (number) => word("paintings_count", { n: number });

/** "12 of 36 paintings". */
export const partText = (number, count) => word("some_of", { some: number, n: count });

/** "12 of 36 paintings, 3 undated left out". */
export function hitsText({ shown, undated, missed }, count) {
  if (missed) return word("missed", { n: shown.length });
  const hits = partText(shown.length, count);
  return undated ? word("left_out", { hits, n: undated }) : hits;
}

/** How well a painting answers, by what the score measures (find.js). */
export function scoreText(score, measure) {
  const names = /** @type {const} */ ({ colours: "score_colours", region: "score_region", like: "score_like" });
  return word(names[measure], { share: percent(score) });
}

/** "36 paintings, 1872–1926". */
export function countText(count, years) {
  if (!years) return paintings(count);
  const [first, last] = years;
  return `${paintings(count)}, ${[...new Set([first, last])].map(yearText).join("\u2013")}`;
}

/** The host of a link, without its www; null if the link is none. */
export function hostText(link) {
  return link && URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, "") : null;
}

/** Facts on one line, without those that are missing. */
export const factsText = (facts) => facts.filter(Boolean).join(" \u00b7 ");

/** A palette on one line: "black #101820 40\u00a0%, grey #808080 25\u00a0%". */
export function paletteText(colours) {
  return colours.map(({ name, hex, share }) => `${name} ${hex} ${percent(share)}`).join(", ");
}

/** What the live region says of a painting that was opened. */
export function spokenText(title, date, colours) {
  return `${title}, ${date}. ${word("colours_count", { n: colours.length })}: ${paletteText(colours)}`;
}
