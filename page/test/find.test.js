import assert from "node:assert/strict";
import { test } from "node:test";
import { familyName, familyOf, hexOf, oklabOf, parseHex, rgbOf } from "../src/colour.js";
import { UNFILTERED, find, folded, isFiltered, scores, withinWhole } from "../src/find.js";
import { hitsText } from "../src/text.js";
import { orderOf, ordersOf, sorted } from "../src/layouts/orders.js";

const lab = (...colours) => Float32Array.from(colours.flatMap(({ rgb }) => oklabOf(...rgb)));
const [RED, BLUE, WHITE] = [[255, 0, 0], [0, 0, 255], [255, 255, 255]].map((rgb) => ({ rgb }));

// Three paintings of two places: half red and half blue; three quarters white, the rest red; white.
const palettes = {
  depth: 2,
  size: [2, 2, 1],
  share: Float32Array.of(0.5, 0.5, 0.75, 0.25, 1, 0),
  lab: lab(RED, BLUE, WHITE, RED, WHITE, WHITE),
  name: [1, 0, 0, 1, 2, 2],
};
const data = {
  count: 3,
  names: ["azure", "red", "white"],
  finest: 2,
  title: ["Le Déjeuner", "Snow at Argenteuil", "Fog"],
  year: [1863, 1875, null],
  date: (i) => ["1863", "winter 1874–75", "19th century"][i],
  artist: (i) => ["Manet", "Monet", null][i],
  palettes: () => palettes,
  neighbours: (i) => [{ image: (i + 1) % 3, distance: 0.1 * (i + 1) }],
  traits: { lightness: [0.5, 0.9, 1], chroma: [0.3, 0.1, 0], hue: [29, 40, 0] },
};
const state = { ...UNFILTERED, tolerance: 0.1 };
const rounded = (values) => values.map((value) => value && Number(value.toFixed(5)));
const red = (amount) => ({ hex: "#ff0000", amount });

test("hex is read with or without #, of three or six digits", () => {
  assert.deepEqual(["#F0a", "ff00AA", " #ff00aa "].map(parseHex), ["#ff00aa", "#ff00aa", "#ff00aa"]);
  assert.deepEqual(["", "#ff", "ff00a", "red", "#gg0000", "1234567"].map(parseHex), new Array(6).fill(null));
  assert.deepEqual(rgbOf("#0a80ff"), [10, 128, 255]);
  assert.equal(hexOf(10, 128, 255), "#0a80ff");
});

test("families of hue are those of CSS's clear colours", () => {
  const named = (...rgb) => familyName(familyOf(...oklabOf(...rgb).slice(1)));
  assert.equal(named(255, 0, 0), "reds");
  assert.equal(named(255, 140, 0), "oranges");
  assert.equal(named(255, 225, 0), "yellows");
  assert.equal(named(0, 128, 0), "greens");
  assert.equal(named(0, 150, 150), "teals");
  assert.equal(named(0, 0, 255), "blues");
  assert.equal(named(120, 40, 200), "violets");
  assert.equal(named(255, 105, 180), "pinks");
  assert.equal(named(120, 120, 124), "greys");
});

test("a colour that is there in the amount asked for scores 1, half of it 1 / 2", () => {
  assert.deepEqual(rounded(scores([red(0.5)], 0.1, palettes)), [1, 0.5, null]);
  const both = [red(0.5), { hex: "#0000ff", amount: 0.5 }];
  assert.deepEqual(rounded(scores(both, 0.1, palettes)), [1, null, null]);
});

test("a near colour counts by its distance, and not from the tolerance on", () => {
  const near = [250, 0, 0];
  const [a, b] = [oklabOf(...near), oklabOf(255, 0, 0)];
  const distance = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  const [score] = scores([{ hex: hexOf(...near), amount: 0.5 }], 0.1, palettes);
  assert.ok(Math.abs(score - (1 - distance / 0.1)) < 1e-6);
  assert.equal(scores([{ hex: hexOf(...near), amount: 0.5 }], 0.9 * distance, palettes)[0], null);
});

