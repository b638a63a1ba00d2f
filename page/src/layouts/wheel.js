// Every colour of every palette as a disc in OKLCh: its angle is the hue, its distance from the
// middle the chroma, its area the share.

import { leastIndex, range } from "d3-array";
import { HUES, hueOf } from "../colour.js";
import { blank } from "./cards.js";

const LARGEST = 0.2; // of the wheel's radius: the radius of a disc of share 1, of few paintings
const LONE = 0.4; // the same, of one painting, if that were not the largest; of n it is
const SHRINKING = 0.4; // the nth part to this power, so that many overlap more than few
const LEAST = 0.8; // px, the radius of a disc of hardly any share
const RIM = 30; // px around the wheel for the names of hues
const SECTORS = 24; // directions in which the rings can be named
const GREYISH = 0.04; // chroma, of colours that are in the way whichever the direction
const NAMED = 44; // px, the radius from which a ring has its name: nearer the middle is a crowd
const RINGS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

/** Lay out the colours of paintings `shown` at one k (`palettes`); returns a scene with `rings`. */
export function wheel({ count, depth, palettes, shown, width, height }) {
  const scene = blank(count, depth);
  const radius = Math.max(40, Math.min(width, height) / 2 - RIM);
  const [cx, cy] = [width / 2, height / 2];
  const chroma = (at) => Math.hypot(palettes.lab[3 * at + 1], palettes.lab[3 * at + 2]);
  let most = 0.05;
  for (const i of shown) {
    for (let j = 0; j < palettes.size[i]; j += 1) {
      most = Math.max(most, chroma(i * palettes.depth + j));
    }
  }
  const whole = radius * Math.min(LARGEST, LONE / Math.max(1, shown.length) ** SHRINKING);
  const scale = (radius - Math.min(whole / 2, 10)) / most;
  const discs = [];
  for (const i of shown) {
    for (let j = 0; j < depth; j += 1) {
      const from = i * palettes.depth + Math.min(j, palettes.size[i] - 1);
      const share = j < palettes.size[i] ? palettes.share[from] : 0;
      const r = share ? Math.max(LEAST, whole * Math.sqrt(share)) : 0;
      const x = cx + scale * palettes.lab[3 * from + 1];
      const y = cy - scale * palettes.lab[3 * from + 2];
      scene.bands.set([x - r, y - r, 2 * r, 2 * r], 4 * (i * depth + j));
      if (share) discs.push(i * depth + j);
    }
    scene.boxes.set(scene.bands.subarray(4 * i * depth, 4 * i * depth + 4), 4 * i);
  }
  const { bands } = scene;
  const stack = Uint32Array.from(discs).sort((a, b) => bands[4 * b + 2] - bands[4 * a + 2]);
  const angle = emptiest(palettes, shown);
  const rings = RINGS.filter((ring) => ring <= most).map((ring) => {
    const r = ring * scale;
    const [x, y] = [cx + r * Math.cos(angle), cy - r * Math.sin(angle) + 4];
    return { chroma: ring, r, x, y };
  });
  const told = rings
    .filter(({ r }) => r >= NAMED)
    .map(({ chroma, x, y }) => ({ label: String(chroma), x, y, anchor: "middle", kind: "chroma" }));
  const named = HUES.map(({ name, from }, h) => {
    const to = h + 1 < HUES.length ? HUES[h + 1].from : HUES[0].from + 360;
    const angle = (((from + to) / 2) * Math.PI) / 180;
    const [x, y] = [Math.cos(angle), -Math.sin(angle)];
    const anchor = Math.abs(x) < 0.35 ? "middle" : x > 0 ? "start" : "end";
    return { label: name, x: cx + (radius + 9) * x, y: cy + (radius + 14) * y + 4, anchor, kind: "hue" };
  });
  return { ...scene, round: 1, stack, framed: false, apart: true, height, wheel: { cx, cy, radius, rings }, words: [...named, ...told] };
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
