import assert from "node:assert/strict";
import { test } from "node:test";
import { spanText, yearsText } from "../src/layouts/axis.js";
import { timeline } from "../src/layouts/timeline.js";
import { chance } from "./chance.js";

/** `years` laid out, all of them square and of the rank of their place in the list. */
function laid(years, width = 1200, height = 600, options = {}) {
  const ranks = years.map((_, i) => i);
  const aspects = years.map(() => 1);
  return timeline({ years, ranks, aspects, pictures: false, width, height, axis: 36, ...options });
}

/** The words of the axis, so many times enlarged. */
const words = ({ axis }, k = 1) => axis.labels(k).map(({ label }) => label);

const box = ({ boxes }, i) => [...boxes.subarray(4 * i, 4 * i + 4)];
const middle = (layout, i) => box(layout, i)[0] + box(layout, i)[2] / 2;
const bottom = (layout, i) => box(layout, i)[1] + box(layout, i)[3];
const repeat = (count, year) => new Array(count).fill(year);

function assertSound(layout, count, width) {
  assert.equal(layout.boxes.length, 4 * count);
  for (let i = 0; i < count; i += 1) {
    const [x, y, w, h] = box(layout, i);
    assert.ok([x, y, w, h].every(Number.isFinite), `mark ${i} is finite`);
    assert.ok(w > 0 && h > 0, `mark ${i} has a size`);
    assert.ok(x >= -0.51 && x + w <= width + 0.51, `mark ${i} is within the width`);
    assert.ok(y >= -0.51 && y + h <= layout.height + 0.51, `mark ${i} is within the height`);
    for (let j = 0; j < i; j += 1) {
      const [left, top, wide, tall] = box(layout, j);
      const apart = x >= left + wide - 0.01 || left >= x + w - 0.01;
      assert.ok(apart || y >= top + tall - 0.01 || top >= y + h - 0.01, `${i} and ${j} overlap`);
    }
  }
}

test("marks lie inside, and none upon another, whatever the years", () => {
  const random = chance(7);
  for (const count of [1, 2, 7, 40, 150, 250]) {
    for (const span of [1, 12, 60, 400]) {
      for (const undatedShare of [0, 0.3, 1]) {
        const years = Array.from({ length: count }, () =>
          random() < undatedShare ? null : 1600 + Math.floor(random() * random() * span),
        );
        const aspects = years.map(() => 0.4 + 2 * random());
        for (const [width, height] of [
          [288, 500],
          [700, 400],
          [1400, 700],
          [3700, 1900],
        ]) {
          for (const pictures of [false, true]) {
            const layout = laid(years, width, height, { aspects, pictures });
            assertSound(layout, count, width);
          }
        }
      }
    }
  }
});

test("many thousands of one year and without one have room", () => {
  const layout = laid([...repeat(8_000, 1880), ...repeat(8_000, null), 1890], 1200, 700);
  assert.ok(layout.boxes.every((value) => Number.isFinite(value)));
});

test("no paintings need no room and break nothing", () => {
  for (const width of [300, 1200]) {
    const layout = laid([], width);
    assert.deepEqual(layout.order, []);
    assert.equal(layout.boxes.length, 0);
    assert.deepEqual(layout.beside ?? words(layout), []);
  }
});

test("paintings are in order of year, by rank within one, the undated last", () => {
  const layout = laid([1900, null, 1880, 1880, 1900], 1200, 600, { ranks: [9, 0, 7, 3, 1] });
  assert.deepEqual(layout.order, [3, 2, 4, 0, 1]);
});

test("many paintings stand in columns of their years, all as wide", () => {
  const years = Array.from({ length: 20 }, (_, i) => repeat(10, 1880 + i)).flat();
  const layout = laid(years, 1000, 600);
  // 20 years share 1000 px, so that a year's middle is every 50 px from 25 px on.
  years.forEach((year, i) => assert.equal(middle(layout, i), 25 + 50 * (year - 1880)));
  assert.deepEqual(layout.axis.lines, [[0, 1000]]);
});

