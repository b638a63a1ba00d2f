// What one has chosen, as a file: its address, and the paintings that are shown. Files that the page wrote
// are read again, and so is any CSV with a column of IDs.

import { csvParseRows } from "d3-dsv";

const ID = "image"; // the column or field of the paintings' IDs

/** The selection that an `address` tells, with the IDs of the `paintings` that it shows, as JSON. */
export const toSelection = (title, address, paintings) =>
  `${JSON.stringify({ page: title, address, paintings }, null, 2)}\n`;

/** The IDs in the text of a CSV file. */
function idsOfCsv(text) {
  // By rows: d3-dsv makes objects by `new Function`, which the page forbids.
  const [head = [], ...rows] = csvParseRows(text.replace(/^\ufeff/, ""));
  const at = head.findIndex((name) => name.trim() === ID);
  return at < 0 ? [] : rows.map((cells) => cells[at]?.trim());
}

/** What a text is as JSON, null if it is none. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What a file holds: `{address}` of a selection, or `{images}`, the IDs in it; null if it is neither JSON of
 * the page nor CSV with a column `image`.
 * @returns {{address: string} | {images: string[]} | null}
 */
export function readSelection(text) {
  const found = parsed(text);
  if (typeof found?.address === "string") return { address: found.address };
  const told = Array.isArray(found) ? found.map((one) => one?.[ID]) : idsOfCsv(text);
  const images = told.filter((id) => typeof id === "string");
  return images.length ? { images } : null;
}
