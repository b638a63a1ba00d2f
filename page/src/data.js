// The page's data as scripts/page.py writes it, unpacked into columns.

const DIGITS = 12; // "rrggbb", the share in 65535ths as "ssss", the name's number as "nn"

/** Unpack one image's palette: [{hex, rgb, share}], in the order given. */
export function decodePalette(text) {
  const colours = [];
  for (let at = 0; at < text.length; at += DIGITS) {
    const hex = text.slice(at, at + 6);
    const value = parseInt(hex, 16);
    colours.push({
      hex: `#${hex}`,
      rgb: [value >> 16, (value >> 8) & 255, value & 255],
      share: parseInt(text.slice(at + 6, at + 10), 16) / 65535,
    });
  }
  return colours;
}

/** Mean lightness of a palette, 0 to 255: Rec. 709 luma, weighted by share. */
export function lightness(colours) {
  let sum = 0;
  for (const {
    rgb: [r, g, b],
    share,
  } of colours) {
    sum += share * (0.2126 * r + 0.7152 * g + 0.0722 * b);
  }
  return sum;
}

/** Turn the embedded columns into what the page asks for. */
export function unpack(raw) {
  const count = raw.image.length;
  const { tile, columns, sizes } = raw;
  const finest = raw.palettes[Math.max(...raw.ks)];
  const indices = new Map(raw.image.map((id, i) => [id, i]));
  return {
    count,
    k: raw.k,
    ks: raw.ks,
    title: raw.title,
    year: raw.year,
    hasPictures: tile > 0,
    tile,
    aspects: raw.image.map((_, i) => (tile ? sizes[i][0] / sizes[i][1] : 1)),
    lightness: finest.map((text) => lightness(decodePalette(text))),
    id: (i) => raw.image[i],
    indexOf: (id) => indices.get(id) ?? null,
    artist: (i) => raw.artist?.[i] ?? null,
    link: (i) => raw.link?.[i] ?? null,
    licence: (i) => raw.licence?.[i] ?? null,
    palette: (i, k) => decodePalette(raw.palettes[k][i]),
    palettes: (k) => raw.palettes[k].map(decodePalette),
    /** Where painting i lies in the sheet of thumbnails, px. */
    place: (i) => ({
      x: (i % columns) * tile,
      y: Math.floor(i / columns) * tile,
      width: sizes[i][0],
      height: sizes[i][1],
    }),
  };
}