test("in a column the first painting stands on the axis and the last on top", () => {
  const layout = laid(Array.from({ length: 20 }, (_, i) => repeat(10, 1880 + i)).flat(), 1000, 600);
  for (let i = 1; i < 10; i += 1) assert.ok(bottom(layout, i) < bottom(layout, i - 1));
  assert.equal(bottom(layout, 0), 600);
});

test("a year with far more paintings than height has columns side by side", () => {
  const layout = laid([...repeat(300, 1880), ...repeat(300, 1881)], 1000, 300);
  const middles = new Set(Array.from({ length: 300 }, (_, i) => middle(layout, i)));
  assert.ok(middles.size > 1);
  for (const x of middles) assert.ok(x > 0 && x < 500, "1880 keeps to the left half");
});

test("few paintings stand closer, in order, and stay larger than their years are wide", () => {
  const years = [1864, 1866, 1871, 1880, 1880, 1881, 1890, 1899, 1903, 1919];
  const layout = laid(years, 1120, 600, { pictures: true });
  const yearWidth = 1120 / 56;
  for (let i = 1; i < years.length; i += 1) {
    assert.ok(box(layout, i)[2] > 2 * yearWidth);
    if (years[i] === years[i - 1]) assert.equal(middle(layout, i), middle(layout, i - 1));
    else assert.ok(middle(layout, i) > middle(layout, i - 1));
  }
});

test("a few undated stand right of all years, under a label of their own", () => {
  const layout = laid([...repeat(30, 1880), ...repeat(30, 1881), null, null], 1000, 500);
  const right = Math.max(
    ...Array.from({ length: 60 }, (_, i) => box(layout, i)[0] + box(layout, i)[2]),
  );
  assert.ok(box(layout, 60)[0] > right + 40);
  assert.equal(words(layout).at(-1), "2 undated");
  assert.ok(layout.axis.lines[0][1] < box(layout, 60)[0]);
});

test("only undated paintings fill the width without an axis", () => {
  const layout = laid(repeat(50, null), 1000, 500);
  assert.deepEqual(layout.axis.lines, []);
  assert.deepEqual(words(layout), ["50 undated"]);
  const lefts = Array.from({ length: 50 }, (_, i) => box(layout, i)[0]);
  assert.ok(Math.min(...lefts) < 100 && Math.max(...lefts) > 800);
});

test("with pictures and room, marks have the paintings' proportions above bars of one height", () => {
  const years = [1880, 1885, 1890];
  const layout = laid(years, 1200, 600, { pictures: true, aspects: [1, 2, 0.5] });
  const pictures = years.map((_, i) => [box(layout, i)[2], box(layout, i)[3] - layout.bars[i]]);
  [1, 2, 0.5].forEach((aspect, i) => {
    assert.ok(Math.abs(pictures[i][0] / pictures[i][1] - aspect) < 0.01 * aspect);
  });
});

test("round years are named, and never closer than their labels are wide", () => {
  const years = Array.from({ length: 60 }, (_, i) => repeat(8, 1864 + i)).flat();
  assert.deepEqual(
    words(laid(years, 1200, 600)),
    [
      "1865",
      "1870",
      "1875",
      "1880",
      "1885",
      "1890",
      "1895",
      "1900",
      "1905",
      "1910",
      "1915",
      "1920",
    ],
  );
});

test("on a narrow screen years run down, each beside its label, and marks are fit for fingers", () => {
  const years = [...repeat(20, 1880), ...repeat(3, 1881), 1890, null];
  const layout = laid(years, 288, 500);
  assert.deepEqual(
    layout.beside.map(({ label }) => label),
    ["1880", "1881", "1890", "no year"],
  );
  const tops = [0, 20, 23, 24].map((i) => box(layout, i)[1]);
  assert.deepEqual(
    tops,
    [...tops].sort((a, b) => a - b),
  );
  layout.beside.forEach(({ y }, t) => assert.equal(bottom(layout, [0, 20, 23, 24][t]), y));
  years.forEach((_, i) => assert.ok(box(layout, i)[0] >= 48 && box(layout, i)[2] >= 22));
});

