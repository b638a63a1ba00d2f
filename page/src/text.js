// Words and numbers as the page shows and says them.

/** A share as per cent: whole ones, but "<1 %" for the least. */
export function percent(share) {
  const value = Math.round(share * 100);
  return value === 0 ? "<1\u00a0%" : `${value}\u00a0%`;
}

/** A year as shown; "undated" if there is none. */
export function yearText(year) {
  return year === null ? "undated" : String(year);
}

/** "36 paintings, 1872–1926". */
export function countText(years) {
  const dated = years.filter((year) => year !== null);
  if (years.length === 0) return "no paintings";
  const count =
    years.length === 1 ? "1 painting" : `${years.length.toLocaleString("en")} paintings`;
  if (dated.length === 0) return count;
  const first = dated.reduce((a, b) => Math.min(a, b));
  const last = dated.reduce((a, b) => Math.max(a, b));
  return first === last ? `${count}, ${first}` : `${count}, ${first}\u2013${last}`;
}

/** What the live region says of a painting that was opened. */
export function spokenText(title, year, colours) {
  const listed = colours.map(({ hex, share }) => `${hex} ${percent(share)}`).join(", ");
  const number = colours.length === 1 ? "1 colour" : `${colours.length} colours`;
  return `${title}, ${yearText(year)}. ${number}: ${listed}`;
}
