import assert from "node:assert/strict";
import { test } from "node:test";
import { toAse } from "../src/export/ase.js";
import { bandsOf, captionsOf, figure, outlinesOf, picturesOf } from "../src/export/svg.js";
import { toCss, toCsv, toGpl, toJson } from "../src/export/text.js";
import { fileName } from "../src/export/file.js";

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

const LOOK = {
  ...{ paper: [250, 250, 250], ink: [30, 30, 30], muted: [100, 100, 100], edge: [130, 130, 130] },
  ...{ font: "Arial", serif: '"Times New Roman"' },
};
const ROOM = { width: 400, height: 300 };
const SCENE = {
  boxes: Float32Array.of(10, 20, 30, 40),
  bands: Float32Array.of(10, 20, 30, 40, 500, 0, 10, 10, 0, 0, 0, 0),
  pictures: Float32Array.of(10, 20, 30, 15),
  paint: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
  ...{ round: 0, stack: null, framed: true, caption: true },
};

test("SVG has a shape for each colour in view, where it is", () => {
  const shapes = bandsOf(SCENE, { k: 2, x: -10, y: 5 }, ROOM, LOOK);
  assert.deepEqual(shapes, ['<rect x="10" y="45" width="60" height="80" fill="rgb(1,2,3)"/>']);
  const discs = bandsOf({ ...SCENE, round: 1 }, { k: 1, x: 0, y: 0 }, ROOM, LOOK);
  assert.match(discs[0], /rx="15" fill="rgb\(1,2,3\)"\/>/);
  const dark = bandsOf({ ...SCENE, round: 1 }, { k: 1, x: 0, y: 0 }, ROOM, { ...LOOK, paper: [0, 0, 0] });
  assert.match(dark[0], /stroke="rgb\(130,130,130\)"/);
});

test("SVG has outlines below pictures, the pictures, and years below marks where these are few", () => {
  const zoom = { k: 1, x: 0, y: 0 };
  assert.deepEqual(outlinesOf(SCENE, zoom, ROOM, LOOK), [
    '<rect x="10.5" y="35.5" width="29" height="24" fill="none" stroke="rgb(130,130,130)"/>',
  ]);
  assert.deepEqual(picturesOf(SCENE, zoom, ROOM, (i) => `data:${i}`), [
    '<image x="10" y="20" width="30" height="13" preserveAspectRatio="xMidYMin slice" href="data:0"/>',
  ]);
  const large = picturesOf(SCENE, { k: 10, x: 0, y: 0 }, ROOM, () => "");
  assert.match(large[0], /y="200" width="300" height="148"/, "the seam does not grow with the zoom");
  const words = captionsOf(SCENE, zoom, ROOM, LOOK, () => "1890");
  assert.match(words[0], /^<text x="25" y="75" .*>1890<\/text>$/);
  assert.deepEqual(captionsOf(SCENE, { ...zoom, k: 2 }, ROOM, LOOK, () => "1890"), []);
});

test("a figure has its heading above the view, and no title breaks out of it", () => {
  const svg = figure(["<g/>"], { ...ROOM, top: 50, heading: 'a <b> & "c"\u0000', told: "2 paintings", look: LOOK });
  assert.ok(svg.includes(">a &lt;b&gt; &amp; &quot;c&quot;</text>"));
  assert.ok(svg.includes('viewBox="0 50 400 300"'));
  assert.ok(svg.includes('font-family="&quot;Times New Roman&quot;"'));
  assert.ok(!svg.includes("100%"));
  assert.ok(figure([], { ...ROOM, heading: "", told: "", look: LOOK, paper: [1, 2, 3] }).includes("100%"));
});

test("a file is named after the painting, in plain letters", () => {
  assert.equal(fileName('Déjeuner sur l’herbe: "1"'), "Dejeuner-sur-l-herbe-1");
  assert.equal(fileName("../../"), "palettes");
  assert.equal(fileName("شروق"), "شروق");
});
