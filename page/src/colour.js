// Colours as text, as OKLab and OKLCh, and sorted into families of hue.

import { word } from "./language.js";

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const c = value / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});

/**
 * Families of hue, each from its angle in OKLCh on to the next one's; greys have none.
 * @type {{name: import("./language.js").Word, from: number}[]}
 */
export const HUES = [
  { name: "reds", from: 10 },
  { name: "oranges", from: 45 },
  { name: "yellows", from: 80 },
  { name: "greens", from: 112 },
  { name: "teals", from: 165 },
  { name: "blues", from: 220 },
  { name: "violets", from: 285 },
  { name: "pinks", from: 330 },
];
export const GREYS = HUES.length;
const GREY = 0.022; // chroma in OKLCh, below which a colour counts as grey

/** The name of a family, by its number. */
export const familyName = (family) => word(family === GREYS ? "greys" : HUES[family].name);

/** "#rrggbb" from text with or without #, of three or six digits; null if it is no colour. */
export function parseHex(text) {
  const digits = String(text).trim().replace(/^#/, "").toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${digits.replace(/./g, "$&$&")}`;
  return null;
}

/**
 * Red, green and blue, 0 to 255, of the number 0xrrggbb.
 * @returns {[number, number, number]}
 */
export const channels = (value) => [value >> 16, (value >> 8) & 255, value & 255];

/** Red, green and blue, 0 to 255, of "#rrggbb". */
export const rgbOf = (hex) => channels(parseInt(hex.slice(1), 16));

/** "#rrggbb" of red, green and blue, 0 to 255. */
export function hexOf(r, g, b) {
  return `#${((1 << 24) | (r << 16) | (g << 8) | b).toString(16).slice(1)}`;
}

/** OKLab of sRGB, 0 to 255 (Ottosson 2020). */
export function oklabOf(r, g, b) {
  const [lr, lg, lb] = [LINEAR[r], LINEAR[g], LINEAR[b]];
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** "#rrggbb" of OKLab (Ottosson 2020), clipped to what a screen shows. */
export function hexOfOklab([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const light = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
  ];
  return hexOf(...light.map((part) => gamma(Math.min(1, Math.max(0, part)))));
}

/** A channel of sRGB, 0 to 255, by how much light it gives off, 0 to 1. */
const gamma = (light) =>
  Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));

/** The mean of colours, [r, g, b], of the sums of their light (`lightOf`) times weights. */
export function meanColour(sums, weight) {
  return sums.map((sum) => gamma(sum / weight));
}

/** How much light a channel of sRGB, 0 to 255, gives off, 0 to 1. */
export const lightOf = (value) => LINEAR[value];

/** Hue of OKLab's a and b in degrees, 0 to 360. */
export function hueOf(a, b) {
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return hue < 0 ? hue + 360 : hue;
}

/** A colour that stands for a family, by its number. */
export function familyHex(family) {
  if (family === GREYS) return hexOfOklab([0.6, 0, 0]);
  const to = family + 1 < HUES.length ? HUES[family + 1].from : HUES[0].from + 360;
  const hue = (((HUES[family].from + to) / 2) * Math.PI) / 180;
  return hexOfOklab([0.65, 0.12 * Math.cos(hue), 0.12 * Math.sin(hue)]);
}

/** The number of a colour's family, by a and b of OKLab; GREYS for what has next to no chroma. */
export function familyOf(a, b) {
  if (Math.hypot(a, b) < GREY) return GREYS;
  const hue = hueOf(a, b);
  const after = HUES.findIndex(({ from }) => hue < from);
  return (after < 0 ? HUES.length : after || HUES.length) - 1;
}

/** Relative luminance (WCAG 2.2) of sRGB, 0 to 255. */
export function luminance(r, g, b) {
  return 0.2126 * LINEAR[r] + 0.7152 * LINEAR[g] + 0.0722 * LINEAR[b];
}

/** Black or white, whichever reads better on the colour. */
export function readableOn(rgb) {
  return luminance(...rgb) > 0.179 ? "#000" : "#fff"; // where the contrast with both is the same
}
