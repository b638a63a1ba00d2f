// Cards: one painting with its palette, or two groups compared, as a picture that is shown where a link is
// shared (1200 x 630, Open Graph) and printed.

import { hexOfOklab } from "../colour.js";
import { drawer, element, part } from "../dom.js";
import { word } from "../language.js";
import { ALL, isFamily, seriesHex, seriesName } from "../reports/series.js";
import { summary } from "../reports/words.js";
import { factsText, hostText, paintings, percent } from "../text.js";
import { tag } from "./svg.js";

const [WIDTH, HEIGHT, EDGE] = [1200, 630, 48]; // px
const SCALE = 2; // px of the PNG for each of these, for print
const ROW = 30; // px, a series
const REACH = 120; // px from the middle of the differences to their ends
const QUALITY = 0.92; // of the picture in a painting's card
const ENLARGED = 4; // times, at the most

/** The page's colours and fonts. */
function look() {
  const body = getComputedStyle(document.body);
  const muted = getComputedStyle(element("count")).color;
  const serif = getComputedStyle(part("h1")).fontFamily;
  return { paper: body.backgroundColor, ink: body.color, muted, sans: body.fontFamily, serif };
}

/** A text in lines of at most `width` px, and no more of them than `most`. */
function lines(text, font, width, most) {
  const context = drawer(document.createElement("canvas"));
  context.font = font;
  const found = [""];
  for (const piece of text.split(" ")) {
    const longer = `${found[found.length - 1]} ${piece}`.trim();
    if (context.measureText(longer).width <= width) found[found.length - 1] = longer;
    else found.push(piece);
  }
  if (found.length > most) found[most - 1] += " \u2026";
  return found.slice(0, most);
}

/** Lines of text below one another from y on. */
const written = (told, { x, y, size, fill, family, anchor = "start" }) =>
  told.map((text, n) =>
    tag("text", { x, y: y + 1.3 * n * size, "font-size": size, "font-family": family, fill, "text-anchor": anchor }, text),
  );

/** A palette as a bar of {hex, share}. */
function bar(colours, x, y, width, height) {
  let left = x;
  return colours.map(({ hex, share }) => {
    const own = tag("rect", { x: left, y, width: share * width, height, fill: hex });
    left += share * width;
    return own;
  });
}

