// Numbers that look like chance but are the same each time (Park and Miller, 1988).

export function chance(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Palettes of `count` paintings as data.js unpacks them, the last colours of some missing. */
export function drawnPalettes(count, depth, random) {
  const size = Uint8Array.from({ length: count }, () => 1 + Math.floor(random() * depth));
  const share = new Float32Array(count * depth);
  const lab = new Float32Array(3 * count * depth);
  const rgb = new Uint32Array(count * depth);
  for (let i = 0; i < count; i += 1) {
    const parts = Array.from({ length: size[i] }, () => 0.05 + random());
    const sum = parts.reduce((a, b) => a + b, 0);
    parts.forEach((part, j) => {
      share[i * depth + j] = part / sum;
      lab.set([random(), 0.3 * random() - 0.15, 0.3 * random() - 0.15], 3 * (i * depth + j));
    });
  }
  return { depth, size, share, lab, rgb, name: new Uint16Array(count * depth) };
}
