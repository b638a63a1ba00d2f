// Files to download: palettes, and the view.

import { toAse } from "./ase.js";
import { pngOfCard } from "./card.js";
import { records, toCss, toCsv, toGpl, toJson } from "./text.js";

const TYPES = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  css: "text/css",
  gpl: "text/plain;charset=utf-8",
  ase: "application/octet-stream",
  svg: "image/svg+xml",
  png: "image/png",
  selection: "application/json",
  card: "image/png",
  "card-svg": "image/svg+xml",
};

const ENDINGS = { selection: "json", card: "png", "card-svg": "svg" };

/** Offer `content` (text, bytes or a blob) as a file. */
function download(name, kind, content) {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([content], { type: TYPES[kind] }));
  link.href = address;
  link.download = `${name}.${ENDINGS[kind] ?? kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file's name of a title: letters, digits and dashes. */
export function fileName(title) {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "palettes";
}

/**
 * Write one file of `kind`. `paintings` are those to export, at `k`, in a file of that `name`;
 * `picture()` resolves to the PNG and `drawing()` returns the SVG of the view that `view` names, and
 * `selection()` what is chosen, `card()` the SVG of a card.
 */
export async function exportAs(kind, { data, paintings, k, name, view, picture, drawing, selection, card }) {
  const told = () => records(data, paintings, k);
  const makers = {
    csv: () => toCsv(told()),
    json: () => toJson(told()),
    css: () => toCss(told()),
    gpl: () => toGpl(told(), name),
    ase: () => toAse(told()),
    svg: drawing,
    png: picture,
    selection,
    card: async () => pngOfCard(card()),
    "card-svg": card,
  };
  const isView = kind in ENDINGS || kind === "svg" || kind === "png";
  download(fileName(isView ? view : name), kind, await makers[kind]());
}