test("on a narrow screen a few cards flow like a text, each with its year below", () => {
  const years = [1880, 1881, 1881, 1890, null];
  const layout = laid(years, 288, 500, { pictures: true });
  assert.equal(layout.caption, true);
  assert.deepEqual(layout.beside, []);
  // Two in a row: 144 px each.
  years.forEach((_, i) => assert.ok(Math.abs(middle(layout, i) - (72 + 144 * (i % 2))) < 0.01));
  assert.ok(bottom(layout, 1) === bottom(layout, 0) && box(layout, 2)[1] > bottom(layout, 0) + 17);
});

test("a year's label stands under the middle of its paintings", () => {
  const ofYear = { 1880: [0, 1, 2, 3, 4, 5, 6, 7], 1890: [8, 9], 1900: [10] };
  const years = Object.entries(ofYear).flatMap(([year, all]) => all.map(() => Number(year)));
  const layout = laid(years, 1200, 400, { pictures: true });
  assert.deepEqual(words(layout), [...Object.keys(ofYear), "not to scale"]);
  for (const { label, x } of layout.axis.labels(1).slice(0, -1)) {
    const middles = ofYear[label].map((i) => middle(layout, i));
    assert.ok(Math.abs((Math.min(...middles) + Math.max(...middles)) / 2 - x) < 0.01);
  }
  assert.ok(middle(layout, 7) > middle(layout, 0), "1880 is side by side");
});

/** So many years from `first` to `last`, most of them in the middle. */
function hill(count, first, last, random) {
  const span = last - first + 1;
  return Array.from({ length: count }, () => {
    return first + Math.floor((span * (random() + random() + random())) / 3);
  });
}

test("many undated stand below the axis, on a scale of their own", () => {
  const random = chance(11);
  const dated = hill(680, 1860, 1930, random);
  const few = laid([...dated], 1368, 686);
  const years = [...dated, ...repeat(820, null)];
  const layout = laid(years, 1368, 686);
  assertSound(layout, 1500, 1368);
  const { axis } = layout;
  years.forEach((year, i) => {
    if (year === null) assert.ok(box(layout, i)[1] >= axis.base + 36 - 0.5);
    else assert.ok(bottom(layout, i) <= axis.base + 0.01);
  });
  // The undated neither narrow the columns nor take more than two fifths of the height.
  assert.ok(box(layout, 0)[2] >= 12, `${box(layout, 0)[2]} px, ${box(few, 0)[2]} without undated`);
  assert.ok(axis.base > 0.55 * 686);
  assert.equal(axis.heading.label, "820 undated");
});

test("marks are at least 12 px wide at 1,500 on a window of 1440 px, of whatever years", () => {
  for (const [first, last] of [[1880, 1900], [1840, 1930], [1700, 1950], [1400, 1950], [-500, 1950]]) {
    const layout = laid(hill(1500, first, last, chance(5)), 1368, 686);
    for (let i = 0; i < 1500; i += 1) assert.ok(box(layout, i)[2] >= 12, `${first}: ${box(layout, i)[2]} px`);
  }
});

test("columns of some years say which, and paintings stand in the one of their year", () => {
  const years = hill(1500, 1700, 1949, chance(5)).sort((a, b) => a - b);
  const layout = laid(years, 1368, 686);
  const labels = layout.axis.labels(1);
  const every = Number(labels[0].label.slice(-2)) - Number(labels[0].label.slice(2, 4)) + 1;
  assert.ok([5, 10].includes(every), labels[0].label);
  for (const { label, x } of labels) {
    const first = Number(label.slice(0, 4));
    years.forEach((year, i) => {
      const inside = year >= first && year < first + every;
      if (inside) assert.ok(Math.abs(middle(layout, i) - x) < layout.cells[0], `${year} in ${label}`);
    });
  }
});

