// What the names of colours stand for in a collection.

import { channels, hexOf, lightOf, meanColour } from "./colour.js";
import { folded } from "./words.js";

const KINDS = 12; // the commonest, at most

/**
 * The mean colour, the share and the kind of each of `names`, of `kinds`, in palettes: a Map of
 * {light, share, kind} by name.
 */
export function namedColours({ size, share, rgb, name, depth }, names, kinds) {
  const found = new Map();
  for (let i = 0; i < size.length; i += 1) {
    for (let j = 0; j < size[i]; j += 1) {
      const at = i * depth + j;
      const light = channels(rgb[at]).map(lightOf);
      add(found, names[name[at]].split(",")[0], light, share[at], kinds[name[at]]);
    }
  }
  return found;
}

function add(found, name, light, share, kind) {
  const sum = found.get(name) ?? { light: [0, 0, 0], share: 0, kind };
  sum.light = sum.light.map((value, c) => value + share * light[c]);
  sum.share += share;
  found.set(name, sum);
}

const hex = ({ light, share }) => hexOf(...meanColour(light, share));

/** The commonest kinds among named colours: [{name, hex}]. */
export function kindsOf(named) {
  const found = new Map();
  for (const { light, share, kind } of named.values()) {
    add(found, kind, light.map((value) => value / share), share, kind);
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
