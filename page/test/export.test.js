import assert from "node:assert/strict";
import { test } from "node:test";
import { toAse } from "../src/export/ase.js";
import { toSvg } from "../src/export/svg.js";
import { toCss, toCsv, toGpl, toJson } from "../src/export/text.js";
import { fileName } from "../src/parts/exporter.js";

const PAINTINGS = [
  {
    image: "fog.2",
    title: 'Fog, "thick"',
    year: null,
    artist: "=cmd()",
    link: null,
    licence: null,
    k: 2,
    colours: [
      { hex: "#ff8000", share: 0.75, name: "dark orange" },
      { hex: "#000000", share: 0.25, name: "black" },
    ],
  },
];

test("CSV has a row a colour, quotes where due, and no formulas", () => {
  assert.equal(
    toCsv(PAINTINGS),
    "image,title,year,artist,k,rank,hex,share,name\r\n" +
      'fog.2,"Fog, ""thick""",,\'=cmd(),2,1,#ff8000,0.75,dark orange\r\n' +
      'fog.2,"Fog, ""thick""",,\'=cmd(),2,2,#000000,0.25,black\r\n',
  );
});

test("JSON is the records", () => {
  assert.deepEqual(JSON.parse(toJson(PAINTINGS)), PAINTINGS);
});

test("CSS has a custom property a colour, and no title ends a comment", () => {
  const css = toCss([{ ...PAINTINGS[0], title: "a\n*/ body { color: red }" }]);
  assert.equal(
    css,
    ":root {\n  /* a * / body { color: red } */\n" +
      "  --fog\\.2-1: #ff8000; /* dark orange, 75.0% */\n" +
      "  --fog\\.2-2: #000000; /* black, 25.0% */\n}\n",
  );
});

test("a GIMP palette has a line a colour, and titles of one line", () => {
  const gpl = toGpl([{ ...PAINTINGS[0], title: "A\nB" }], "My\npalettes");
  assert.equal(
    gpl,
    "GIMP Palette\nName: My palettes\nColumns: 2\n#\n" +
      "255 128   0\tA B: dark orange #ff8000\n  0   0   0\tA B: black #000000\n",
  );
});

test("an ASE file is the bytes that its format says", () => {
  const [red] = [{ hex: "#ff0000", name: "r" }];
  const bytes = [...toAse([{ title: "A", colours: [red] }])];
  const text = (word) => [...word].flatMap((c) => [0, c.charCodeAt(0)]);
  assert.deepEqual(bytes, [
    ...[0x41, 0x53, 0x45, 0x46, 0, 1, 0, 0, 0, 0, 0, 3],
    ...[0xc0, 0x01, 0, 0, 0, 6, 0, 2, ...text("A"), 0, 0],
    ...[0x00, 0x01, 0, 0, 0, 40, 0, 10, ...text("r #ff0000"), 0, 0],
    ...[0x52, 0x47, 0x42, 0x20, 0x3f, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ...[0xc0, 0x02, 0, 0, 0, 0],
  ]);
});

test("SVG has a shape for each colour in view, where it is", () => {
  const scene = {
    bands: Float32Array.of(10, 20, 30, 40, 500, 0, 10, 10, 0, 0, 0, 0),
    paint: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
    round: 0,
    stack: null,
  };
  const svg = toSvg(scene, { k: 2, x: -10, y: 5 }, 400, 300, [250, 250, 250]);
  assert.equal(svg.match(/<rect/g).length, 2);
  assert.ok(svg.includes('<rect x="10" y="45" width="60" height="80" fill="rgb(1,2,3)"/>'));
  const discs = toSvg({ ...scene, round: 1 }, { k: 1, x: 0, y: 0 }, 400, 300, [0, 0, 0]);
  assert.ok(discs.includes('rx="15"'));
});

test("a file is named after the painting, in plain letters", () => {
  assert.equal(fileName('Déjeuner sur l’herbe: "1"'), "Dejeuner-sur-l-herbe-1");
  assert.equal(fileName("../../"), "palettes");
  assert.equal(fileName("شروق"), "شروق");
});
