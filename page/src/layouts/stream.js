// The share of hue families by time: each colour is a slice of its year or decade, as thick as its
// share, among its kin.

import { GREYS, familyName, familyOf } from "../colour.js";
import { numberText, word } from "../language.js";
import { paintings, percent } from "../text.js";
import { yearsText } from "./axis.js";
import { blank } from "./cards.js";

const BETWEEN = 1.5; // px between families
const UNDATED_GAP = 40; // px left of the undated
const NAMES = 62; // px at both edges for the names of families
const WIDEST = 240; // px, a bin
const LABEL = 46; // px that a label takes
const COUNTED = 24; // px, the width of a bin under which there is room for how many it has
const FEW = 5; // paintings; bins of fewer say little, and are
const PALE = 0.3; // as strong
const [NAMED, LINE] = [9, 14]; // px, the least height of a family with a name, and that of a name

/** What an order of the stream means: years in a bin, and whether bins are as high as each other. */
const STREAMS = {
  decade: { years: 10, even: true },
  year: { years: 1, even: true },
  decades: { years: 10, even: false },
  years: { years: 1, even: false },
};

/**
 * Lay out the colours of paintings `shown` (`year` of each, null if undated) at one k. Returns a
 * scene with `bins`: their labels, places, and the families' shares for the label under a pointer;
 * `strengths`, by which a bin of few is pale; the `axis` (timeline.js) and the names of families as
 * `words`. The undated, apart, are as high as the plane: they are no measure for the rest.
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
    label: yearsText((first + n) * years, years),
    paintings: /** @type {number[]} */ ([]),
  }));
  for (const i of dated) bins[binOf(i) - first].paintings.push(i);
  const fullest = bins.reduce((most, { paintings }) => Math.max(most, paintings.length), 1);
  if (undated.length) bins.push({ number: null, label: word("undated"), paintings: undated });
  const names = width > 8 * NAMES ? NAMES : 0;
  const gap = undated.length && span ? UNDATED_GAP : 0;
  const around = gap + 2 * names;
  const room = Math.min(WIDEST, (width - around) / Math.max(1, bins.length));
  const start = (width - around - room * bins.length) / 2 + names;
  const between = room > 14 ? 2 : room > 5 ? 1 : 0;
  const piled = bins.map((bin, n) => {
    const x = start + n * room + (bin.number === null && span ? names + gap : 0);
    const placed = { ...bin, x, width: Math.max(0.5, room - between) };
    const own = even || bin.number === null;
    const share = own ? 1 / Math.max(1, bin.paintings.length) : 1 / fullest;
    return { ...placed, families: pile(scene, palettes, placed, share, height) };
  });
  const strengths = new Float32Array(count * depth).fill(1);
  for (const { paintings } of bins) {
    if (paintings.length >= FEW) continue;
    for (const i of paintings) strengths.fill(PALE, i * depth, (i + 1) * depth);
  }
  const ends = span ? piled.slice(0, span) : piled;
  const labels = (k) => labelled(piled, room * k);
  return {
    ...{ ...scene, framed: false, apart: true, height, bins: piled, strengths },
    axis: { base: height, limit: height, lines: [], breaks: [], labels },
    words: names && ends.length ? [...namesOf(ends[0], -1, height), ...namesOf(ends[ends.length - 1], 1, height)] : [],
  };
}

/** The names of a bin's families, left (`side` -1) or right (1) of it, none upon another. */
function namesOf({ x, width, families }, side, height) {
  const words = families
    .filter(({ top, foot }) => foot - top >= NAMED)
    .map(({ name, top, foot }) => ({ label: name, y: (top + foot) / 2 + 4 }))
    .sort((p, q) => p.y - q.y);
  let room = height;
  for (const word of [...words].reverse()) {
    word.y = Math.min(word.y, room);
    room = word.y - LINE;
  }
  const at = side < 0 ? { x: x - 8, anchor: "end" } : { x: x + width + 8, anchor: "start" };
  return words.map((word) => ({ ...word, ...at, kind: "family" }));
}

/**
 * Pile up the colours of a bin from its foot: families in order, in each the darker first. Returns
 * the families' shares, and where they are from `top` to `foot`.
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
      piled.push({ family, name: familyName(family), share: part, top: y, foot: y });
    }
    y -= tall;
    piled[piled.length - 1].top = y;
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

/** The labels of bins that are `room` px wide: round years, or every so many decades. */
function labelled(bins, room) {
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => n * room >= LABEL) ?? 200;
  const middle = { anchor: "middle", ticked: true };
  return bins
    .filter(({ number }) => number === null || number % every === 0)
    .map(({ number, label, paintings, x, width }) => {
      const many = room >= COUNTED ? numberText(paintings.length) : "";
      const place = room < LABEL && number === null ? { x: x + width, anchor: "end" } : {};
      return { label, x: x + width / 2, ...middle, below: many, ...place };
    });
}

/** What a bin of the stream is made of, in words: "1880s, 12 paintings: blues 40 %, greys 25 %". */
export function binText({ label, paintings: some, families }) {
  const parts = [...families].sort((p, q) => q.share - p.share);
  const told = parts.map(({ name, share }) => `${name} ${percent(share)}`).join(", ");
  return word("bin_made_of", { when: label, paintings: paintings(some.length), families: told });
}
