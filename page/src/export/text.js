// Palettes as text: CSV, JSON, CSS custom properties, and palettes of GIMP and its kin.

import { rgbOf } from "../colour.js";

const FIELDS = ["image", "title", "year", "artist", "k", "rank", "hex", "share", "name"];
const FORMULA = /^[=+\-@\t\r]/; // what a spreadsheet would compute

/** A text on one line. */
export const line = (text) => text.replace(/[\s\p{Cc}]+/gu, " ");

/** The palettes of `paintings` at k as records: [{image, title, year, artist, link, licence, colours}]. */
export function records(data, paintings, k) {
  return paintings.map((i) => ({
    image: data.id(i),
    title: data.title[i],
    year: data.year[i],
    artist: data.artist(i),
    link: data.link(i),
    licence: data.licence(i),
    k,
    colours: data.palette(i, k).map(({ hex, share, name }) => ({
      hex,
      share: Number(share.toFixed(4)),
      name,
    })),
  }));
}

function cell(value) {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row for each colour (RFC 4180). */
export function toCsv(paintings) {
  const rows = paintings.flatMap(({ colours, ...told }) =>
    colours.map((colour, n) => FIELDS.map((field) => ({ ...told, ...colour, rank: n + 1 })[field])),
  );
  return [FIELDS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** The records as they are. */
export const toJson = (paintings) => `${JSON.stringify(paintings, null, 2)}\n`;

/** A custom property for each colour: --id-1, --id-2 and so on, with dots of the ID as \\. */
export function toCss(paintings) {
  const blocks = paintings.map(({ image, title, colours }) => {
    const name = image.replaceAll(".", "\\.");
    const told = line(title).replaceAll("*/", "* /");
    const lines = colours.map(
      ({ hex, share, name: word }, n) =>
        `  --${name}-${n + 1}: ${hex}; /* ${word}, ${(100 * share).toFixed(1)}% */`,
    );
    return `  /* ${told} */\n${lines.join("\n")}`;
  });
  return `:root {\n${blocks.join("\n")}\n}\n`;
}

/** A GIMP palette, which Inkscape, Krita and others read too. */
export function toGpl(paintings, title) {
  const rows = paintings.flatMap(({ title: of, colours }) =>
    colours.map(({ hex, name }) => {
      const rgb = rgbOf(hex).map((value) => String(value).padStart(3));
      return `${rgb.join(" ")}\t${line(`${of}: ${name} ${hex}`)}`;
    }),
  );
  return `GIMP Palette\nName: ${line(title)}\nColumns: ${paintings[0]?.k ?? 0}\n#\n${rows.join("\n")}\n`;
}
