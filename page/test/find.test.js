import assert from "node:assert/strict";
import { test } from "node:test";
import { familyName, familyOf, hexOf, oklabOf, parseHex, rgbOf } from "../src/colour.js";
import { deltaE2000, labOf } from "../src/difference.js";
import { UNFILTERED, find, isFiltered, withinWhole } from "../src/find.js";
import { matchColours } from "../src/match.js";
import { hitsText } from "../src/text.js";
import { folded, parsed, respelled } from "../src/words.js";
import { orderOf, ordersOf, sorted } from "../src/layouts/orders.js";

const lab = (...colours) => Float32Array.from(colours.flatMap(({ rgb }) => oklabOf(...rgb)));
const [RED, BLUE, WHITE] = [[255, 0, 0], [0, 0, 255], [255, 255, 255]].map((rgb) => ({ rgb }));

// Three paintings of two places: half red and half blue; three quarters white, the rest red; white.
const palettes = {
  depth: 2,
  size: [2, 2, 1],
  share: Float32Array.of(0.5, 0.5, 0.75, 0.25, 1, 0),
  lab: lab(RED, BLUE, WHITE, RED, WHITE, WHITE),
  rgb: Uint32Array.of(0xff0000, 0x0000ff, 0xffffff, 0xff0000, 0xffffff, 0xffffff),
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
  likeness: (distance) => 1 - distance,
  neighbours: (i) => [{ image: (i + 1) % 3, distance: 0.1 * (i + 1) }],
  traits: () => ({ lightness: [0.5, 0.9, 1], chroma: [0.3, 0.1, 0], hue: [29, 40, -1] }),
};
const state = { ...UNFILTERED, tolerance: 12, k: 2 };
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

const matched = (colours, tolerance = 12) => matchColours(colours, tolerance, palettes);

test("a colour that is there in the amount asked for scores 1, half of it 1 / 2, less is no hit", () => {
  assert.deepEqual(rounded(matched([red(0.5)]).scores), [1, 0.5, null]);
  assert.deepEqual(rounded(matched([red(0.6)]).scores), [0.83333, null, null]);
  const both = [red(0.5), { hex: "#0000ff", amount: 0.5 }];
  assert.deepEqual(rounded(matched(both).scores), [1, null, null]);
});

test("the colours asked for are marked where they are", () => {
  assert.deepEqual([...matched([red(0.5)]).matched], [1, 0, 0, 1, 0, 0]);
  assert.deepEqual([...matched([{ hex: "#ffffff", amount: 0.2 }]).matched], [0, 0, 1, 0, 1, 0]);
});

test("a near colour counts by its distance, and not beyond the tolerance", () => {
  const near = "#f00a0a";
  const distance = deltaE2000(labOf(255, 0, 0), labOf(...rgbOf(near)));
  const [score] = matched([{ hex: near, amount: 0.5 }]).scores;
  assert.ok(distance > 1 && Math.abs(score - (1 - distance / 24)) < 1e-6);
  assert.equal(matched([{ hex: near, amount: 0.5 }], 0.9 * distance).scores[0], null);
});

test("a share serves one colour only once", () => {
  // Twice 0.6 of red would need 0.3 and 0.3: the first painting has 0.5, the second 0.25.
  assert.deepEqual(rounded(matched([red(0.25), red(0.25)]).scores), [1, 0.5, null]);
  assert.deepEqual(rounded(matched([red(0.5), red(0.5)]).scores), [0.5, null, null]);
  assert.deepEqual(rounded(matched([red(0.6), red(0.6)]).scores), [null, null, null]);
});

test("where hue or chroma is another, a colour is no match, however dark", () => {
  const one = (hex) => ({ ...palettes, size: [1], share: Float32Array.of(1, 0), rgb: Uint32Array.of(parseInt(hex, 16), 0) });
  const finds = (asked, hex) => matchColours([{ hex: asked, amount: 0.5 }], 15, one(hex)).scores[0] !== null;
  assert.ok(finds("#0f4c4c", "164f52"));
  assert.ok(!finds("#0f4c4c", "3f3f3f"), "a grey is no teal");
  assert.ok(!finds("#0f4c4c", "3f4a25"), "an olive is no teal");
  assert.ok(finds("#808080", "858280"), "nearly grey is grey");
});

