// Words and numbers as the page shows and says them.

/** A share as per cent: whole ones, but "<1 %" for the least. */
export function percent(share) {
  const value = Math.round(share * 100);
  return value === 0 ? "<1\u00a0%" : `${value}\u00a0%`;
}

/** A year as shown, "500 BC" where it is negative; "undated" if there is none. */
export function yearText(year) {
  if (year === null) return "undated";
  return year < 0 ? `${-year} BC` : String(year);
}

/** The year below a mark: nothing where there is none, as that stands elsewhere. */
export const captionText = (year) => (year === null ? "" : yearText(year));

/** The year that is written as yearText does, or as a number; NaN if none is. */
export function yearOf(text) {
  const year = Number.parseInt(text, 10);
  return /bc/i.test(text) ? -Math.abs(year) : year;
}

/** "1 painting", "3,000 paintings". */
export function paintings(number) {
  if (number === 0) return "no paintings";
  return number === 1 ? "1 painting" : `${number.toLocaleString("en")} paintings`;
}

/** "12 of 36 paintings". */
export const partText = (number, count) => `${number.toLocaleString("en")} of ${paintings(count)}`;

/** "12 of 36 paintings, 3 undated left out". */
export function hitsText({ shown, undated, missed }, count) {
  if (missed) return `none has these colours; the nearest ${shown.length}`;
  const left = undated ? `, ${undated.toLocaleString("en")} undated left out` : "";
  return partText(shown.length, count) + left;
}

/** How well a painting answers, by what the score measures (find.js). */
export function scoreText(score, measure) {
  if (measure === "colours") return `${percent(score)} of what is asked`;
  return measure === "region" ? `${percent(score)} of it there` : `${percent(score)} alike`;
}

/** "36 paintings, 1872–1926". */
export function countText(count, years) {
  if (!years) return paintings(count);
  const [first, last] = years;
  return `${paintings(count)}, ${[...new Set([first, last])].map(yearText).join("\u2013")}`;
}

/** Facts on one line, without those that are missing. */
export const factsText = (facts) => facts.filter(Boolean).join(" \u00b7 ");

/** A palette on one line: "black #101820 40\u00a0%, grey #808080 25\u00a0%". */
export function paletteText(colours) {
  return colours.map(({ name, hex, share }) => `${name} ${hex} ${percent(share)}`).join(", ");
}

/** What the live region says of a painting that was opened. */
export function spokenText(title, date, colours) {
  const number = colours.length === 1 ? "1 colour" : `${colours.length} colours`;
  return `${title}, ${date}. ${number}: ${paletteText(colours)}`;
}
