// What the series of groups (groups/series.js) are called, and how their numbers are told.

import { familyHex, familyName } from "../colour.js";
import { CHROMA, FAMILIES, LIGHTNESS, SERIES, WARMTH } from "../groups/series.js";
import { numberText, word } from "../language.js";

/** The numbers of all series. */
export const ALL = Array.from({ length: SERIES }, (_, s) => s);

/** The two groups, as classes. */
export const SIDES = ["a", "b"];

/** What stands for how many paintings there are, beside the series. */
export const COUNT = SERIES;

export const isFamily = (s) => s < FAMILIES;

const MEANS = { [LIGHTNESS]: "lightness", [CHROMA]: "chroma", [WARMTH]: "warmth" };

/** The name of a series. */
export const seriesName = (s) =>
  isFamily(s) ? familyName(s) : word(/** @type {import("../language.js").Word} */ (MEANS[s]));

/** A colour that stands for a series, null if none does. */
export const seriesHex = (s) => (isFamily(s) ? familyHex(s) : null);

/** A series as a number: shares in per cent; means in hundredths of OKLab's unit. */
export function seriesText(s, value) {
  const number = numberText(100 * value, Math.abs(value) < 0.0995 || !isFamily(s) ? 1 : 0);
  return isFamily(s) ? `${number}\u00a0%` : number.replace("-", "\u2212");
}

/** How much more or less, with its sign. */
export function differenceText(value) {
  const number = numberText(Math.abs(100 * value), 1);
  return `${value < 0 ? "\u2212" : "+"}${number}`;
}