test("a few early ones do not stretch the axis, which is broken and says so", () => {
  const early = [1503, 1658, 1660, 1788];
  const years = [...early, ...hill(400, 1860, 1926, chance(9))];
  const layout = laid(years, 1368, 686);
  assert.equal(layout.axis.breaks.length, 1);
  assert.equal(words(layout).at(-1), "1503\u20131788");
  const [[, sideEnds], [start, end]] = layout.axis.lines;
  assert.ok(sideEnds < layout.axis.breaks[0] && layout.axis.breaks[0] < start);
  early.forEach((_, i) => assert.ok(middle(layout, i) < sideEnds));
  // What is left is to scale: the other years share the rest.
  const rest = years.slice(4);
  const [first, last] = [Math.min(...rest), Math.max(...rest)];
  rest.forEach((year, i) => {
    const place = start + ((year - first + 0.5) * (end - start)) / (last - first + 1);
    assert.ok(Math.abs(middle(layout, i + 4) - place) < layout.cells[0]);
  });
});

test("an axis is not broken where years are spread, however wide", () => {
  for (const years of [hill(300, 1400, 1950, chance(4)), [1500, 1501, 1700, 1900], repeat(50, 1880)]) {
    assert.deepEqual(laid(years, 1368, 686).axis.breaks, []);
  }
});

test("a late one may stand beyond a break too", () => {
  const layout = laid([...hill(200, 1860, 1900, chance(9)), 2020, 2021], 1368, 686);
  assert.equal(words(layout).at(-1), "2020\u201321");
  assert.ok(middle(layout, 200) > layout.axis.breaks[0]);
});

test("enlarged, the axis names every year", () => {
  const years = Array.from({ length: 60 }, (_, i) => repeat(8, 1864 + i)).flat();
  const layout = laid(years, 1200, 600);
  assert.deepEqual(words(layout, 8).slice(0, 3), ["1864", "1865", "1866"]);
  const places = layout.axis.labels(8).map(({ x }) => 8 * x);
  for (let n = 1; n < places.length; n += 1) assert.ok(places[n] - places[n - 1] > 60);
});

test("lanes say that they are not to scale, columns need not", () => {
  const few = [1864, 1866, 1871, 1880, 1880, 1881, 1890, 1899, 1903, 1919];
  assert.ok(words(laid(few, 1120, 600, { pictures: true })).includes("not to scale"));
  const many = Array.from({ length: 60 }, (_, i) => repeat(8, 1864 + i)).flat();
  assert.ok(!words(laid(many, 1200, 600)).includes("not to scale"));
});

test("years are told in words", () => {
  const told = [[1880, 1], [1880, 2], [1880, 5], [1880, 10], [1900, 100], [-500, 10], [-20, 1], [0, 10]];
  assert.deepEqual(told.map(([year, every]) => yearsText(year, every)), [
    ...["1880", "1880\u201381", "1880\u201384", "1880s", "1900\u201399", "500s BC", "20 BC", "0s"],
  ]);
  assert.equal(spanText(1788, 1857), "1788\u20131857");
  assert.equal(spanText(-300, -20), "300\u201320 BC");
  assert.equal(spanText(-20, 40), "20 BC\u201340");
});

test("on a phone many paintings share rows of ten years, so that a view is not endless", () => {
  const years = [...hill(680, 1788, 1939, chance(3)), ...repeat(820, null)].sort((a, b) => (a ?? 9999) - (b ?? 9999));
  const layout = laid(years, 358, 600);
  // 1,500 marks of 26 px by 35, eleven in a row, are 4,770 px: what is more is between them.
  assert.ok(layout.height < 5600, `${layout.height} px`);
  assert.ok(layout.beside.some(({ label }) => label === "1860s"));
  years.forEach((_, i) => assert.ok(box(layout, i)[2] >= 22, "fit for fingers"));
  assertSound(layout, 1500, 358);
});
