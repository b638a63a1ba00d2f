import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAddress, parseAddress, usual } from "../src/address.js";
import { decodeNeighbours, decodePalettes, traits, unpack } from "../src/data.js";
import { createStore } from "../src/state.js";
import { countText, percent, spokenText, yearOf, yearText } from "../src/text.js";

const raw = {
  k: 3,
  ks: [2, 3],
  image: ["a", "b & c"],
  title: ["A", "B"],
  year: [1880, null],
  link: [null, "https://example.org/b"],
  facets: {
    artist: { values: ["Anna: B", "C, \u201cD\u201d & E"], of: [[0], [0, 1]] },
    "artist: of": { values: ["x"], of: [[], [0]] },
  },
  codes: [0xff0000],
  names: ["red", "blue", "white"],
  fallback: [1],
  remarks: [[0, "Its file is damaged."]],
  studies: [0],
  neighbours: ["AABBo", "AAABo"],
  map: "AA////gA",
  palettes: { 2: ["/wAAv/AAAAD/QAAB", "//////AC"], 3: ["/wAA//AA", "//////AC"] },
  tile: 64,
  columns: 2,
  sizes: [
    [64, 32],
    [16, 64],
  ],
};

test("a palette is eight digits a colour: red, green and blue, the share in 4095ths, the name", () => {
  const palettes = decodePalettes(["/wAAv/AAAAD/QAAB", "//////AC"], 2);
  assert.deepEqual([...palettes.size], [2, 1]);
  assert.deepEqual([...palettes.rgb], [0xff0000, 0x0000ff, 0xffffff, 0xffffff]);
  assert.deepEqual([...palettes.name], [0, 1, 2, 2]);
  [0.75, 0.25, 1, 0].forEach((share, at) => {
    assert.ok(Math.abs(palettes.share[at] - share) < 1.3e-4);
  });
  // OKLab of white is (1, 0, 0), of red (0.628, 0.225, 0.126): Ottosson 2020.
  [0.628, 0.225, 0.126].forEach((value, c) => {
    assert.ok(Math.abs(palettes.lab[c] - value) < 5e-4);
  });
  [1, 0, 0].forEach((value, c) => assert.ok(Math.abs(palettes.lab[6 + c] - value) < 1e-4));
});

test("neighbours are five digits: the position, and the distance in 4095ths", () => {
  assert.deepEqual(decodeNeighbours("AABBoBAqQA"), [
    { image: 1, distance: 104 / 4095 },
    { image: 4096 + 42, distance: 1024 / 4095 },
  ]);
  assert.deepEqual(decodeNeighbours(""), []);
});

test("traits weigh by share, and the hue is that of the most colour", () => {
  const { lightness, chroma, hue, strongest } = traits({
    depth: 2,
    size: [2, 2],
    share: [0.75, 0.25, 0.9, 0.1],
    lab: Float32Array.of(0.5, 0, 0.1, 0.9, 0.2, 0, 0.5, 0.01, 0, 0.5, 0, 0.05),
  });
  assert.deepEqual([...strongest], [0, 0]);
  assert.equal(hue[1], -1, "a grey has no hue");
  assert.ok(Math.abs(lightness[0] - 0.6) < 1e-6);
  assert.ok(Math.abs(chroma[0] - 0.125) < 1e-6);
  assert.ok(Math.abs(hue[0] - 90) < 1e-4);
});

test("the columns are unpacked by painting", () => {
  const data = unpack(raw);
  assert.equal(data.count, 2);
  assert.deepEqual(data.aspects, [2, 0.25]);
  assert.deepEqual(data.place(1), { x: 64, y: 0, width: 16, height: 64 });
  assert.equal(data.link(0), null);
  assert.equal(data.link(1), "https://example.org/b");
  assert.equal(data.artist(1), null);
  assert.equal(data.palette(0, 2).length, 2);
  assert.deepEqual(
    data.palette(0, 2).map(({ hex, name }) => [hex, name]),
    [
      ["#ff0000", "red"],
      ["#0000ff", "blue"],
    ],
  );
  assert.deepEqual([data.study(0), data.study(1)], ["studies/a.html", null]);
  assert.deepEqual([data.fellBack(0), data.fellBack(1)], [false, true]);
  assert.deepEqual([data.remark(0), data.remark(1)], ["Its file is damaged.", ""]);
  assert.deepEqual(data.mapped(1), [1, 2048 / 4095]);
  assert.deepEqual(data.years, [1880, 1880]);
  assert.equal(data.indexOf("b & c"), 1);
  assert.equal(data.indexOf("constructor"), null);
});

test("a date is as the museum writes it where that says more than the year", () => {
  const data = unpack({ ...raw, year: [-500, 1880], date: [null, "c. 1880"] });
  assert.deepEqual([data.date(0), data.date(1)], ["500 BC", "c. 1880"]);
  assert.equal(unpack({ ...raw, year: [null, 1880] }).date(0), "undated");
});

test("without a sheet there are no pictures, and marks are square", () => {
  const data = unpack({ ...raw, tile: 0, columns: 0, sizes: [] });
  assert.equal(data.hasPictures, false);
  assert.deepEqual(data.aspects, [1, 1]);
});