/** An SVG document of `parts`, with what the foot tells. */
function card(parts, told, { paper, muted, sans }) {
  const size = { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` };
  return [
    tag("svg", { xmlns: "http://www.w3.org/2000/svg", ...size }, "").replace("</svg>", ""),
    tag("rect", { width: WIDTH, height: HEIGHT, fill: paper }),
    ...parts,
    ...written([told], { x: EDGE, y: HEIGHT - 26, size: 16, fill: muted, family: sans }),
    "</svg>\n",
  ].join("\n");
}

/** Where a painting is from, and its licence. */
const sourceOf = (data, i) => factsText([hostText(data.link(i)), data.licence(i)]);

/** The picture of painting i as a data URL and its size, of its `copy` if there is one, else of the `sheet`. */
function pictureOf(data, i, copy, sheet) {
  if (!copy && !sheet) return null;
  const place = copy ? { x: 0, y: 0, width: copy.naturalWidth, height: copy.naturalHeight } : data.place(i);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [place.width, place.height];
  drawer(canvas).drawImage(copy ?? sheet, place.x, place.y, place.width, place.height, 0, 0, place.width, place.height);
  try {
    return { href: canvas.toDataURL("image/jpeg", QUALITY), width: place.width, height: place.height };
  } catch {
    // A page that is opened from disk may not read the pictures beside it.
    return copy && sheet ? pictureOf(data, i, null, sheet) : null;
  }
}

/** The card of painting i with its palette of k colours, as SVG. */
export function cardOfPainting(data, i, k, { copy, sheet }) {
  const own = look();
  const room = { width: 560, height: HEIGHT - 2 * EDGE - 20 };
  const picture = pictureOf(data, i, copy, sheet);
  const scale = picture ? Math.min(room.width / picture.width, room.height / picture.height, ENLARGED) : 0;
  const [width, height] = picture ? [picture.width * scale, picture.height * scale] : [0, 0];
  const left = picture ? EDGE + width + 44 : EDGE;
  const wide = WIDTH - EDGE - left;
  const title = lines(data.title[i], `36px ${own.serif}`, wide, 3);
  const colours = data.palette(i, k);
  const top = EDGE + 36 + 47 * title.length;
  const step = Math.min(34, (HEIGHT - top - 150) / colours.length);
  return card(
    [
      ...(picture ? [tag("image", { x: EDGE, y: EDGE, width, height, href: picture.href })] : []),
      ...written(title, { x: left, y: EDGE + 32, size: 36, fill: own.ink, family: own.serif }),
      ...written([factsText([data.artist(i), data.date(i)])], { x: left, y: top, size: 18, fill: own.muted, family: own.sans }),
      ...bar(colours, left, top + 24, wide, 64),
      ...colours.flatMap(({ hex, name, share }, n) => {
        const y = top + 122 + n * step;
        const size = Math.min(17, step - 4);
        return [
          tag("rect", { x: left, y: y - size + 2, width: size, height: size, fill: hex }),
          ...written([`${name}  ${hex}`], { x: left + size + 12, y, size, fill: own.ink, family: own.sans }),
          ...written([percent(share)], { x: WIDTH - EDGE, y, size, fill: own.muted, family: own.sans, anchor: "end" }),
        ];
      }),
    ],
    factsText([document.title, sourceOf(data, i)]),
    own,
  );
}

/** The card of a comparison (reports.js), as SVG. */
export function cardOfComparison({ found, seen, groups, names }, data) {
  const own = look();
  const wide = 600;
  const told = summary(found, names).flatMap((text) => lines(text, `20px ${own.serif}`, wide, 5));
  const sides = names.flatMap((name, g) => {
    const y = EDGE + 70 + 118 * g;
    const mark = { x: EDGE + 1, y: y - 14, width: 14, height: 14, stroke: own.ink, "stroke-width": 2 };
    const colours = seen.palettes[g].map(({ lab, share }) => ({ hex: hexOfOklab(lab), share }));
    const [label] = lines(`${name}, ${paintings(groups[g].length)}`, `20px ${own.sans}`, wide - 30, 1);
    return [
      tag("rect", { ...mark, fill: g === 0 ? own.ink : "none" }),
      ...written([label], { x: EDGE + 30, y, size: 20, fill: own.ink, family: own.sans }),
      ...bar(colours, EDGE, y + 16, wide, 56),
    ];
  });
  const [left, middle, top] = [EDGE + wide + 60, WIDTH - EDGE - REACH - 20, EDGE + 70];
  const widest = Math.max(...ALL.filter(isFamily).flatMap((s) => found.interval[s].map(Math.abs)));
  const rows = ALL.flatMap((s) => {
    const y = top + s * ROW;
    const scale = REACH / (isFamily(s) ? widest : 1.6 * Math.max(...found.interval[s].map(Math.abs), 1e-9));
    const ink = found.told[s] ? own.ink : own.muted;
    const at = (value) => middle + value * scale;
    const [low, high] = found.interval[s];
    return [
      ...(isFamily(s) ? [tag("rect", { x: left, y: y - 12, width: 13, height: 13, fill: seriesHex(s) })] : []),
      ...written([seriesName(s)], { x: left + 24, y, size: 16, fill: ink, family: own.sans }),
      tag("line", { x1: at(low), x2: at(high), y1: y - 5, y2: y - 5, stroke: ink, "stroke-width": 2.5 }),
      tag("circle", { cx: at(found.difference[s]), cy: y - 5, r: 5, fill: found.told[s] ? ink : own.paper, stroke: ink, "stroke-width": 2 }),
    ];
  });
  return card(
    [
      ...written(lines(document.title, `30px ${own.serif}`, wide, 1), { x: EDGE, y: EDGE + 24, size: 30, fill: own.ink, family: own.serif }),
      ...sides,
      ...written(told.slice(0, 8), { x: EDGE, y: EDGE + 320, size: 20, fill: own.ink, family: own.serif }),
      ...written([word("more_in_b")], { x: middle - 12, y: top - 34, size: 14, fill: own.muted, family: own.sans, anchor: "end" }),
      ...written([word("more_in_a")], { x: middle + 12, y: top - 34, size: 14, fill: own.muted, family: own.sans }),
      tag("line", { x1: middle, x2: middle, y1: top - 24, y2: top + ALL.length * ROW - 16, stroke: own.muted }),
      ...rows,
    ],
    factsText([word("series_told"), sourcesOf(data, groups.flat())]),
    own,
  );
}

/** Where most of some paintings are from. */
function sourcesOf(data, some) {
  const counts = new Map();
  for (const i of some) {
    const told = sourceOf(data, i);
    if (told) counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  return [...counts].sort(([, p], [, q]) => q - p).map(([told]) => told)[0] ?? "";
}

/** An SVG card as a PNG. */
export async function pngOfCard(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [SCALE * WIDTH, SCALE * HEIGHT];
  drawer(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => {
    canvas.toBlob(done);
  });
}
