// The page's data as scripts/page/page.py writes it, unpacked into columns.

import { extent, median, range } from "d3-array";
import { GREYS, channels, familyOf, hexOf, hueOf, oklabOf } from "./colour.js";
import { colourOf, kindsOf, namedColours } from "./named.js";
import { remembered } from "./remember.js";
import { yearText } from "./text.js";
import { paletteDistance } from "./transport.js";

const COLOUR = 8; // digits: four of red, green and blue, two of the share, two of the name
const NEIGHBOUR = 5; // digits: three of the position, two of the distance
const WHOLE = 4095; // what stands for 1 in two digits

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Uint8Array(128);
for (let value = 0; value < 64; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;

/** The number that the base64 digits of `text` are from one place to before another. */
function digits(text, from, to) {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 64 + VALUES[text.charCodeAt(at)];
  return number;
}

/**
 * Unpack the palettes of one k: `size` of each painting's palette; and for each of its `depth`
 * places `rgb`, `share`, `name` and OKLab (`lab`, three numbers), share 0 beyond its size.
 */
export function decodePalettes(texts, depth) {
  const length = texts.length * depth;
  const palettes = {
    depth,
    size: new Uint8Array(texts.length),
    rgb: new Uint32Array(length),
    share: new Float32Array(length),
    name: new Uint16Array(length),
    lab: new Float32Array(3 * length),
  };
  texts.forEach((text, i) => {
    const size = text.length / COLOUR;
    palettes.size[i] = size;
    for (let j = 0; j < depth; j += 1) {
      const at = i * depth + j;
      const from = COLOUR * Math.min(j, size - 1);
      const rgb = digits(text, from, from + 4);
      palettes.rgb[at] = rgb;
      palettes.share[at] = j < size ? digits(text, from + 4, from + 6) / WHOLE : 0;
      palettes.name[at] = digits(text, from + 6, from + COLOUR);
      palettes.lab.set(oklabOf(...channels(rgb)), 3 * at);
    }
  });
  return palettes;
}

/** Unpack the neighbours of one painting: [{image, distance}], nearest first. */
export function decodeNeighbours(text) {
  const neighbours = [];
  for (let at = 0; at < text.length; at += NEIGHBOUR) {
    const image = digits(text, at, at + 3);
    neighbours.push({ image, distance: digits(text, at + 3, at + NEIGHBOUR) / WHOLE });
  }
  return neighbours;
}

/**
 * By what paintings are put in order: mean OKLab lightness and chroma, and of the colour that has most
 * of both share and chroma its place (`strongest`) and `hue`, -1 if that is a grey.
 */
export function traits({ size, share, lab, depth }) {
  const [lightness, chroma, hue] = [0, 1, 2].map(() => new Float32Array(size.length));
  const places = new Uint8Array(size.length);
  for (let i = 0; i < size.length; i += 1) {
    let strongest = -1;
    for (let j = 0; j < size[i]; j += 1) {
      const at = i * depth + j;
      const [l, a, b] = lab.subarray(3 * at, 3 * at + 3);
      const strength = share[at] * Math.hypot(a, b);
      lightness[i] += share[at] * l;
      chroma[i] += strength;
      if (strength <= strongest) continue;
      [strongest, places[i]] = [strength, j];
      hue[i] = familyOf(a, b) === GREYS ? -1 : hueOf(a, b);
    }
  }
  return { lightness, chroma, hue, strongest: places };
}

const PAIRS = 200; // of paintings, whose distances tell that of two by chance

/** The median distance of two paintings, of pairs drawn evenly. */
function distanceByChance({ size, share, rgb, depth }) {
  const count = size.length;
  const palette = (i) =>
    Array.from({ length: size[i] }, (_, j) => {
      return { rgb: channels(rgb[i * depth + j]), share: share[i * depth + j] };
    });
  const distances = range(PAIRS).map((n) => {
    const [i, j] = [(n * 7919) % count, (n * 104_729 + Math.floor(count / 2)) % count];
    return i === j ? null : paletteDistance(palette(i), palette(j), oklabOf);
  });
  return median(distances.filter((distance) => distance !== null)) || 1;
}

/** Turn the embedded columns into what the page asks for. */
export function unpack(raw) {
  const count = raw.image.length;
  const { tile, columns, sizes } = raw;
  const palettes = remembered((k) => decodePalettes(raw.palettes[k], k));
  const finest = Math.max(...raw.ks);
  const indices = new Map(raw.image.map((id, i) => [id, i]));
  const fallback = new Set(raw.fallback);
  const remarks = new Map(raw.remarks);
  const studies = new Set(raw.studies);
  const named = remembered(() => namedColours(palettes(finest), raw.names, raw.kinds));
  const kinds = remembered(() => kindsOf(named()));
  const apart = remembered(() => distanceByChance(palettes(finest)));
  const dated = raw.year.filter((year) => year !== null);
  return {
    count,
    k: raw.k,
    ks: raw.ks,
    finest,
    names: raw.names,
    /** The colours, 0xrrggbb, by which groups are compared (groups/codes.js). */
    codes: raw.codes,
    /** What to group and filter by: `{name, values, of}`, `of[i]` being the places of painting i's values. */
    facets: Object.entries(raw.facets).map(([name, facet]) => ({ name, ...facet })),
    title: raw.title,
    year: raw.year,
    years: dated.length ? extent(dated) : null,
    hasPictures: tile > 0,
    aspects: raw.image.map((_, i) => (tile ? sizes[i][0] / sizes[i][1] : 1)),
    /** What puts paintings in order (`traits`), by their palettes of k. */
    traits: remembered((k) => traits(palettes(k))),
    palettes,
    id: (i) => raw.image[i],
    indexOf: (id) => indices.get(id) ?? null,
    /** The date of painting i as its museum writes it, or its year. */
    date: (i) => raw.date?.[i] ?? yearText(raw.year[i]),
    artist: (i) => raw.artist?.[i] ?? null,
    hasArtists: Boolean(raw.artist),
    link: (i) => raw.link?.[i] ?? null,
    licence: (i) => raw.licence?.[i] ?? null,
    fellBack: (i) => fallback.has(i),
    /** What is odd about the file of painting i or what was found in it, "" if nothing is. */
    remark: (i) => remarks.get(i) ?? "",
    /** The address of painting i's study sheet, null if there is none. */
    study: (i) => (studies.has(i) ? `studies/${raw.image[i]}.html` : null),
    neighbours: (i) => decodeNeighbours(raw.neighbours[i]),
    /** The commonest kinds of colours, such as blue: `[{name, hex}]`. */
    kinds,
    /** The hex of a colour that is called so, or is of the kind, null if none is. */
    colourOf: (name) => colourOf(name, named(), kinds()),
    /** How alike palettes at a distance are: 1 the same, 0 as two paintings by chance. */
    likeness: (distance) => Math.max(0, 1 - distance / apart()),
    /** Where painting i lies on the map, x and y from 0 to 1. */
    mapped: (i) => [0, 2].map((from) => digits(raw.map, 4 * i + from, 4 * i + from + 2) / WHOLE),
    /** One palette as objects, in the order given. */
    palette(i, k) {
      const { size, rgb, share, name, depth } = palettes(k);
      return Array.from({ length: size[i] }, (_, j) => {
        const at = i * depth + j;
        const own = channels(rgb[at]);
        return {
          hex: hexOf(...own),
          rgb: own,
          share: share[at],
          name: raw.names[name[at]],
        };
      });
    },
    /** Where painting i lies in the sheet of thumbnails, px. */
    place: (i) => ({
      x: (i % columns) * tile,
      y: Math.floor(i / columns) * tile,
      width: sizes[i][0],
      height: sizes[i][1],
    }),
  };
}

