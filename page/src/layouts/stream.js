// The share of hue families by time: each colour is a slice of its year or decade, as thick as its
// share, among its kin.

import { GREYS, familyName, familyOf } from "../colour.js";
import { percent, yearText } from "../text.js";
import { blank } from "./cards.js";

const BETWEEN = 1.5; // px between families
const UNDATED_GAP = 40; // px left of the undated
const WIDEST = 240; // px, a bin
const LABEL = 46; // px that a label takes

/** What an order of the stream means: years in a bin, and whether bins are as high as each other. */
const STREAMS = {
  decade: { years: 10, even: true },
  year: { years: 1, even: true },
  decades: { years: 10, even: false },
  years: { years: 1, even: false },
};

/**
 * Lay out the colours of paintings `shown` (`year` of each, null if undated) at one k. Returns a
 * scene with `bins`: their labels, places, and the families' shares for the label under a pointer.
 */
export function stream({ count, depth, palettes, shown, year, by, width, height }) {
  const scene = blank(count, depth);
  const { years, even } = STREAMS[by];
  const dated = shown.filter((i) => year[i] !== null);
  const undated = shown.filter((i) => year[i] === null);
  const binOf = (i) => Math.floor(year[i] / years);
  const first = dated.reduce((least, i) => Math.min(least, binOf(i)), Infinity);
  const last = dated.reduce((most, i) => Math.max(most, binOf(i)), -Infinity);
  const span = dated.length ? last - first + 1 : 0;
  const bins = Array.from({ length: span }, (_, n) => ({
    number: first + n,
    label: binLabel(first + n, years),
    paintings: /** @type {number[]} */ ([]),
  }));
  for (const i of dated) bins[binOf(i) - first].paintings.push(i);
  if (undated.length) bins.push({ number: null, label: "undated", paintings: undated });
  const gap = undated.length && span ? UNDATED_GAP : 0;
  const room = Math.min(WIDEST, (width - gap) / Math.max(1, bins.length));
  const margin = (width - gap - room * bins.length) / 2;
  const fullest = bins.reduce((most, { paintings }) => Math.max(most, paintings.length), 1);
  const between = room > 14 ? 2 : room > 5 ? 1 : 0;
  const piled = bins.map((bin, n) => {
    const x = margin + n * room + (bin.label === "undated" ? gap : 0);
    const placed = { ...bin, x, width: Math.max(0.5, room - between) };
    const share = even ? 1 / Math.max(1, bin.paintings.length) : 1 / fullest;
    return { ...placed, families: pile(scene, palettes, placed, share, height) };
  });
  return { ...scene, framed: false, apart: true, height, bins: labelled(piled, room) };
}

/**
 * Pile up the colours of a bin from its foot: families in order, in each the darker first. Returns
 * the families' shares.
 */
function pile(scene, palettes, bin, share, height) {
  const slices = [];
  for (const i of bin.paintings) {
    for (let j = 0; j < palettes.size[i]; j += 1) {
      const at = i * palettes.depth + j;
      const [lightness, a, b] = palettes.lab.subarray(3 * at, 3 * at + 3);
      slices.push({ i, j, at, lightness, family: familyOf(a, b) });
    }
  }
  // Greys lie at the foot, as the ground does.
  const place = (family) => (family === GREYS ? -1 : family);
  slices.sort((p, q) => place(p.family) - place(q.family) || p.lightness - q.lightness);
  const families = new Set(slices.map(({ family }) => family)).size;
  const unit = Math.max(0, height - BETWEEN * Math.max(0, families - 1)) * share;
  const piled = [];
  let y = height;
  for (const { i, j, at, family } of slices) {
    const same = piled.at(-1);
    const tall = palettes.share[at] * unit;
    if (same?.family === family) same.share += palettes.share[at] / bin.paintings.length;
    else {
      if (same) y -= BETWEEN;
      const part = palettes.share[at] / bin.paintings.length;
      piled.push({ family, name: familyName(family), share: part });
    }
    y -= tall;
    scene.bands.set([bin.x, y, bin.width, tall], 4 * (i * scene.depth + j));
  }
  for (const i of bin.paintings) {
    for (let j = palettes.size[i]; j < scene.depth; j += 1) {
      const of = 4 * (i * scene.depth + palettes.size[i] - 1);
      const [x, top, wide] = scene.bands.subarray(of, of + 4);
      scene.bands.set([x, top, wide, 0], 4 * (i * scene.depth + j));
    }
    const at = 4 * i * scene.depth;
    scene.boxes.set(scene.bands.subarray(at, at + 4), 4 * i);
  }
  return piled;
}

/** A year or a decade, "1890s", in words. */
function binLabel(number, years) {
  if (years === 1) return yearText(number);
  return number < 0 ? `${-number * 10}s BC` : `${number * 10}s`;
}

/** Mark the bins whose labels have room: round years, or every so many decades. */
function labelled(bins, room) {
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => n * room >= LABEL) ?? 200;
  return bins.map((bin, n) => {
    const named = bin.number === null || bin.number % every === 0;
    const beforeUndated = bins[n + 1]?.number === null && room < LABEL;
    return { ...bin, named: named && !beforeUndated };
  });
}

/** What a bin of the stream is made of, in words: "1880s: blues 40 %, greens 35 %, greys 25 %". */
export function binText({ label, families }) {
  const parts = [...families].sort((p, q) => q.share - p.share);
  return `${label}: ${parts.map(({ name, share }) => `${name} ${percent(share)}`).join(", ")}`;
}