test("a share serves one colour only once", () => {
  // Twice a quarter of red is all the red that the second painting has but half.
  assert.deepEqual(rounded(scores([red(0.25), red(0.25)], 0.1, palettes)), [1, 0.5, null]);
});

test("words are found in titles, artists and years, whatever their case and accents", () => {
  const found = (text) => find({ ...state, text }, data).shown;
  assert.deepEqual(found("winter"), [1]);
  assert.deepEqual(found("19th"), [2]);
  assert.equal(folded("Déjeuner"), "dejeuner");
  assert.deepEqual(found("dejeuner MANET"), [0]);
  assert.deepEqual(found("1875"), [1]);
  assert.deepEqual(found("  "), [0, 1, 2]);
  assert.deepEqual(found("snow manet"), []);
});

test("years leave the undated out, and filters work together", () => {
  assert.deepEqual(find({ ...state, years: [1863, 1870] }, data).shown, [0]);
  const dated = find({ ...state, years: [1, 3000] }, data);
  assert.deepEqual([dated.shown, dated.undated], [[0, 1], 1]);
  assert.equal(hitsText(dated, 3), "2 of 3 paintings, 1 undated left out");
  assert.equal(find({ ...state, years: [1, 3000], text: "monet" }, data).undated, 0);
  assert.deepEqual(find({ ...state, years: [1870, 1880], colours: [red(0.2)] }, data).shown, [1]);
});

test("what is ranked comes best first", () => {
  const found = find({ ...state, colours: [red(0.5)] }, data);
  assert.deepEqual([found.shown, found.ranked], [[0, 1], true]);
  const like = find({ ...state, like: 1 }, data);
  assert.deepEqual(like.shown, [1, 2]);
  assert.deepEqual(like.scores, [null, 1, 0.8]);
  assert.deepEqual(find(state, data), { shown: [0, 1, 2], scores: null, ranked: false, undated: 0 });
});

test("a state is filtered if any filter is on", () => {
  assert.equal(isFiltered(state), false);
  assert.equal(isFiltered({ ...state, text: " " }), false);
  for (const patch of [{ text: "a" }, { years: [1, 2] }, { colours: [red(1)] }, { like: 0 }]) {
    assert.equal(isFiltered({ ...state, ...patch }), true);
  }
});

test("amounts make way for the one that grows", () => {
  const amounts = (colours, kept) => rounded(withinWhole(colours, kept).map(({ amount }) => amount));
  assert.deepEqual(amounts([red(0.5), red(0.25)], 0), [0.5, 0.25]);
  assert.deepEqual(amounts([red(0.75), red(0.5)], 0), [0.75, 0.25]);
  assert.deepEqual(amounts([red(1), red(0.5)], 0), [0.99, 0.01]);
});

test("a view offers its orders, and the best first where results are ranked", () => {
  assert.equal(orderOf("grid", null, false), "hue");
  assert.equal(orderOf("grid", "title", false), "title");
  assert.equal(orderOf("grid", "artist", false), "hue");
  assert.equal(orderOf("grid", null, true), "match");
  assert.equal(orderOf("wheel", null, true), null);
  assert.equal(ordersOf("timeline", true).length, 2);
});

test("orders sort as they say, the undated and nameless last", () => {
  const scored = [0.1, 0.9, 0.5];
  const order = (by, reversed = false) =>
    sorted([2, 1, 0], by, { reversed, data, scores: scored, k: 2 });
  assert.deepEqual(order("year"), [0, 1, 2]);
  assert.deepEqual(order("title"), [2, 0, 1]);
  assert.deepEqual(order("artist"), [0, 1, 2]);
  assert.deepEqual(order("lightness"), [2, 1, 0]);
  assert.deepEqual(order("lightness", true), [0, 1, 2]);
  assert.deepEqual(order("chroma"), [0, 1, 2]);
  assert.deepEqual(order("hue"), [0, 1, 2]);
  assert.deepEqual(order("match"), [1, 2, 0]);
  assert.deepEqual(order("colour"), [1, 0, 2]);
});