test("the address holds the state, there and back", () => {
  const data = unpack(raw);
  const plain = usual(data);
  for (const patch of [
    { k: 2, image: 1 },
    { view: "grid", by: "title", reversed: true },
    { view: "stream", by: "years" },
    { view: "table", by: "match", like: 0 },
    { text: "rouen & <b> 50%", years: [1870, 1890], pins: [1, 0] },
    {
      colours: [
        { hex: "#4f7cac", amount: 0.2 },
        { hex: "#ffffff", amount: 0.33 },
      ],
      tolerance: 20,
    },
    { zoom: { k: 2.5, x: 0.125, y: 1, at: null } },
    { zoom: { k: 40, x: 0, y: 0.5, at: 1 } },
    { years: [-50, 12] },
    { asked: { points: [[0.1, -0.25], [1, 0.5], [-0.999, 0]] } },
    { asked: { greys: [0.05, 0.1] } },
    { filters: [["artist", "Anna: B"], ["artist", "C, \u201cD\u201d & E"], ["artist: of", "x"]] },
    { view: "compare", a: { kind: "in", facet: "artist", value: "Anna: B" } },
    { view: "compare", a: { kind: "years", years: [1890, 1899] }, b: { kind: "years", years: [-20, null] } },
    { view: "trends", by: "year", a: { kind: "years", years: [null, -1] }, b: { kind: "pins" } },
    { a: { kind: "words", text: "a: b & c" }, b: { kind: "in", facet: "artist: of", value: "x" } },
    { view: "grid", group: "artist: of" },
    { only: [0, 1] },
    { a: { kind: "rest" }, b: { kind: "words", text: "rest" } },
    { embed: true },
  ]) {
    const state = { ...plain, ...patch };
    assert.deepEqual(parseAddress(formatAddress(state, data), data), state);
  }
  assert.equal(formatAddress({ ...plain, k: 2, image: 0 }, data), "#k=2&image=a");
});

test("what an address gets wrong is ignored", () => {
  const data = unpack(raw);
  for (const hash of [
    "",
    "#",
    "#k=99&image=nobody",
    "#k=&image=",
    "#%%%&&==",
    "#k=__proto__&view=constructor&by=__proto__",
    "#view=grid2&by=year&pin=nobody&like=nobody",
    "#years=1890..1870&colours=zzz:20,ff0000,00ff00:-5,0000ff:500&tolerance=0.2&zoom=0,1,2",
    "#zoom=1,0.2,0.2&at=a",
    "#zoom=41,0.2,0.2",
    "#region=1,2,3,4,5",
    "#region=greys,900,100",
    "#region=9999,0,1,1,2,2",
    "#region=greys",
    "#in=artist:Nobody&in=artist&in=:&in=medium:x",
    "#a=in:artist:Nobody&b=years:..&view=compared",
    "#group=medium",
    "#only=nobody,,",
    "#a=words:&b=words&a=others",
    "#a=years:a..b&b=years:1890",
    "#years=a..b&tolerance=&zoom=2,,&colours=:::",
  ]) {
    assert.deepEqual(parseAddress(hash, data), usual(data), hash);
  }
  assert.deepEqual(parseAddress("#k=two&image=a", data), { ...usual(data), image: 0 });
});

test("amounts in an address that sum to more than all are scaled down", () => {
  const { colours } = parseAddress("#colours=f00:80,0f0:80", unpack(raw));
  assert.deepEqual(colours, [
    { hex: "#ff0000", amount: 0.5 },
    { hex: "#00ff00", amount: 0.5 },
  ]);
});

test("the store tells of changes, with the state before, and of nothing else", () => {
  const store = createStore({ k: 3, image: null });
  const heard = [];
  store.subscribe((state, before) => heard.push([before.k, state.k]));
  store.set({ k: 5 });
  store.set({ k: 5 });
  store.set({ image: null });
  assert.deepEqual(heard, [[3, 5]]);
  assert.deepEqual(store.get(), { k: 5, image: null });
});

test("words for shares, years, counts and what was opened", () => {
  assert.deepEqual([0.416, 0.004, 1].map(percent), ["42\u00a0%", "<1\u00a0%", "100\u00a0%"]);
  assert.deepEqual([1872, -500, null].map(yearText), ["1872", "500 BC", "undated"]);
  assert.deepEqual(["1872", "500 BC", "-500", "44bce", "soon"].map(yearOf), [1872, -500, -500, -44, NaN]);
  assert.equal(countText(3, [1872, 1926]), "3 paintings, 1872\u20131926");
  assert.equal(countText(1, [1872, 1872]), "1 painting, 1872");
  assert.equal(countText(2, [-500, 120]), "2 paintings, 500 BC\u2013120");
  assert.equal(countText(2, null), "2 paintings");
  assert.equal(countText(0, null), "no paintings");
  assert.equal(countText(3000, null), "3,000 paintings");
  const colours = [
    { name: "red", hex: "#ff0000", share: 0.75 },
    { name: "blue", hex: "#0000ff", share: 0.25 },
  ];
  assert.equal(
    spokenText("Sunrise", "c. 1872", colours),
    "Sunrise, c. 1872. 2 colours: red #ff0000 75\u00a0%, blue #0000ff 25\u00a0%",
  );
  assert.equal(
    spokenText("Fog", "undated", colours.slice(0, 1)),
    "Fog, undated. 1 colour: red #ff0000 75\u00a0%",
  );
});

test("a collection may have more names of colours than a byte counts", () => {
  // The place 300 is 4 * 64 + 44: the digits E and s (RFC 4648).
  assert.equal(decodePalettes(["AAAA//Es"], 1).name[0], 300);
});
