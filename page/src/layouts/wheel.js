// Every colour of every palette as a disc in OKLCh: its angle is the hue, its distance from the
// middle the chroma, its area the share.

import { HUES } from "../colour.js";
import { blank } from "./cards.js";

const COVERED = 0.32; // of the wheel, by the areas of all discs
const LARGEST = 0.2; // of the wheel's radius: the radius of a disc of share 1
const LEAST = 0.7; // px, the radius of a disc of hardly any share
const RIM = 30; // px around the wheel for the names of hues
const RINGS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

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
  const whole = Math.min(
    LARGEST * radius,
    radius * Math.sqrt(COVERED / Math.max(1, shown.length)),
  );
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
  const rings = RINGS.filter((ring) => ring <= most).map((ring) => ({ chroma: ring, r: ring * scale }));
  const named = HUES.map(({ name, from }, h) => {
    const to = h + 1 < HUES.length ? HUES[h + 1].from : HUES[0].from + 360;
    const angle = (((from + to) / 2) * Math.PI) / 180;
    const [x, y] = [Math.cos(angle), -Math.sin(angle)];
    const anchor = Math.abs(x) < 0.35 ? "middle" : x > 0 ? "start" : "end";
    return { label: name, x: cx + (radius + 9) * x, y: cy + (radius + 14) * y + 4, anchor };
  });
  return { ...scene, round: 1, stack, framed: false, apart: true, height, wheel: { cx, cy, radius, rings, named } };
}
