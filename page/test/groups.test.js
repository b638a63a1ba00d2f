import assert from "node:assert/strict";
import { test } from "node:test";
import { isInFacets } from "../src/facets.js";
import { distance } from "../src/groups/codes.js";
import { groupText, groupsOffered, membersOf } from "../src/groups/groups.js";
import { paletteOf } from "../src/groups/palette.js";
import { distinctive, distributions, nearestTo, wheelOfDifference } from "../src/groups/portrait.js";
import { chance, drawnPalettes } from "./chance.js";

const data = {
  count: 6,
  years: [1880, 1912],
  year: [1880, 1889, 1890, 1912, null, null],
  facets: [
    { name: "artist", values: ["Monet", "Renoir"], of: [[0], [1], [0], [1], [0], [0, 1]] },
    { name: "medium", values: ["oil", "pastel"], of: [[0], [0], [1], [], [0], [1]] },
  ],
  title: ["A haystack", "B", "Haystacks", "C", "D", "E"],
  artist: () => "",
  date: () => "",
};
const all = [0, 1, 2, 3, 4, 5];
const by = (facet, value) => ({ kind: "in", facet, value });
const rest = { kind: "rest" };

test("filters of one facet are alternatives, those of several must all be met", () => {
  const shown = (...filters) => all.filter(isInFacets(filters, data));
  assert.deepEqual(shown(), all);
  assert.deepEqual(shown(["artist", "Renoir"]), [1, 3, 5]);
  assert.deepEqual(shown(["artist", "Monet"], ["artist", "Renoir"]), all);
  assert.deepEqual(shown(["artist", "Monet"], ["medium", "pastel"]), [2, 5]);
});

test("groups share no painting, and the rest of years is what has another year", () => {
  const members = (a, b, shown = all) => membersOf({ a, b, pins: [3] }, shown, data);
  assert.deepEqual(members(by("artist", "Monet"), rest), { groups: [[0, 2, 4, 5], [1, 3]], both: 0 });
  assert.deepEqual(members(by("artist", "Monet"), by("artist", "Renoir")), {
    groups: [[0, 2, 4], [1, 3]],
    both: 1,
  });
  assert.deepEqual(members({ kind: "years", years: [1880, 1889] }, rest).groups, [[0, 1], [2, 3]]);
  assert.deepEqual(members({ kind: "years", years: [null, 1889] }, { kind: "years", years: [1912, null] }).groups, [[0, 1], [3]]);
  assert.deepEqual(members({ kind: "words", text: "haystack" }, { kind: "pins" }).groups, [[0, 2], [3]]);
  assert.deepEqual(members(rest, by("medium", "oil")).groups, [[2, 3, 5], [0, 1, 4]]);
  assert.deepEqual(members(rest, rest), { groups: [[], []], both: 0 });
  assert.deepEqual(members(by("medium", "oil"), by("medium", "oil")), { groups: [[], []], both: 3 });
  assert.deepEqual(members(by("medium", "oil"), rest, [5, 4, 3]).groups, [[4], [3, 5]]);
});

test("what is typed offers values, years before and after, and words, each with its number", () => {
  const offered = (text) =>
    groupsOffered(text, { data, shown: all, pins: [] }).map(({ group, n }) => [groupText(group), n]);
  assert.deepEqual(offered("reno"), [["Renoir", 3]]);
  assert.deepEqual(offered("1890"), [["before 1890", 2], ["from 1890 on", 2], ["1890s", 1], ["\u201c1890\u201d", 1]]);
  assert.deepEqual(offered("hayst"), [["\u201chayst\u201d", 2]]);
  assert.deepEqual(offered(""), [
    ["Monet", 4],
    ["Renoir", 3],
    ["oil", 3],
    ["pastel", 2],
    ["1880s", 2],
    ["1890s", 1],
    ["1910s", 1],
    ["the rest", 6],
  ]);
});

const palettes = drawnPalettes(60, 5, chance(5));
const everything = Array.from({ length: 60 }, (_, i) => i);

