// Every colour of every palette in OKLCh: its angle is the hue, its distance from the middle the
// square root of the chroma. The scale is the same for all paintings, so that two can be compared.

import { leastIndex, range } from "d3-array";
import { GREYS, HUES, familyName, hueOf } from "../colour.js";
import { language } from "../language.js";
import { discs } from "./discs.js";
import { greysAt, hexagons } from "./hexagons.js";
import { RIM } from "./polar.js";

const MANY = 300; // paintings of a collection; of more, colours are gathered into hexagons
const SINGLE = 24; // paintings that are shown as discs in any collection
const AROUND = 30; // px around the wheel for the names of hues
const STRIP = 0.42; // of the wheel's radius: the room for the greys beside it
const SECTORS = 24; // directions in which the rings can be named
const GREYISH = 0.04; // chroma, of colours that are in the way whichever the direction
const NAMED = 44; // px, the radius from which a ring has its name: nearer the middle is a crowd
const RINGS = [0.02, 0.05, 0.1, 0.15, 0.2];

/**
 * Lay out the colours of paintings `shown`, of `count`, at one k (`palettes`) in `width` x `height` px.
 * Returns a scene with its `wheel`, the `words` on it, and in large collections `regions`
 * (hexagons.js).
 */
export function wheel({ count, depth, palettes, shown, width, height }) {
  const many = count > MANY && shown.length > SINGLE;
  const wide = many ? width / (2 + STRIP) : width / 2;
  const radius = Math.max(40, Math.min(wide, height / 2) - AROUND);
  const [cx, cy] = [width / 2 - (many ? (STRIP * radius) / 2 : 0), height / 2];
  const at = { cx, cy, radius };
  const scene = (many ? hexagons : discs)({ count, depth, palettes, shown }, at);
  const own = many ? [{ label: familyName(GREYS), ...greysAt(at), anchor: "start", kind: "hue" }] : [];
  const away = radius / Math.sqrt(RIM);
  const angle = emptiest(palettes, shown);
  const rings = RINGS.map((chroma) => ({ chroma, r: away * Math.sqrt(chroma) }));
  const told = rings
    .filter(({ r }) => r >= NAMED)
    .map(({ chroma, r }) => ({
      label: chroma.toLocaleString(language()),
      x: cx + r * Math.cos(angle),
      y: cy - r * Math.sin(angle) + 4,
      anchor: "middle",
      kind: "chroma",
    }));
  const named = HUES.map(({ from }, h) => {
    const to = h + 1 < HUES.length ? HUES[h + 1].from : HUES[0].from + 360;
    const angle = (((from + to) / 2) * Math.PI) / 180;
    const [x, y] = [Math.cos(angle), -Math.sin(angle)];
    const anchor = Math.abs(x) < 0.35 ? "middle" : x > 0 ? "start" : "end";
    return { label: familyName(h), x: cx + (radius + 9) * x, y: cy + (radius + 14) * y + 4, anchor, kind: "hue" };
  });
  const words = [...named, ...told, ...own];
  return { ...scene, round: 1, framed: false, apart: true, height, wheel: { ...at, rings }, words };
}

/** The direction, in radians, in which the fewest colours lie. */
function emptiest({ size, share, lab, depth }, shown) {
  const covered = new Float64Array(SECTORS);
  for (const i of shown) {
    for (let j = 0; j < size[i]; j += 1) {
      const at = i * depth + j;
      const [a, b] = [lab[3 * at + 1], lab[3 * at + 2]];
      if (Math.hypot(a, b) < GREYISH) continue;
      const sector = Math.round((hueOf(a, b) / 360) * SECTORS) % SECTORS;
      covered[sector] += share[at];
    }
  }
  const at = (sector) => covered[(sector + SECTORS) % SECTORS];
  const beside = (sector) => at(sector - 1) / 2 + at(sector) + at(sector + 1) / 2;
  return (2 * Math.PI * leastIndex(range(SECTORS), beside)) / SECTORS;
}
