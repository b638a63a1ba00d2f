// What the names of colours stand for in a collection.

import { channels, hexOf, lightOf, meanColour } from "./colour.js";
import { folded } from "./words.js";

const KINDS = 12; // the commonest, at most

/** The mean colour and the share of each of `names` in palettes: a Map of {light, share} by name. */
export function namedColours({ size, share, rgb, name, depth }, names) {
  const found = new Map();
  for (let i = 0; i < size.length; i += 1) {
    for (let j = 0; j < size[i]; j += 1) {
      const at = i * depth + j;
      add(found, names[name[at]].split(",")[0], channels(rgb[at]).map(lightOf), share[at]);
    }
  }
  return found;
}

function add(found, name, light, share) {
  const sum = found.get(name) ?? { light: [0, 0, 0], share: 0 };
  sum.light = sum.light.map((value, c) => value + share * light[c]);
  sum.share += share;
  found.set(name, sum);
}

const hex = ({ light, share }) => hexOf(...meanColour(light, share));

/** The commonest kinds among named colours, by the last words of their names: [{name, hex}]. */
export function kindsOf(named) {
  const found = new Map();
  for (const [name, { light, share }] of named) {
    add(found, name.split(" ").at(-1), light.map((value) => value / share), share);
  }
  return [...found]
    .sort(([, p], [, q]) => q.share - p.share)
    .slice(0, KINDS)
    .map(([name, sum]) => ({ name, hex: hex(sum) }));
}

/** The hex of a colour by its name, among the `named`, or by its kind; null if it is neither. */
export function colourOf(text, named, kinds) {
  const asked = folded(text.trim());
  const kind = kinds.find(({ name }) => folded(name) === asked);
  if (kind) return kind.hex;
  for (const [name, sum] of named) if (folded(name) === asked) return hex(sum);
  return null;
}
