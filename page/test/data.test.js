import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAddress, parseAddress } from "../src/address.js";
import { decodePalette, lightness, unpack } from "../src/data.js";
import { createStore } from "../src/state.js";
import { countText, percent, spokenText, yearText } from "../src/text.js";

const raw = {
  k: 3,
  ks: [2, 3],
  image: ["a", "b & c"],
  title: ["A", "B"],
  year: [1880, null],
  link: [null, "https://example.org/b"],
  palettes: { 2: ["ff0000bfff000000ff400001", "ffffffffff02"], 3: ["ff0000ffff00", "ffffffffff02"] },
  tile: 64,
  columns: 2,
  sizes: [
    [64, 32],
    [16, 64],
  ],
};

test("a palette is twelve digits a colour: red, green, blue and the share in 65535ths", () => {
  const [red, blue] = decodePalette("ff0000bfff000000ff400001");
  assert.deepEqual(
    [red.hex, red.rgb, blue.hex, blue.rgb],
    ["#ff0000", [255, 0, 0], "#0000ff", [0, 0, 255]],
  );
  assert.ok(Math.abs(red.share - 0.75) < 1e-4 && Math.abs(blue.share - 0.25) < 1e-4);
  assert.deepEqual(decodePalette(""), []);
});

test("lightness is the share-weighted luma", () => {
  const grey = [
    { rgb: [255, 255, 255], share: 0.5 },
    { rgb: [0, 0, 0], share: 0.5 },
  ];
  assert.ok(Math.abs(lightness(grey) - 127.5) < 1e-9);
  assert.ok(
    lightness([{ rgb: [0, 255, 0], share: 1 }]) > lightness([{ rgb: [255, 0, 0], share: 1 }]),
  );
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
  assert.equal(data.indexOf("b & c"), 1);
  assert.equal(data.indexOf("constructor"), null);
});

test("without a sheet there are no pictures, and marks are square", () => {
  const data = unpack({ ...raw, tile: 0, columns: 0, sizes: [] });
  assert.equal(data.hasPictures, false);
  assert.deepEqual(data.aspects, [1, 1]);
});

test("the address holds k and the painting, there and back", () => {
  const data = unpack(raw);
  for (const state of [
    { k: 2, image: 1 },
    { k: 3, image: 0 },
    { k: 2, image: null },
  ]) {
    assert.deepEqual(parseAddress(formatAddress(state, data), data), state);
  }
  assert.equal(formatAddress({ k: 2, image: 0 }, data), "#k=2&image=a");
});

test("what an address gets wrong is ignored", () => {
  const data = unpack(raw);
  for (const hash of ["", "#", "#k=99&image=nobody", "#k=&image=", "#%%%&&==", "#k=__proto__"]) {
    assert.deepEqual(parseAddress(hash, data), { k: 3, image: null }, hash);
  }
  assert.deepEqual(parseAddress("#k=two&image=a", data), { k: 3, image: 0 });
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
  assert.deepEqual([1872, null].map(yearText), ["1872", "undated"]);
  assert.equal(countText([1872, null, 1926]), "3 paintings, 1872\u20131926");
  assert.equal(countText([1872]), "1 painting, 1872");
  assert.equal(countText([null, null]), "2 paintings");
  assert.equal(countText([]), "no paintings");
  assert.equal(countText(new Array(3000).fill(null)), "3,000 paintings");
  const colours = [
    { hex: "#ff0000", share: 0.75 },
    { hex: "#0000ff", share: 0.25 },
  ];
  assert.equal(
    spokenText("Sunrise", 1872, colours),
    "Sunrise, 1872. 2 colours: #ff0000 75\u00a0%, #0000ff 25\u00a0%",
  );
  assert.equal(
    spokenText("Fog", null, colours.slice(0, 1)),
    "Fog, undated. 1 colour: #ff0000 75\u00a0%",
  );
});