test("a group's palette is where Lloyd's algorithm rests: each colour the mean of the nearest", () => {
  const codes = [[0.2, 0, 0], [0.8, 0, 0], [0.5, 0.1, 0], [0.5, -0.1, 0.1], [0.6, 0, -0.1]];
  const codeOf = new Uint8Array(60 * 5);
  for (let at = 0; at < codeOf.length; at += 1) codeOf[at] = at % 5;
  const found = paletteOf(palettes, { codes, codeOf, mean: [0.3, 0.2, 0.2, 0.2, 0.1] }, everything, 4);
  assert.equal(found.length, 4);
  const sums = found.map(() => [0, 0, 0, 0]);
  for (const i of everything) {
    for (let j = 0; j < palettes.size[i]; j += 1) {
      const at = i * 5 + j;
      const lab = [...palettes.lab.subarray(3 * at, 3 * at + 3)];
      const away = found.map((colour) => Math.hypot(...lab.map((value, c) => value - colour.lab[c])));
      const sum = sums[away.indexOf(Math.min(...away))];
      lab.forEach((value, c) => (sum[c] += palettes.share[at] * value));
      sum[3] += palettes.share[at];
    }
  }
  found.forEach(({ lab, share }, n) => {
    lab.forEach((value, c) => assert.ok(Math.abs(value - sums[n][c] / sums[n][3]) < 1e-6));
    assert.ok(Math.abs(share - sums[n][3] / 60) < 1e-6);
  });
  assert.deepEqual(found.map(({ share }) => share), found.map(({ share }) => share).sort((p, q) => q - p));
});

test("the nearest paintings are those of all, though most distances are spared", () => {
  const random = chance(8);
  const count = 6;
  const labs = Array.from({ length: count }, () => [random(), random() * 0.2, random() * 0.2]);
  const costs = Float64Array.from(labs.flatMap((p) => labs.map((q) => Math.hypot(...p.map((v, c) => v - q[c])))));
  const histograms = new Float64Array(80 * count);
  for (let i = 0; i < 80; i += 1) {
    const parts = Array.from({ length: count }, () => random() ** 4);
    const sum = parts.reduce((a, b) => a + b, 0);
    parts.forEach((part, c) => (histograms[i * count + c] = part / sum));
  }
  const group = Array.from({ length: 80 }, (_, i) => i).filter((i) => i % 3);
  const mean = new Float64Array(count).fill(1 / count);
  const away = (i) => distance(histograms.subarray(i * count, (i + 1) * count), mean, costs);
  const expected = [...group].sort((i, j) => away(i) - away(j)).slice(0, 3);
  assert.deepEqual(nearestTo({ histograms, costs, count }, group, mean), expected);
});

test("distinctive colours are real ones of the group, with the shares of both", () => {
  const codeOf = Uint8Array.from({ length: 60 * 5 }, (_, at) => at % 3);
  const groups = [everything.slice(0, 20), everything.slice(20)];
  const means = [[0.5, 0.3, 0.2], [0.4, 0.2, 0.4]];
  const [one, other] = distinctive({ palettes, codeOf, count: 3 }, groups, means);
  assert.deepEqual(one.map(({ shares }) => shares), [[0.5, 0.4], [0.3, 0.2]]);
  assert.deepEqual(other.map(({ shares }) => shares), [[0.2, 0.4]]);
  for (const { place } of one) assert.ok(place < 100);
  assert.ok(other[0].place >= 100);
});

test("distributions have all of the canvas, and the wheel differs by as much both ways", () => {
  const groups = [everything.slice(0, 20), everything.slice(20)];
  const { lightness, chroma, hue } = distributions(palettes, groups[0]);
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  assert.ok(Math.abs(sum(lightness) - 1) < 1e-6);
  assert.ok(Math.abs(sum(chroma) - 1) < 1e-6);
  const cells = wheelOfDifference(palettes, groups);
  const coloured = groups.map((group) => sum(distributions(palettes, group).hue));
  assert.ok(Math.abs(sum(cells.map(({ difference }) => difference)) - (coloured[0] - coloured[1])) < 1e-6);
  assert.ok(sum(hue) > 0.8 && cells.length > 20);
});