test("CIELAB and its differences are those of the standard", () => {
  const near = (one, other, within) => one.forEach((v, c) => assert.ok(Math.abs(v - other[c]) < within, `${one}`));
  // Reference values of sRGB's corners, D65.
  near(labOf(255, 255, 255), [100, 0, 0], 1e-3);
  near(labOf(255, 0, 0), [53.2408, 80.0925, 67.2032], 0.02);
  near(labOf(0, 0, 255), [32.297, 79.1875, -107.8602], 0.03);
  near(labOf(12, 34, 56), [12.9, -0.7, -17.0], 1.5);
  // Sharma, Wu and Dalal (2005), table 1.
  for (const [one, other, difference] of [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, 2.5, 0], [61, -5, 29], 22.8977],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ]) {
    assert.ok(Math.abs(deltaE2000(one, other) - difference) < 1e-4, `${one} ${other}`);
  }
});

test("where no painting has a colour, the nearest are shown and said to be", () => {
  const found = find({ ...state, colours: [{ hex: "#c04000", amount: 0.9 }] }, data);
  assert.deepEqual(found.shown, [0, 1, 2]);
  assert.ok(found.missed);
  assert.equal(hitsText(found, 3), "none has these colours; the nearest 3");
  assert.ok(!find({ ...state, colours: [red(0.5)] }, data).missed);
  assert.deepEqual(find({ ...state, colours: [red(0.9)], text: "nobody" }, data).shown, []);
});

test("a region of the wheel finds what has a twentieth of its colours there", () => {
  const around = (hex) => {
    const [, a, b] = oklabOf(...rgbOf(hex));
    const chroma = Math.hypot(a, b);
    const [x, y] = [a, b].map((value) => (value / chroma) * Math.sqrt(Math.min(1, chroma / 0.25)));
    return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([dx, dy]) => [x + dx / 10, y + dy / 10]);
  };
  const of = (asked) => find({ ...state, asked }, data);
  assert.deepEqual(of({ points: around("#ff0000") }).shown, [0, 1]);
  assert.deepEqual([...of({ points: around("#ff0000") }).matched], [1, 0, 0, 1, 0, 0]);
  assert.deepEqual(of({ greys: [0.9, 1.1] }).shown, [2, 1]);
  assert.deepEqual(of({ greys: [0.1, 0.5] }).shown, []);
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
  assert.deepEqual(find(state, data), {
    ...{ shown: [0, 1, 2], scores: null, matched: null, measure: null },
    ...{ ranked: false, undated: 0, missed: false },
  });
});

test("a state is filtered if any filter is on", () => {
  assert.equal(isFiltered(state), false);
  assert.equal(isFiltered({ ...state, text: " " }), false);
  const asked = { greys: [0, 1] };
  for (const patch of [{ text: "a" }, { years: [1, 2] }, { colours: [red(1)] }, { asked }, { like: 0 }]) {
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
  const order = (by, reversed = false) => sorted({ shown: [1, 2, 0] }, by, { reversed, data, k: 2 });
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

test("words: phrases, alternatives, exceptions and fields", () => {
  const found = (text) => find({ ...state, text }, data).shown;
  assert.deepEqual(found("-monet"), [0, 2]);
  assert.deepEqual(found('"snow at"'), [1]);
  assert.deepEqual(found('"at snow"'), []);
  assert.deepEqual(found("fog OR snow"), [1, 2]);
  assert.deepEqual(found("fog OR snow -argenteuil"), [2]);
  assert.deepEqual(found("artist:manet"), [0]);
  assert.deepEqual(found("title:manet"), []);
  assert.deepEqual(found("year:1875 OR artist:manet"), [0, 1]);
  assert.deepEqual(found("-artist:monet"), [0, 2]);
  assert.deepEqual(found("OR"), [0, 1, 2]);
  assert.deepEqual(found("-"), [0, 1, 2]);
  assert.deepEqual(found('"'), [0, 1, 2]);
  assert.deepEqual(parsed("nobody:x"), [[{ field: null, words: "nobody:x", not: false }]]);
});

test("ligatures and letters that have no accent are found as they are typed", () => {
  assert.equal(folded("Œuvre, Straße, Ærø, \ufb01n, Łódź"), "oeuvre, strasse, aero, fin, lodz");
});

test("a word that none has is offered as the nearest that one has", () => {
  assert.equal(respelled("monay", data), "monet");
  assert.equal(respelled("argentuil snow", data), "argenteuil snow");
  assert.equal(respelled("artist:mannet", data), "artist:manet");
  assert.equal(respelled("zzzzzzzz", data), null);
  assert.equal(respelled("monet", data), null);
});
